import { Form, Input } from 'antd'
import { needed } from '#ui/console/drawer-form.tsx'
import { personTexts as t } from './person-messages.ts'

export type PersonTyped = { person?: string | null; name?: string; phone?: string }
export const PHONE = /^1\d{10}$/

/** As commands take it: who was looked up, or who was named with a number. */
export const personOf = ({ person = null, name = '', phone = '' }: PersonTyped) => ({
  person,
  caller: !person && name && phone ? { name, phone } : null,
})

/** Somebody by name and mobile number. */
export const CalledFields = ({ hint }: { hint?: string }) => (
  <div className="relief-two">
    <Form.Item name="name" label={t.name()} rules={[needed]}>
      <Input maxLength={40} autoComplete="off" />
    </Form.Item>
    <Form.Item name="phone" label={t.phone()} rules={[needed, { pattern: PHONE, message: t.phoneWrong() }]}>
      <Input inputMode="numeric" maxLength={11} autoComplete="off" />
    </Form.Item>
    {hint && <p className="quiet-ink">{hint}</p>}
  </div>
)
