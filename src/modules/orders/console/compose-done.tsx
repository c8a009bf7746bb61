import { Form, Input, InputNumber, Segmented, Select } from 'antd'
import { DAY_MS, dayOf, HOUR_MS, instant, millis, startOfDay } from '#kernel/clock.ts'
import { named } from '#kernel/messages.ts'
import { listForms } from '#modules/fields/contract.ts'
import { useActing } from '#ui/console/acting.ts'
import { needed } from '#ui/console/drawer-form.tsx'
import { useNow } from '#ui/now.ts'
import { useAsk } from '#ui/query.tsx'
import { EVIDENCE } from '../contract.ts'
import { orderWords } from '../parts/messages.ts'
import { composeTexts as t } from './compose-messages.ts'
import { instantOf, localOf } from '#ui/console/local-time.ts'

const EVENING_MS = 18 * HOUR_MS

/** When an answer "done" counts, what it brings, by when, and what it costs. */
export function DoneStep() {
  const { permissions } = useActing()
  const now = useNow()
  const forms = useAsk(listForms, { state: 'open' }, { when: permissions.has('fields.forms') })
  const later = {
    validator: (_: unknown, due?: string) =>
      due && millis(instantOf(due)) <= now ? Promise.reject(new Error(t.duePast())) : Promise.resolve(),
  }
  return (
    <>
      <Form.Item name="doneWhen" label={t.doneWhen()} extra={t.doneWhenHint()} rules={[needed, { min: 2 }]}>
        <Input.TextArea rows={3} maxLength={400} />
      </Form.Item>
      <Form.Item name="evidence" label={t.evidence()}>
        <Segmented options={EVIDENCE.map((value) => ({ value, label: orderWords[`evidence_${value}`]() }))} />
      </Form.Item>
      <Form.Item name="form" label={t.form()}>
        <Select
          allowClear
          placeholder={t.formNone()}
          options={(forms.data?.rows ?? []).map(({ id, name }) => ({ value: id as string, label: named(name) }))}
        />
      </Form.Item>
      <div className="new-row">
        <Form.Item name="due" label={t.due()} rules={[needed, later]} extra={<Quick now={now} />}>
          <Input type="datetime-local" />
        </Form.Item>
        <Form.Item name="minutes" label={t.minutes()} extra={t.minutesHint()} rules={[needed]}>
          <InputNumber min={1} max={960} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      </div>
    </>
  )
}

/** Deadlines that are said most. */
function Quick({ now }: { now: number }) {
  const form = Form.useFormInstance()
  const evening = (ms: number) => startOfDay(dayOf(ms)) + EVENING_MS
  const offers = [
    [t.due_2h(), now + 2 * HOUR_MS],
    [t.due_today(), evening(now)],
    [t.due_tomorrow(), evening(now + DAY_MS)],
    [t.due_3d(), now + 3 * DAY_MS],
  ] as const
  return (
    <span className="row wrap compose-quick">
      {offers
        .filter(([, at]) => at > now)
        .map(([name, at]) => (
          <button
            key={name}
            type="button"
            className="link"
            onClick={() => form.setFieldValue('due', localOf(instant(at)))}
          >
            {name}
          </button>
        ))}
    </span>
  )
}
