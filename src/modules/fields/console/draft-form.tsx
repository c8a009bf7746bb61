import { Form, Input, InputNumber, Select } from 'antd'
import { DAY_MS, dayOf } from '#kernel/clock.ts'
import { named } from '#kernel/messages.ts'
import { listPurposes } from '#modules/consents/contract.ts'
import { OrganSelect } from '#modules/people/parts/organ-select.tsx'
import { PlaceSelect } from '#modules/places/parts/place-select.tsx'
import { newId } from '#ui/call.ts'
import { useActing } from '#ui/console/acting.ts'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { useAddress } from '#ui/console/address.ts'
import { useNow } from '#ui/now.ts'
import { useAsk, useCall } from '#ui/query.tsx'
import {
  draftForm,
  type FormId,
  KNOWN_COLUMNS,
  listDefinitions,
  listForms,
  SUBJECTS,
  type SubjectKind,
} from '../contract.ts'
import { fieldWords } from '../parts/messages.ts'
import { groupText } from '../parts/value.ts'
import { formTexts as t } from './messages.ts'

type Values = {
  name: string
  organ: string
  subject: SubjectKind
  area: string
  purpose: string
  reason: string
  columns: string[]
  title?: string
  foot?: string
  withinDays?: number | null
  until: string
}

const knownText = (key: (typeof KNOWN_COLUMNS)[number]): string => (key === '#' ? t.number() : t[key]())

/** A draft asks nobody: it says what the form would cost, and can be thrown away. */
export function DraftForm({ onClose }: { onClose: () => void }) {
  const now = useNow()
  const { place } = useActing()
  const [, change] = useAddress()
  const draft = useCall(draftForm, [listForms])
  const registry = useAsk(listDefinitions, {})
  const heading = (key: string): string => {
    const field = registry.data?.rows.find((one) => one.key === key)
    const known = KNOWN_COLUMNS.find((one) => one === key)
    return field ? field.name.zh : known ? knownText(known) : key
  }
  const send = async ({ name, columns, title, foot, withinDays, ...rest }: Values) => {
    const id = newId() as FormId
    await draft.mutateAsync({
      id,
      ...rest,
      name: { zh: name },
      withinDays: withinDays ?? null,
      layout: {
        title: [title || name],
        columns: columns.map((from) => ({ from: from as never, heading: heading(from) })),
        foot: foot ? [foot] : [],
      },
    })
    change({ form: id })
  }
  return (
    <DrawerForm<Values>
      title={t.draftNew()}
      lead={t.draftLead()}
      open
      onClose={onClose}
      initial={{ subject: 'household', area: place, columns: ['#', 'door'], until: dayOf(now + 30 * DAY_MS) }}
      submit={t.draftNew()}
      done={t.drafted()}
      width={560}
      onSend={send}
    >
      <Asked place={place} />
      <Columns />
    </DrawerForm>
  )
}

function Asked({ place }: { place: string }) {
  const now = useNow()
  const purposes = useAsk(listPurposes, {})
  return (
    <>
      <Form.Item name="name" label={t.name()} rules={[needed]}>
        <Input maxLength={60} />
      </Form.Item>
      <div className="new-row">
        <Form.Item name="organ" label={t.askedBy()} rules={[needed]}>
          <OrganSelect label={t.askedBy()} place={place} id="organ" />
        </Form.Item>
        <Form.Item name="area" label={t.area()} rules={[needed]}>
          <PlaceSelect label={t.area()} under={place} id="area" />
        </Form.Item>
      </div>
      <Form.Item name="reason" label={t.why()} rules={[needed, { min: 2 }]}>
        <Input.TextArea rows={2} maxLength={300} />
      </Form.Item>
      <div className="new-row">
        <Form.Item name="purpose" label={t.purpose()} rules={[needed]}>
          <Select
            options={(purposes.data?.rows ?? []).map(({ key, name }) => ({ value: key, label: named(name) }))}
            showSearch={{ optionFilterProp: 'label' }}
          />
        </Form.Item>
        <Form.Item name="until" label={t.until()} rules={[needed]}>
          <Input type="date" min={dayOf(now)} />
        </Form.Item>
      </div>
    </>
  )
}

function Columns() {
  const registry = useAsk(listDefinitions, {})
  const options = [
    { label: t.known(), options: KNOWN_COLUMNS.map((key) => ({ value: key as string, label: knownText(key) })) },
    ...Object.entries(Object.groupBy(registry.data?.rows ?? [], ({ group }) => group)).map(([, rows]) => ({
      label: rows[0] ? groupText(rows[0].group) : '',
      options: rows
        .filter(({ sensitivity }) => sensitivity !== 'S3')
        .map(({ key, name, subject }) => ({
          value: key as string,
          label: `${named(name)} · ${fieldWords[subject]()}`,
        })),
    })),
  ]
  return (
    <>
      <div className="new-row">
        <Form.Item name="subject" label={t.row()} rules={[needed]}>
          <Select options={SUBJECTS.map((value) => ({ value, label: fieldWords[value]() }))} />
        </Form.Item>
        <Form.Item name="withinDays" label={t.within()} extra={t.withinHint()}>
          <InputNumber min={1} max={366} style={{ width: '100%' }} />
        </Form.Item>
      </div>
      <Form.Item name="columns" label={t.columns()} rules={[needed]}>
        <Select mode="multiple" options={options} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <Form.Item name="title" label={t.heading()}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="foot" label={t.foot()}>
        <Input maxLength={120} placeholder={t.footHint()} />
      </Form.Item>
    </>
  )
}
