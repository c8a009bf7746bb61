import '../parts/orders.css'
import './field.css'
import { Card, Part } from '#ui/kit/card.tsx'
import { Go } from '#ui/kit/go.tsx'
import { Rows } from '#ui/kit/row.tsx'
import { useNow } from '#ui/now.ts'
import { useAsk, useLive } from '#ui/query.tsx'
import { myOrders } from '../contract-answers.ts'
import { myTexts as t } from './messages.ts'
import { OrderItem } from './order-row.tsx'

/** On the first screen: the orders that wait for me, the most urgent first. Nothing at all when none does. */
const SHOWN = 3
export const OPEN = { open: true, limit: 30 }

/** `live`: nothing is told live to residents, who ask again instead. */
export function OrdersEntry({ live = true }: { live?: boolean }) {
  const now = useNow()
  const asked = useAsk(myOrders, OPEN, live ? {} : { everyMs: 60_000 })
  useLive('orders.', [myOrders], live)
  const rows = asked.data?.rows ?? []
  if (rows.length === 0) return null
  return (
    <Part
      title={t.title()}
      aside={
        <Go to="/orders" className="link">
          {t.all({ count: `${rows.length}${asked.data?.next ? '+' : ''}` })}
        </Go>
      }
    >
      <Card flush>
        <Rows label={t.title()}>
          {rows.slice(0, SHOWN).map((row) => (
            <OrderItem key={row.id + row.who} row={row} now={now} />
          ))}
        </Rows>
      </Card>
    </Part>
  )
}
