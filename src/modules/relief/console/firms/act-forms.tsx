import { Form, Input, InputNumber, Radio, Select } from 'antd'
import { OrganSelect } from '#modules/people/parts/organ-select.tsx'
import { ancestorAt } from '#modules/places/contract.ts'
import { useScope } from '#modules/places/parts/scope.tsx'
import { newId } from '#ui/call.ts'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { useCall } from '#ui/query.tsx'
import {
  answerFirm,
  askForFirm,
  FIRM_NEEDS,
  FIRM_STATES,
  type FirmProblemView,
  firmProgress,
  type FirmState,
  listFirmProblems,
  listFirms,
  sayFirm,
} from '../../contract-firms.ts'
import { reliefRoom } from '../../contract-room.ts'
import { firmWords as t } from '../../parts/firm-messages.ts'

export type Firm = { id: string; name: string; state?: FirmState; workers?: number }
type Given = { firm?: Firm; onClose: () => void }
const FULL = { width: '100%' }

type Asking = { firm?: string; kind: FirmProblemView['kind']; text: string; owner: string }
/** What a firm needs, and whose it is to answer. */
export function AskForm({ firm, onClose }: Given) {
  const { place } = useScope()
  const send = useCall(askForFirm, [listFirmProblems, reliefRoom])
  return (
    <DrawerForm<Asking>
      title={t.ask()}
      lead={firm ? `${firm.name} · ${t.askLead()}` : t.askLead()}
      open
      onClose={onClose}
      submit={t.ask()}
      done={t.asked()}
      onSend={({ firm: chosen, owner, ...said }) =>
        send.mutateAsync({
          id: newId() as never,
          firm: (firm?.id ?? chosen) as never,
          owner: owner as never,
          ...said,
        })
      }
    >
      {!firm && <FirmField />}
      <Form.Item name="kind" label={t.kind()} rules={[needed]}>
        <Select options={FIRM_NEEDS.map((kind) => ({ value: kind, label: t[kind]() }))} />
      </Form.Item>
      <Form.Item name="text" label={t.text()} rules={[needed]}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
      <Form.Item name="owner" label={t.owner()} rules={[needed]}>
        <OrganSelect label={t.owner()} place={ancestorAt(place, 'county')} kind="department" />
      </Form.Item>
    </DrawerForm>
  )
}

function FirmField() {
  const { place } = useScope()
  return (
    <Form.Item name="firm" label={t.firm()} rules={[needed]}>
      <OrganSelect label={t.firm()} place={place} kind="firm" />
    </Form.Item>
  )
}

type Saying = { firm?: string; state: FirmState; workers: number; note?: string }
/** How far a firm is; it stands at what was said last. */
export function SayForm({ firm, onClose }: Given) {
  const send = useCall(sayFirm, [listFirms, firmProgress, reliefRoom])
  return (
    <DrawerForm<Saying>
      title={t.say()}
      lead={firm ? `${firm.name} · ${t.sayLead()}` : t.sayLead()}
      open
      onClose={onClose}
      initial={{
        ...(firm?.state ? { state: firm.state } : {}),
        ...(firm?.workers === undefined ? {} : { workers: firm.workers }),
      }}
      submit={t.say()}
      done={t.said()}
      onSend={({ firm: chosen, note = '', ...said }) =>
        send.mutateAsync({ firm: (firm?.id ?? chosen) as never, note, ...said })
      }
    >
      {!firm && <FirmField />}
      <Form.Item name="state" label={t.state()} rules={[needed]}>
        <Radio.Group optionType="button" options={FIRM_STATES.map((state) => ({ value: state, label: t[state]() }))} />
      </Form.Item>
      <Form.Item name="workers" label={t.count()} rules={[needed]}>
        <InputNumber min={0} max={1e6} precision={0} style={FULL} />
      </Form.Item>
      <Form.Item name="note" label={t.note()}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </DrawerForm>
  )
}

export function AnswerForm({ of, onClose }: { of: FirmProblemView; onClose: () => void }) {
  const send = useCall(answerFirm, [listFirmProblems, reliefRoom])
  return (
    <DrawerForm<{ answer: string; solved: boolean }>
      title={t.answer()}
      lead={`${of.firm.name} · ${of.text}`}
      open
      onClose={onClose}
      initial={{ solved: false }}
      submit={t.answer()}
      done={t.answered()}
      onSend={(said) => send.mutateAsync({ id: of.id, ...said })}
    >
      <Form.Item name="answer" label={t.answerText()} rules={[needed]}>
        <Input.TextArea rows={4} maxLength={500} />
      </Form.Item>
      <Form.Item name="solved" label={t.isSolved()}>
        <Radio.Group
          optionType="button"
          options={[
            { value: false, label: t.notYet() },
            { value: true, label: t.yes() },
          ]}
        />
      </Form.Item>
    </DrawerForm>
  )
}
