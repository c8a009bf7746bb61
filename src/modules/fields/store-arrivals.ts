import { instant } from '#kernel/clock.ts'
import { type Fragment, sql } from '#kernel/sql.ts'
import type { Scope } from '#kernel/authorise.ts'
import type { Tx } from '#kernel/tx.ts'
import type { SubjectKind } from './contract.ts'
import type { Suspicion } from './contract-contests.ts'
import type { Arrived, Finding } from './detectors.ts'

/**
 * What came in at a place since an instant, act by act and subject by subject. Imports and transfers are not: a register has
 * whole columns of one value. Neither are sensitive data: they are compared with nobody's.
 */
export const readArrived = (tx: Tx, place: string, since: number, fields: readonly string[]) => sql(tx)<Arrived[]>`
  select v.entry, coalesce(e.post, e.person)::text as "by", e.at, v.subject, jsonb_object_agg(v.field, v.value) as answers
  from fields.value v join people.pub_entry e on e.id = v.entry
  where v.place >= ${place} and v.place < ${`${place}~`} and v.at >= ${instant(since)} and v.field = any(${fields as string[]})
    and e.source in ('visit', 'self', 'report') and e.import is null
  group by v.entry, e.post, e.person, e.at, v.subject order by e.at, v.subject limit 50000`

/** Townships where something came in since and that were not compared on this day yet. */
export const placesToCompare = (tx: Tx, since: number, day: string, limit: number) => sql(tx)<{ place: string }[]>`
  select distinct left(v.place, 9) as place from fields.value v
  where v.at >= ${instant(since)} and length(v.place) >= 9
    and not exists (select from fields.compared c where c.place = left(v.place, 9) and c.day = ${day})
  limit ${limit}`

export const setCompared = async (tx: Tx, place: string, day: string, found: number): Promise<void> =>
  void (await sql(tx)`
    insert into fields.compared (place, day, found) values (${place}, ${day}, ${found}) on conflict (place, day) do update set found = excluded.found`)

/** What was found before with some of the same entries is not found again. */
export async function addSuspicions(
  tx: Tx,
  found: readonly (Finding & { id: string; place: string })[],
  now: number,
): Promise<number> {
  if (found.length === 0) return 0
  const { count } = await sql(tx)`
    insert into fields.suspicion (id, sign, fields, entries, place, doors, near_share, chance, found_at)
    select g.id, g.sign, g.fields, g.entries, g.place, g.doors, g."nearShare", g.chance, ${instant(now)}
    from (select id, sign, array(select jsonb_array_elements_text(fields)) as fields,
        array(select jsonb_array_elements_text(entries)::uuid) as entries, place, doors, "nearShare", chance
      from jsonb_to_recordset(${found as never}::jsonb) as r(id uuid, sign text, fields jsonb, entries jsonb, place text, doors int,
        "nearShare" real, chance real)) g
    where not exists (select from fields.suspicion s where s.sign = g.sign and s.fields = g.fields and s.entries && g.entries)
    on conflict (id) do nothing`
  return count
}

/** Where a finding lies: the narrowest place that holds all its entries. */
export const placesOfEntries = (tx: Tx, entries: readonly string[]) => sql(tx)<{ entry: string; place: string }[]>`
  select distinct entry, place from fields.pub_arrival where entry = any(${entries as string[]}::uuid[])`

type Row = Omit<Suspicion, 'sample'> & { entries: string[] }
const columns = (tx: Tx): Fragment => sql(tx)`
  id, sign, fields, entries, place, doors, near_share::float8 as "nearShare", chance::float8 as chance, found_at as "foundAt", outcome,
  note, looked_at as "lookedAt"`
export const listSuspicionRows = (tx: Tx, s: Scope, looked: boolean, limit: number, after: string[] | undefined) => {
  const [at = 'infinity', id = 'ffffffff-ffff-ffff-ffff-ffffffffffff'] = after ?? []
  return sql(tx)<Row[]>`
    select ${columns(tx)} from fields.suspicion
    where place >= ${s.lo} and place < ${s.hi} and (looked_at is not null) = ${looked} and (found_at, id) < (${at}::timestamptz, ${id}::uuid)
    order by found_at desc, id desc limit ${limit}`
}
export async function lockSuspicion(tx: Tx, id: string): Promise<Row | undefined> {
  const [row] = await sql(tx)<Row[]>`select ${columns(tx)} from fields.suspicion where id = ${id} for update`
  return row
}
type Looked = { outcome: string; note: string; now: number; post: string | null }
export const setLooked = async (tx: Tx, id: string, l: Looked): Promise<void> =>
  void (await sql(tx)`
    update fields.suspicion set outcome = ${l.outcome}, note = ${l.note}, looked_at = ${instant(l.now)}, looked_by = ${l.post} where id = ${id}`)

export type Came = { entry: string; kind: SubjectKind; subject: string; day: string }
/** Some doors of some entries, and the day. */
export const sampleOf = (tx: Tx, entries: readonly string[], limit: number) => sql(tx)<Came[]>`
  select distinct on (a.subject) a.entry, a.subject_kind as kind, a.subject, e.day from fields.pub_arrival a join people.pub_entry e on e.id = a.entry
  where a.entry = any(${entries as string[]}::uuid[]) order by a.subject, e.day limit ${limit}`
