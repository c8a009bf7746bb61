import { ordersRoom } from '#modules/orders/contract-room.ts'
import { counted } from '#ui/console/figures.ts'
import { Go } from '#ui/console/go.tsx'
import { useAsk } from '#ui/query.tsx'
import { emergencyTexts as t } from './messages.ts'
import type { Whole } from './one.tsx'

/** Orders are ordinary: none ends with the response, so whoever ended it is shown which of them still ask. */
export const OrdersLeft = ({ one: { area, since } }: { one: Whole }) => (
  <>
    <dt>{t.ordersLeft()}</dt>
    <dd>
      {area.map((part) => (
        <Left key={part.code} {...part} since={since} />
      ))}
    </dd>
  </>
)

function Left({ code, name, since }: Whole['area'][number] & { since: string }) {
  const { data } = useAsk(ordersRoom, { place: code as never, since })
  if (!data) return null
  if (data.orders === 0) return <p className="quiet-ink">{t.ordersLeftNone({ place: name })}</p>
  return (
    <p>
      <Go to="/orders">{t.ordersLeftIn({ place: name, count: counted(data.orders) })}</Go>
    </p>
  )
}
