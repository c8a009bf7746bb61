import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'

export type ActRow = {
  id: string
  kind: 'split' | 'merge' | 'move'
  household: string
  other: string
  place: string
  entry: string
  day: string
  at: string
  closed: string[]
  opened: string[]
  head: string | null
  /** of a move: behind which door it went */ dwelling: string | null
  undoneAt: string | null
}
const ACT = `id, kind, household, other, place, entry, day, at, closed, opened, head, dwelling, undone_at as "undoneAt"`

export const insertAct = (tx: Tx, a: Omit<ActRow, 'undoneAt'>): Promise<unknown> => sql(tx)`
  insert into homes.act (id, kind, household, other, place, entry, day, at, closed, opened, head, dwelling)
  values (${a.id}, ${a.kind}, ${a.household}, ${a.other}, ${a.place}, ${a.entry}, ${a.day}, ${a.at}, ${a.closed}::uuid[], ${a.opened}::uuid[], ${a.head}, ${a.dwelling})`

export async function readAct(tx: Tx, id: string): Promise<ActRow | undefined> {
  const q = sql(tx)
  const [row] = await q<ActRow[]>`select ${q.unsafe(ACT)} from homes.act where id = ${id} for update`
  return row
}
export const readActsOf = (tx: Tx, household: string) => {
  const q = sql(tx)
  return q<
    ActRow[]
  >`select ${q.unsafe(ACT)} from homes.act where (household = ${household} or other = ${household}) and undone_at is null order by at desc`
}
export const closeAct = (tx: Tx, id: string, entry: string, at: string): Promise<unknown> =>
  sql(tx)`update homes.act set undone_at = ${at}, undone_entry = ${entry} where id = ${id}`

/** What the act opened never was: the last day becomes the first. */
export const voidMembers = async (tx: Tx, ids: readonly string[], entry: string): Promise<number> =>
  (
    await sql(
      tx,
    )`update homes.member set until_day = from_day, why_ended = 'arranged', ended_entry = ${entry} where id = any(${ids as string[]}::uuid[]) and until_day is null`
  ).count
export const setGoesOnIn = (tx: Tx, household: string, into: string | null): Promise<unknown> =>
  sql(tx)`update homes.household set goes_on_in = ${into} where id = ${household}`
export const voidHousehold = (tx: Tx, id: string): Promise<unknown> =>
  sql(tx)`update homes.household set until_day = from_day where id = ${id}`
/** What the act closed goes on, as it was before. */
export const reopenMembers = async (tx: Tx, ids: readonly string[], day: string): Promise<number> =>
  (
    await sql(tx)`update homes.member set until_day = null, why_ended = null, ended_entry = null
      where id = any(${ids as string[]}::uuid[]) and until_day = ${day} and why_ended = 'arranged'`
  ).count
