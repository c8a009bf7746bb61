import type { Scope } from '#kernel/authorise.ts'
import { instant } from '#kernel/clock.ts'
import { afresh, type Fragment, sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'

/** A table of a tool: its name, and its columns as they are called in the code. */
export type Table = { name: `relief.${string}`; columns: string }
/** Of a question: whether the response that a row stands under goes on. Of what is over everybody still reads what is about himself. */
export const NOT_OVER = `((select kernel.still_held()) is null or t.hold = any ((select kernel.still_held())::uuid[]))`
export const GOES_ON = `${NOT_OVER} as "goesOn"`
/** What every row of a tool begins with: the hold it stands under, where it lies, when it was last written. */
export type Stamp = { hold: string; place: string; touchedAt: string }
export type Row = { id: string; place: string }
type Value = string | number | boolean | null | readonly string[]

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const columns = (row: Record<string, Value>): Record<string, Value> =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [snake(name), value]))

export async function addRow(tx: Tx, table: Table, row: Stamp & { id: string } & Record<string, Value>): Promise<void> {
  const q = sql(tx)
  await q`insert into ${q.unsafe(table.name)} ${q(columns(row) as never)}`
}

export async function setRow(tx: Tx, table: Table, id: string, row: Stamp & Record<string, Value>): Promise<void> {
  const q = sql(tx)
  await q`update ${q.unsafe(table.name)} set ${q(columns(row) as never)} where id = ${id}`
}

/** One row in the reach of the transaction, locked until it ends; `held`: whether the response that it stands under still is. */
export async function lockRow<R extends Row>(
  tx: Tx,
  table: Table,
  { id, now }: { id: string; now: number },
): Promise<{ row: R; held: boolean } | undefined> {
  const q = sql(tx)
  const [found] = await q<(R & { held: boolean })[]>`
    select ${q.unsafe(table.columns)}, t.hold = any (kernel.still_held(${instant(now)})) as held
    from ${q.unsafe(table.name)} t where t.id = ${id} for update`
  if (!found) return undefined
  const { held, ...row } = found
  return { row: row as unknown as R, held }
}

export type Listed = {
  scope: Scope
  place: string
  limit: number
  after?: readonly string[] | undefined
}
/** Rows at or below a place and in reach, by place and id, or door by door; `more` narrows them. */
export function listRows<R extends Row>(
  tx: Tx,
  table: Table,
  l: Listed,
  more?: Fragment,
  by: 'id' | 'door' = 'id',
): Promise<R[]> {
  const q = sql(tx)
  afresh(tx)
  return q<R[]>`
    select ${q.unsafe(table.columns)} from ${q.unsafe(table.name)} t
    where ${reached(tx, l)} ${more ?? q``}
      ${l.after ? beyond(tx, l.after, by) : q``}
    order by t.place, ${by === 'door' ? q`t.address, t.id` : q`t.id`} limit ${l.limit}`
}

const beyond = (tx: Tx, [place = '', ...rest]: readonly string[], by: 'id' | 'door'): Fragment =>
  (by === 'door'
    ? sql(tx)`and (t.place, t.address, t.id) > (${place}, ${rest[0] ?? ''}, ${rest[1] ?? ''}::uuid)`
    : sql(tx)`and (t.place, t.id) > (${place}, ${rest[0] ?? ''}::uuid)`) as Fragment

/** Rows of a tool inside a place and a scope, the same sentence that row-level security says. */
export function reached(tx: Tx, { scope, place }: Pick<Listed, 'scope' | 'place'>): Fragment {
  const q = sql(tx)
  return q`t.place >= ${place} and t.place < ${`${place}~`}
    and t.place >= ${scope.lo} and t.place < ${scope.hi}` as Fragment
}

/** How many rows of each state lie at a place and at each place one level (`length` digits) below it. */
export function countStates(
  tx: Tx,
  table: Table,
  l: Pick<Listed, 'scope' | 'place'> & { length: number },
  more?: Fragment,
) {
  const q = sql(tx)
  afresh(tx)
  return q<{ place: string; state: string; rows: number }[]>`
    select left(t.place, ${l.length}::int) as place, t.state, count(*)::int as rows from ${q.unsafe(table.name)} t
    where ${reached(tx, l)} ${more ?? q``} group by 1, 2 order by 1, 2`
}

/** Lists at, above and below a place, out of a view past row-level security: a worker's grid lies below the place of his list. */
export const listsAround = <R extends Row>(tx: Tx, view: Table, place: string, limit: number): Promise<R[]> => {
  const q = sql(tx)
  return q<R[]>`select ${q.unsafe(view.columns)} from ${q.unsafe(view.name)} t
    where starts_with(t.place, ${place}) or starts_with(${place}, t.place) order by t.started_at desc, t.id limit ${limit}`
}
export async function findList<R extends Row>(tx: Tx, view: Table, id: string): Promise<R | undefined> {
  const q = sql(tx)
  const [row] = await q<R[]>`select ${q.unsafe(view.columns)} from ${q.unsafe(view.name)} t where t.id = ${id}`
  return row
}

export type Word = Stamp & {
  id: string
  about: string
  state: string
  note: string
  at: number
  post: string | null
  person: string | null
}
/**
 * Something is said of an entry of a list. It is kept, and is what the entry stands at if nothing later was said, so that phones
 * may come in late and in any order. Returns whether it is.
 */
export async function say(
  tx: Tx,
  { entry, word }: { entry: Table; word: Table },
  w: Word,
  more: Record<string, Value> = {},
): Promise<boolean> {
  const { id, about, hold, place, touchedAt, state, note } = w
  const at = instant(w.at)
  const q = sql(tx)
  await addRow(tx, word, { id, hold, place, touchedAt, about, state, note, at, byPost: w.post, byPerson: w.person })
  const set = columns({ hold, touchedAt, state, note, saidAt: at, ...more })
  const { count } = await q`update ${q.unsafe(entry.name)} t set ${q(set as never)}
    where t.id = ${about} and (t.said_at is null or t.said_at <= ${at})`
  return count > 0
}

/** Of each list, how many entries lie in the range, and at how many of them nobody was met. `list`: the column that names it. */
export const countLeft = (
  tx: Tx,
  table: Table,
  list: 'sweep' | 'check_id',
  { ids, ...l }: Pick<Listed, 'scope' | 'place'> & { ids: readonly string[] },
  more?: Fragment,
) => {
  const q = sql(tx)
  return q<{ id: string; total: number; left: number }[]>`
    select t.${q(list)} as id, count(*)::int as total, count(*) filter (where t.state in ('open', 'nobody'))::int as "left"
    from ${q.unsafe(table.name)} t where t.${q(list)} = any(${ids as string[]}::uuid[]) and ${reached(tx, l)} ${more ?? q``} group by 1`
}
export const ofList = (tx: Tx, list: 'sweep' | 'check_id', id: string): Fragment =>
  sql(tx)`and t.${sql(tx)(list)} = ${id}` as Fragment
