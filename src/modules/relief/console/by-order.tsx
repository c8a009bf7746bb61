import { Form, Select } from 'antd'
import { listOrders } from '#modules/orders/contract.ts'
import { useActing } from '#ui/console/acting.ts'
import { useAsk } from '#ui/query.tsx'
import { toolTexts as t } from './tool-messages.ts'

/** Which of the orders that concern the place asks for it, for whoever can read them. */
export function ByOrder({ place }: { place: string }) {
  const { permissions } = useActing()
  const may = permissions.has('orders.coverage')
  const asked = useAsk(listOrders, { place, state: 'live', limit: 30 }, { when: may })
  const rows = asked.data?.rows ?? []
  if (rows.length === 0) return null
  return (
    <Form.Item name="order" label={t.order()}>
      <Select allowClear options={rows.map(({ id, title }) => ({ value: id as string, label: title }))} />
    </Form.Item>
  )
}
