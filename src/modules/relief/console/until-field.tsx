import { Form, Input } from 'antd'
import { DAY_MS, HOUR_MS, instant } from '#kernel/clock.ts'
import { needed } from '#ui/console/drawer-form.tsx'
import { localOf } from '#ui/console/local-time.ts'
import { useNow } from '#ui/now.ts'
import { untilTexts as t } from './until-messages.ts'
import './beside.css'

type Given = { hours?: readonly number[]; days: readonly number[]; label?: string; hint?: string }

/** Until when something is given, with the spans that are usual for it; read with `instantOf`. */
export function UntilField({ hours = [], days, label = t.until(), hint = t.hint() }: Given) {
  const form = Form.useFormInstance()
  const now = useNow()
  const offers = [
    ...hours.map((count) => ({ text: t.hours({ count }), ms: count * HOUR_MS })),
    ...days.map((count) => ({ text: t.days({ count }), ms: count * DAY_MS })),
  ]
  const quick = offers.map(({ text, ms }) => (
    <button
      key={text}
      type="button"
      className="link"
      onClick={() => form.setFieldValue('until', localOf(instant(now + ms)))}
    >
      {text}
    </button>
  ))
  return (
    <Form.Item
      name="until"
      label={label}
      rules={[needed]}
      extra={
        <>
          <span className="row wrap relief-quick">{quick}</span>
          {hint}
        </>
      }
    >
      <Input type="datetime-local" />
    </Form.Item>
  )
}
