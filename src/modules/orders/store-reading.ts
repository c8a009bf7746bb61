import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { Tally } from './contract.ts'
import { orderColumns, type StoredOrder } from './store.ts'

/** The order by which another one was superseded. */
export async function findSuccessor(tx: Tx, id: string): Promise<string | null> {
  const [row] = await sql(tx)<{ id: string }[]>`
    select id from orders.pub_order where supersedes = ${id} and state not in ('draft', 'proposed', 'merged') order by id desc limit 1`
  return row?.id ?? null
}

export type Listing = {
  place: string
  /** Drafts are read by the office alone. */
  office: { place: string; organ: string | null }
  /** Of a department: only its own. */
  organ: string | null
  state: 'draft' | 'proposed' | 'live' | 'ended' | 'all'
  kind: string | null
  mine: boolean
  text: string | null
  after: string | null
  limit: number
}
const STATES = {
  draft: ['draft'],
  proposed: ['proposed'],
  live: ['issued', 'amended'],
  ended: ['closed', 'withdrawn', 'superseded'],
  all: ['draft', 'proposed', 'issued', 'amended', 'closed', 'withdrawn', 'superseded', 'merged'],
} as const

export type Listed = StoredOrder & { tally: Omit<Tally, 'silent'> | null }

/**
 * Orders at or below a place, and those from above that address somebody there, newest first, each with the counters of that
 * place. Past row-level security: an order is known to the places it concerns.
 */
export async function listConcerning(tx: Tx, l: Listing): Promise<Listed[]> {
  const q = sql(tx)
  const range = q`t.node >= ${l.place} and t.node < ${`${l.place}~`}`
  return q<Listed[]>`
    select ${q.unsafe(orderColumns)}, (select json_build_object('addressed', sum(t.addressed)::int, 'received', sum(t.received)::int, 'understood', sum(t.understood)::int, 'blocked', sum(t.blocked)::int,
        'impossible', sum(t.impossible)::int, 'already', sum(t.already)::int, 'done', sum(t.done)::int)
      from orders.pub_tally t where t."order" = page.id and ${range} having count(*) > 0) as tally
    from (
      select o.* from orders.pub_order o
      where ((o.place >= ${l.place} and o.place < ${`${l.place}~`})
          or (starts_with(${l.place}, o.place) and exists (select from orders.pub_tally t where t."order" = o.id and ${range})))
        and o.state = any(${[...STATES[l.state]]}::text[])
        and (o.issued_at is not null or (o.place >= ${l.office.place} and o.place < ${`${l.office.place}~`}
          and (o.issuer_place = ${l.office.place} or o.state = 'proposed') and (o.organ is not distinct from ${l.office.organ}::uuid or o.state = 'proposed')))
        ${l.organ === null ? q`` : q`and o.organ = ${l.organ}::uuid`}
        ${l.kind === null ? q`` : q`and o.kind = ${l.kind}`}
        ${l.mine ? q`and o.issuer_place = ${l.office.place} and o.organ is not distinct from ${l.office.organ}::uuid` : q``}
        ${l.text === null ? q`` : q`and (o.title like ${`%${l.text}%`} or o.text like ${`%${l.text}%`})`}
        ${l.after === null ? q`` : q`and o.id < ${l.after}::uuid`}
      order by o.id desc limit ${l.limit}
    ) page order by page.id desc`
}

/** Whether a post or person is addressed by an order, or stands in for somebody who is. */
export async function isAddressed(tx: Tx, order: string, who: readonly (string | null)[]): Promise<boolean> {
  const ids = who.filter((one) => one) as string[]
  if (ids.length === 0) return false
  const [row] = await sql(tx)<{ found: boolean }[]>`select exists (select from orders.pub_recipient
    where "order" = ${order} and (who = any(${ids}::uuid[]) or substitute = any(${ids}::uuid[]))) as found`
  return row?.found ?? false
}
