import Siren from 'lucide-react/icons/siren'
import type { OrderRow } from '../contract.ts'
import { orderWords as t } from '../parts/messages.ts'

type Named = Pick<OrderRow, 'title' | 'kind' | 'red' | 'mark' | 'placeName' | 'state'>

/** Title, and under it what kind it is and where it goes; red by sign and word. */
export const OrderName = ({ order }: { order: Named }) => (
  <span className="orders-two">
    <strong title={order.title}>
      {order.red && (
        <span className="orders-red" title={t.redWhy()}>
          <Siren size={14} aria-hidden />
          {t.red()}
        </span>
      )}
      {order.title}
    </strong>
    <small>
      {[
        t[`kind_${order.kind}`](),
        t.toWhom({ place: order.placeName }),
        order.mark && t.drill({ mark: order.mark }),
        order.state === 'amended' && t.state_amended(),
        order.state === 'proposed' && t.state_proposed(),
      ]
        .filter(Boolean)
        .join(' · ')}
    </small>
  </span>
)
