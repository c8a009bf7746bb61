import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'

export type MergeRow = {
  id: string
  kept: string
  gone: string
  place: string
  entry: string
  at: string
  undoneAt: string | null
}
export type SplitRow = {
  id: string
  person: string
  part: string
  place: string
  entry: string
  at: string
  undoneAt: string | null
}

/** False when one of the two is out of reach or stands for somebody already. */
export async function point(tx: Tx, of: string, at: string): Promise<boolean> {
  const [row] = await sql(tx)<{ done: boolean }[]>`select people.point(${of}, ${at}) as done`
  return row?.done === true
}
export async function unpoint(tx: Tx, of: string, at: string): Promise<boolean> {
  const [row] = await sql(tx)<{ done: boolean }[]>`select people.unpoint(${of}, ${at}) as done`
  return row?.done === true
}

type Act = { id: string; place: string; entry: string; at: string }
export const insertMerge = (tx: Tx, m: Act & { kept: string; gone: string }): Promise<unknown> => sql(tx)`
  insert into people.merge (id, kept, gone, place, entry, at) values (${m.id}, ${m.kept}, ${m.gone}, ${m.place}, ${m.entry}, ${m.at})`

export const insertSplit = (tx: Tx, s: Act & { person: string; part: string }): Promise<unknown> => sql(tx)`
  insert into people.split (id, person, part, place, entry, at) values (${s.id}, ${s.person}, ${s.part}, ${s.place}, ${s.entry}, ${s.at})`

const ACT = `place, entry, at, undone_at as "undoneAt"`
export async function readMerge(tx: Tx, id: string): Promise<MergeRow | undefined> {
  const q = sql(tx)
  const [row] = await q<MergeRow[]>`select id, kept, gone, ${q.unsafe(ACT)} from people.merge where id = ${id}`
  return row
}
export async function readSplit(tx: Tx, id: string): Promise<SplitRow | undefined> {
  const q = sql(tx)
  const [row] = await q<SplitRow[]>`select id, person, part, ${q.unsafe(ACT)} from people.split where id = ${id}`
  return row
}
/** Acts that still hold, of which these persons are the whole. */
export const readActsOf = async (
  tx: Tx,
  persons: readonly string[],
): Promise<{ merges: MergeRow[]; splits: SplitRow[] }> => {
  const q = sql(tx)
  const ids = persons as string[]
  const [merges, splits] = await Promise.all([
    q<
      MergeRow[]
    >`select id, kept, gone, ${q.unsafe(ACT)} from people.merge where kept = any(${ids}::uuid[]) and undone_at is null order by at, id`,
    q<
      SplitRow[]
    >`select id, person, part, ${q.unsafe(ACT)} from people.split where person = any(${ids}::uuid[]) and undone_at is null order by at, id`,
  ])
  return { merges, splits }
}

type Undo = { id: string; entry: string; at: string }
/** False when it was undone already. */
export const closeMerge = async (tx: Tx, u: Undo): Promise<boolean> =>
  (
    await sql(
      tx,
    )`update people.merge set undone_at = ${u.at}, undone_entry = ${u.entry} where id = ${u.id} and undone_at is null`
  ).count > 0
export const closeSplit = async (tx: Tx, u: Undo): Promise<boolean> =>
  (
    await sql(
      tx,
    )`update people.split set undone_at = ${u.at}, undone_entry = ${u.entry} where id = ${u.id} and undone_at is null`
  ).count > 0

/** Each id with the person who answers for it: itself, unless it was merged. Unknown ids are left out. */
export const readStandsFor = (tx: Tx, ids: readonly string[]) => sql(tx)<{ of: string; id: string }[]>`
  with recursive up as (
    select p.id as of, p.id, p.stands_for from people.pub_person p where p.id = any(${ids as string[]}::uuid[])
    union all select up.of, p.id, p.stands_for from up join people.pub_person p on p.id = up.stands_for)
  select of, id from up where stands_for is null`

/** Each id with every entry that it answers for, itself first. */
export const readAliases = (tx: Tx, ids: readonly string[]) => sql(tx)<{ of: string; id: string }[]>`
  with recursive down as (
    select p.id as of, p.id, 0 as depth from people.pub_person p where p.id = any(${ids as string[]}::uuid[])
    union all select down.of, p.id, depth + 1 from down join people.pub_person p on p.stands_for = down.id)
  select of, id from down order by of, depth, id`
