import { instant } from '#kernel/clock.ts'
import { type Fragment, sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { ItemState, ItemView } from './contract-requisition.ts'
import { type Listed, listRows, reached, type Row, type Table } from './store.ts'

export type ItemRow = Row &
  Omit<ItemView, 'id' | 'placeName' | 'owner' | 'by' | 'office' | 'can'> & {
    hold: string
    person: string | null
    organ: string | null
    takenOrgan: string | null
    by: string | null
  }
const STATE = `case when t.returned_at is null then 'held' when t.paid < t.owed then 'owed' else 'settled' end`
export const ITEM: Table = {
  name: 'relief.item',
  columns: `t.id, t.place, t.hold, t.number, t.item, t.quantity::float8 as quantity, t.unit, t.worth, t.condition, t.purpose, t.basis, t.owner_person as person,
    t.owner_organ as organ, t.taken_at as "takenAt", t.taken_by as by, t.taken_organ as "takenOrgan", t.returned_at as "returnedAt", t.back, t.note, t.owed, t.paid, t.paid_at as "paidAt", ${STATE} as state`,
}

export async function nextReceipt(tx: Tx): Promise<number> {
  const [row] = await sql(tx)<{ n: string }[]>`select nextval('relief.receipt') as n`
  return Number(row?.n)
}

type Wanted = Listed & { state?: ItemState | undefined; owner?: string | undefined }
export function itemsIn(tx: Tx, { state, owner, ...l }: Wanted): Promise<ItemRow[]> {
  const q = sql(tx)
  return listRows<ItemRow>(
    tx,
    ITEM,
    l,
    q`${l.scope.organ ? q`and t.taken_organ = ${l.scope.organ}` : q``} ${state ? q`and ${q.unsafe(STATE)} = ${state}` : q``} ${owner ? q`and t.owner_person = ${owner}` : q``}`,
  )
}

/** Inside the scope of the transaction. */
export async function findItem(tx: Tx, id: string): Promise<ItemRow | undefined> {
  const q = sql(tx)
  const [row] = await q<ItemRow[]>`select ${q.unsafe(ITEM.columns)} from relief.item t where t.id = ${id}`
  return row
}

/** Of an exercise nothing is owed: its receipts count only while it goes on. */
export const inEarnest = (tx: Tx, now: number): Fragment =>
  sql(tx)`and (strpos(t.number, '-D') = 0 or t.hold = any (kernel.still_held(${instant(now)})))` as Fragment

type Sum = { state: ItemState; items: number; worth: number; owed: number; paid: number }
/** Of a place and a scope; a department sums up what it took itself. */
export function sumItems(tx: Tx, { now, ...l }: Pick<Listed, 'scope' | 'place'> & { now: number }): Promise<Sum[]> {
  const q = sql(tx)
  return q<Sum[]>`select ${q.unsafe(STATE)} as state, count(*)::int as items, sum(t.worth)::float8 as worth,
      sum(t.owed)::float8 as owed, sum(t.paid)::float8 as paid
    from relief.item t where ${reached(tx, l)} ${l.scope.organ ? q`and t.taken_organ = ${l.scope.organ}` : q``} ${inEarnest(tx, now)} group by 1`
}
