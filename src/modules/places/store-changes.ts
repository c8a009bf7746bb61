import { type Day, instant } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import { insertPlaces } from './store.ts'
import type { Plan } from './rules.ts'

/** Changes of the tree wait for each other: each is planned on the whole of it. */
export const lockTree = async (tx: Tx): Promise<void> =>
  void (await sql(tx)`select pg_advisory_xact_lock(hashtextextended('places.tree', 0))`)

export type Change = {
  id: string
  kind: 'merge' | 'split' | 'rename'
  under: string
  day: Day
  reason: string
  was: string[]
  became: string[]
  by: string | null
  now: number
}

const insertChange = (tx: Tx, c: Change) => sql(tx)`
  insert into places.change (id, kind, under, day, reason, was, became, decided_by, at)
  values (${c.id}, ${c.kind}, ${c.under}, ${c.day}, ${c.reason}, ${c.was}, ${c.became}, ${c.by}, ${instant(c.now)})`

export async function applyPlan(tx: Tx, change: Change, plan: Plan): Promise<void> {
  await insertChange(tx, change)
  await sql(
    tx,
  )`update places.place set valid = daterange(lower(valid), ${change.day}) where id = any(${plan.ends}::uuid[])`
  await insertPlaces(tx, plan.begins).catch(refuseKnown)
  await sql(tx)`
    insert into places.succession (change, was, became, rank)
    select ${change.id}, was, became, rank from jsonb_to_recordset(${plan.follows as never}::jsonb) as f(was uuid, became uuid, rank int)`
}

/** An id that is taken, or a code that lives already. */
const refuseKnown = (error: Error & { code?: string }): never => {
  if (error.code === '23505' || error.code === '23P01') refuse('already')
  throw error
}

/** Another name that begins on the day or later. */
export const findLaterName = async (tx: Tx, place: string, day: Day): Promise<string | undefined> => {
  const [row] = await sql(tx)<
    { name: string }[]
  >`select name from places.naming where place = ${place} and lower(valid) >= ${day}`
  return row?.name
}

export async function insertNaming(
  tx: Tx,
  change: Change,
  place: string,
  names: { name: string; initials: string; reading: string },
): Promise<void> {
  await insertChange(tx, change)
  await sql(
    tx,
  )`update places.naming set valid = daterange(lower(valid), ${change.day}) where place = ${place} and upper_inf(valid)`
  await sql(tx)`insert into places.naming (place, name, initials, reading, valid)
    values (${place}, ${names.name}, ${names.initials}, ${names.reading}, daterange(${change.day}::date, null))`
}

/** Changes whose day has come and whose places have not been followed yet. */
export const unsettledChanges = (tx: Tx, day: Day, limit: number) =>
  sql(tx)<
    { id: string }[]
  >`select id from places.change where settled_at is null and day <= ${day} order by day, id limit ${limit}`

/** Marks a change as followed; false when it is already. */
export async function settleChange(tx: Tx, id: string, now: number): Promise<{ under: string } | undefined> {
  const [row] = await sql(tx)<{ under: string }[]>`
    update places.change set settled_at = ${instant(now)} where id = ${id} and settled_at is null returning under`
  return row
}

/** Which code became which by a change, as it stands on a day; of several successors the first answers for the whole. */
export const successionsOf = (tx: Tx, change: string, day: Day) => sql(tx)<{ was: string; became: string }[]>`
  select was, became from places.pub_stranded
  where change = ${change} and from_day <= ${day} and (until_day is null or until_day > ${day}) order by was`

export type Relative = { code: string; name: string; day: Day }

/** Names are those of the day on which the one became the other. */
export const readPredecessors = (tx: Tx, place: string) => sql(tx)<Relative[]>`
  select p.code, n.name, c.day from places.succession s join places.change c on c.id = s.change join places.place p on p.id = s.was
    join places.naming n on n.place = p.id and n.valid @> (c.day - 1)
  where s.became = ${place} order by p.code`

export const readSuccessors = (tx: Tx, place: string) => sql(tx)<Relative[]>`
  select p.code, n.name, c.day from places.succession s join places.change c on c.id = s.change join places.place p on p.id = s.became
    join places.naming n on n.place = p.id and n.valid @> c.day
  where s.was = ${place} order by s.rank, p.code`

export type ChangeRow = {
  id: string
  kind: 'merge' | 'split' | 'rename'
  day: Day
  reason: string
  from: string[]
  to: string[]
  at: string
}

/** Newest first; `after` is instant and id of the last one shown. */
export const readChanges = (
  tx: Tx,
  { lo, hi, after, limit }: { lo: string; hi: string; after: string[] | undefined; limit: number },
) => {
  const q = sql(tx)
  return q<ChangeRow[]>`
    select id, kind, day, reason, was as "from", became as "to", at from places.change
    where under >= ${lo} and under < ${hi}
      ${after ? q`and (at, id) < (${after[0] ?? ''}::timestamptz, ${after[1] ?? ''}::uuid)` : q``}
    order by at desc, id desc limit ${limit}`
}
