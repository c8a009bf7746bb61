import { Form, Input } from 'antd'
import { DrawerForm, needed } from '#ui/console/drawer-form.tsx'
import { useCall } from '#ui/query.tsx'
import type { OrderView } from '../contract.ts'
import { callList, extendRecipient, listRecipients } from '../contract-answers.ts'
import { instantOf, localOf } from '#ui/console/local-time.ts'
import { actTexts, oneTexts as t } from './messages.ts'
import type { Recipient } from './recipient-list.tsx'

type Given = { order: OrderView; row: Recipient; onClose: () => void }

/** One recipient gets another deadline, and with it a clock of his own. */
export function ExtendForm({ order, row, onClose }: Given) {
  const send = useCall(extendRecipient, [callList, listRecipients])
  return (
    <DrawerForm<{ due: string; reason: string }>
      title={t.extendTitle({ name: row.name })}
      open
      onClose={onClose}
      initial={{ due: localOf(row.due) }}
      submit={t.extend()}
      done={t.extended()}
      onSend={({ due, reason }) => send.mutateAsync({ order: order.id, who: row.who, dueAt: instantOf(due), reason })}
    >
      <Form.Item name="due" label={actTexts.due()} rules={[needed]}>
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item name="reason" label={actTexts.why()} rules={[needed, { min: 2 }]}>
        <Input.TextArea rows={3} maxLength={200} />
      </Form.Item>
    </DrawerForm>
  )
}
