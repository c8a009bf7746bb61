import { Checkbox, Form, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { newId } from '#ui/call.ts'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { useCall } from '#ui/query.tsx'
import {
  addDocument,
  DOCUMENT_KINDS,
  type DocumentKind,
  endDocument,
  getResident,
  mergeResidents,
  restate,
  splitResident,
  undoMergeCommand,
  undoSplit,
} from '../contract-residents.ts'
import { OriginFields, USUAL_ORIGIN } from '../parts/provenance.tsx'
import type { Origin } from '../contract-entries.ts'
import { documentText, residentTexts as t } from './resident-messages.ts'
import type { ResidentView } from './resident.tsx'

export type Task =
  | { kind: 'correct' }
  | { kind: 'addDocument' }
  | { kind: 'merge' }
  | { kind: 'split' }
  | { kind: 'endDocument'; document: string }
  | { kind: 'undoMerge'; merge: string }
  | { kind: 'undoSplit'; split: string }
type Closing = { onClose: () => void }
type Of = { view: ResidentView } & Closing
const REFRESH = [getResident]

export function ResidentForms({ task, view, choose, onClose }: { task: Task | undefined; choose: ReactNode } & Of) {
  if (!task) return null
  if (task.kind === 'correct') return <Correct view={view} onClose={onClose} />
  if (task.kind === 'addDocument') return <AddDocument view={view} onClose={onClose} />
  if (task.kind === 'merge') return <Merge view={view} choose={choose} onClose={onClose} />
  if (task.kind === 'split') return <Split view={view} onClose={onClose} />
  return <Undo task={task} onClose={onClose} />
}

type Correcting = { kind: 'name' | 'sex' | 'born' | 'phone'; value: string; origin: Origin }

function Correct({ view: { resident }, onClose }: Of) {
  const send = useCall(restate, REFRESH)
  const kinds = resident.minor ? [] : (['name', 'phone', 'born', 'sex'] as const)
  const texts = { name: t.name, sex: t.sex, born: t.born, phone: t.phone }
  return (
    <DrawerForm<Correcting>
      title={`${resident.name} · ${t.correct()}`}
      open
      onClose={onClose}
      initial={{ kind: 'phone', origin: { ...USUAL_ORIGIN } }}
      submit={t.correct()}
      done={t.done()}
      onSend={({ value, ...rest }) =>
        send.mutateAsync({ ...rest, id: newId(), person: resident.id, value: value || null } as never)
      }
    >
      <Form.Item name="kind" label={t.what()} rules={[needed]}>
        <Select options={kinds.map((value) => ({ value, label: texts[value]() }))} />
      </Form.Item>
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue }) => (
          <Form.Item name="value" label={t.value()} rules={[needed]}>
            {getFieldValue('kind') === 'sex' ? (
              <Select options={(['female', 'male'] as const).map((value) => ({ value, label: t[value]() }))} />
            ) : (
              <Input maxLength={60} type={getFieldValue('kind') === 'born' ? 'date' : 'text'} />
            )}
          </Form.Item>
        )}
      </Form.Item>
      <OriginFields />
    </DrawerForm>
  )
}

function AddDocument({ view: { resident }, onClose }: Of) {
  const send = useCall(addDocument, REFRESH)
  return (
    <DrawerForm<{ kind: DocumentKind; number: string; country?: string; origin: Origin }>
      title={t.addDocument()}
      lead={t.checked()}
      open
      onClose={onClose}
      initial={{ kind: 'resident_id', origin: { source: 'document', certainty: 'certain' } }}
      submit={t.addDocument()}
      done={t.done()}
      onSend={({ kind, number, country, origin }) =>
        send.mutateAsync({
          person: resident.id,
          document: { id: newId(), kind, number, country: country || null },
          origin,
        } as never)
      }
    >
      <Form.Item name="kind" label={t.kind()} rules={[needed]}>
        <Select options={DOCUMENT_KINDS.map((value) => ({ value, label: documentText(value) }))} />
      </Form.Item>
      <Form.Item name="number" label={t.number()} rules={[needed, { min: 4 }]}>
        <Input maxLength={30} />
      </Form.Item>
      <Form.Item name="country" label={t.country()}>
        <Input maxLength={3} />
      </Form.Item>
      <OriginFields />
    </DrawerForm>
  )
}

function Merge({ view: { resident }, choose, onClose }: { choose: ReactNode } & Of) {
  const send = useCall(mergeResidents, REFRESH)
  return (
    <DrawerForm<{ gone: string }>
      title={t.merge()}
      lead={t.sameLead()}
      open
      onClose={onClose}
      submit={t.merge()}
      done={t.done()}
      onSend={({ gone }) => send.mutateAsync({ id: newId(), kept: resident.id, gone } as never)}
    >
      <Form.Item name="gone" label={t.mergeWith()} rules={[needed]}>
        {choose ?? <Input />}
      </Form.Item>
    </DrawerForm>
  )
}

function Split({ view: { resident, documents }, onClose }: Of) {
  const send = useCall(splitResident, REFRESH)
  const held = documents.filter(({ endedAt }) => endedAt === null)
  return (
    <DrawerForm<{ name: string; going?: string[] }>
      title={t.split()}
      lead={t.splitLead()}
      open
      onClose={onClose}
      submit={t.split()}
      done={t.done()}
      onSend={({ name, going = [] }) =>
        send.mutateAsync({ id: newId(), person: resident.id, part: { id: newId(), name }, documents: going } as never)
      }
    >
      <Form.Item name="name" label={t.otherName()} rules={[needed]}>
        <Input maxLength={60} />
      </Form.Item>
      {held.length > 0 && (
        <Form.Item name="going" label={t.splitDocuments()}>
          <Checkbox.Group
            options={held.map(({ id, kind, numberMasked }) => ({
              value: id,
              label: `${documentText(kind)} ${numberMasked}`,
            }))}
          />
        </Form.Item>
      )}
    </DrawerForm>
  )
}

type Undoing = Extract<Task, { kind: 'undoMerge' | 'undoSplit' | 'endDocument' }>

function Undo({ task, onClose }: { task: Undoing } & Closing) {
  const [unmerge, unsplit, end] = [
    useCall(undoMergeCommand, REFRESH),
    useCall(undoSplit, REFRESH),
    useCall(endDocument, REFRESH),
  ]
  const send = (): Promise<unknown> => {
    if (task.kind === 'undoMerge') return unmerge.mutateAsync({ merge: task.merge } as never)
    if (task.kind === 'undoSplit') return unsplit.mutateAsync({ split: task.split } as never)
    return end.mutateAsync({ document: task.document } as never)
  }
  const text = task.kind === 'endDocument' ? t.end() : t.undo()
  return (
    <DrawerForm<object>
      title={text}
      lead={task.kind === 'endDocument' ? null : t.undoLead()}
      open
      onClose={onClose}
      submit={text}
      danger
      done={t.done()}
      onSend={send}
    >
      {null}
    </DrawerForm>
  )
}
