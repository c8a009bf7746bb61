import { MyOrders } from '#modules/orders/field/list.tsx'
import { OrderPage as Order } from '#modules/orders/field/one.tsx'
import type { At } from '#ui/route.tsx'
import { Staff } from './frame.tsx'

export const OrdersPage = () => <Staff>{() => <MyOrders />}</Staff>
export const OrderPage = ({ at }: { at: At }) => (
  <Staff>{() => <Order id={at.params['id'] ?? ''} start={at.search['answer'] !== undefined} />}</Staff>
)
