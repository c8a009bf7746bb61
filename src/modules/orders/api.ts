import type { Tx } from '#kernel/tx.ts'
import { isLive } from './rules.ts'
import { findOrder } from './store.ts'

/** Whether an order that holds asks somebody of a place, or below it; undefined: there is no such order. Past row-level security. */
export async function asksAt(tx: Tx, id: string, place: string): Promise<boolean | undefined> {
  const order = await findOrder(tx, id)
  if (!order || !isLive(order.state)) return undefined
  const { within, except } = order.audience
  return (
    within.some((code) => place.startsWith(code) || code.startsWith(place)) &&
    !except.some((code) => place.startsWith(code))
  )
}
