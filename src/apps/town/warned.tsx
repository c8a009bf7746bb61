import { MyOrders } from '#modules/orders/field/list.tsx'
import { myTexts } from '#modules/orders/field/messages.ts'
import { OrderPage as Order } from '#modules/orders/field/one.tsx'
import { Warnings } from '#modules/orders/town/warnings.tsx'
import type { At } from '#ui/route.tsx'
import { Own } from './frame.tsx'

export const WarningsPage = () => <Warnings />

/** Residents whom an order reaches by a bond, such as members who look after households. */
export const OrdersPage = () => (
  <Own title={myTexts.title()}>
    <MyOrders live={false} />
  </Own>
)
export const OrderPage = ({ at }: { at: At }) => (
  <Own title={myTexts.title()}>
    <Order id={at.params['id'] ?? ''} start={at.search['answer'] !== undefined} forms={false} live={false} />
  </Own>
)
