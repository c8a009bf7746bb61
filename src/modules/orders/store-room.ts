import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'

export type Wanted = { place: string; since: string | null; organ: string | null }

/** A thousand a day are issued in the worst of times; what a room full of screens asks every two seconds stays bounded. */
const MOST_ORDERS = 300

/**
 * Orders in force at or below a place and those from above that address somebody in it. An order that was passed on and the one it
 * came from have recipients of their own, so both count. Past row-level security, as the list of orders that concern a place.
 */
export function ordersInForce(tx: Tx, { place, since, organ }: Wanted) {
  const q = sql(tx)
  return q<{ id: string; dueAt: string }[]>`
    select o.id, o.due_at as "dueAt" from orders.pub_order o
    where o.state in ('issued', 'amended') ${since ? q`and o.issued_at >= ${since}` : q``} ${organ ? q`and o.organ = ${organ}::uuid` : q``}
      and ((o.place >= ${place} and o.place < ${`${place}~`}) or (starts_with(${place}, o.place)
        and exists (select from orders.pub_tally t where t."order" = o.id and t.node >= ${place} and t.node < ${`${place}~`})))
    order by o.id desc limit ${MOST_ORDERS}`
}
