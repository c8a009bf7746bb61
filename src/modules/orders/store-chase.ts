import { instant } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'

export type DueOrder = { id: string; step: number; nextAt: string }
export const dueOrders = (tx: Tx, now: number, limit: number) => sql(tx)<DueOrder[]>`
  select id, chased + 1 as step, next_at as "nextAt" from orders.order
  where next_at <= ${instant(now)} and state in ('issued', 'amended') and chased < 4 order by next_at limit ${limit}`

export type DueRecipient = { order: string; who: string; step: number; nextAt: string }
export const dueRecipients = (tx: Tx, now: number, limit: number) => sql(tx)<DueRecipient[]>`
  select "order", who, chased + 1 as step, next_at as "nextAt" from orders.recipient
  where next_at <= ${instant(now)} and not closed and chased < 4 order by next_at limit ${limit}`

export const setChased = async (tx: Tx, id: string, chased: number, nextAt: number | null): Promise<void> =>
  void (await sql(
    tx,
  )`update orders.order set chased = ${chased}, next_at = ${nextAt === null ? null : instant(nextAt)} where id = ${id}`)

export const setRecipientChased = async (
  tx: Tx,
  r: { order: string; who: string; chased: number; nextAt: number | null },
): Promise<void> =>
  void (await sql(
    tx,
  )`update orders.recipient set chased = ${r.chased}, next_at = ${r.nextAt === null ? null : instant(r.nextAt)} where "order" = ${r.order} and who = ${r.who}`)

/** Where the silent are, so that the place above each of them is told. */
export const silentPlaces = (tx: Tx, order: string) => sql(tx)<{ place: string; count: number }[]>`
  select place, count(*)::int as count from orders.recipient
  where "order" = ${order} and state is null and not closed and due_at is null group by 1 order by 1`
