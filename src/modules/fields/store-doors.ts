import { type Fragment, afresh, sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { Need } from './asked.ts'
import type { SubjectKind } from './contract.ts'
import { isSayable } from './core.ts'

export type DoorRow = { kind: SubjectKind; subject: string; place: string; missing: number; stale: number }
export type DoorsWanted = {
  lo: string
  hi: string
  day: string
  /** Born after this day is a child: nothing is asked about children for a form. */
  child: string
  after: readonly [place: string, subject: string] | undefined
  limit: number
}
type PlaceSubject = { subject: string; place: string }

/**
 * (kind, subject, place, head, door_kind, door): everybody and everything that belongs to a door. A door is a household with its
 * members and its dwelling, a dwelling where nobody lives, a firm, or a village or grid itself.
 */
const subjects = (
  tx: Tx,
  { lo, hi, day, child }: DoorsWanted,
  kinds: ReadonlySet<SubjectKind>,
  places: readonly PlaceSubject[],
): Fragment => {
  const db = sql(tx)
  const live = db`from_day <= ${day} and (until_day is null or until_day > ${day})`
  return db`
    select 'household' as kind, h.id as subject, h.place, false as head, 'household' as door_kind, h.id as door
    from homes.pub_household h where h.place >= ${lo} and h.place < ${hi} and ${live} and ${kinds.has('household')}
    union all
    select 'dwelling', h.dwelling, h.place, false, 'household', h.id
    from homes.pub_household h where h.place >= ${lo} and h.place < ${hi} and ${live} and ${kinds.has('dwelling')}
    union all
    select 'person', p.id, m.place, m.relation = 'head', 'household', m.household
    from (select * from homes.pub_member where place >= ${lo} and place < ${hi} and ${live} and ${kinds.has('person')}) m
    join people.pub_person p on p.id = m.person and p.stands_for is null and (p.born is null or p.born <= ${child})
    union all
    select 'dwelling', d.id, d.place, false, 'dwelling', d.id from homes.pub_dwelling d
    where d.place >= ${lo} and d.place < ${hi} and ${live} and ${kinds.has('dwelling')}
      and not exists (select from homes.pub_household h where h.dwelling = d.id and h.from_day <= ${day} and (h.until_day is null or h.until_day > ${day}))
    union all
    select 'organ', o.id, o.place, false, 'organ', o.id from people.pub_organ o
    where o.place >= ${lo} and o.place < ${hi} and o.kind in ('firm', 'social') and ${kinds.has('organ')}
    union all
    select 'place', g.subject, g.place, false, 'place', g.subject from jsonb_to_recordset(${places as never}::jsonb) as g(subject uuid, place text)
    where g.place collate "C" >= ${lo} and g.place collate "C" < ${hi}`
}

/** Doors where something is missing or stale, in order of place; each cell counted once however many forms want it. */
export async function listDoorsAsked(
  tx: Tx,
  wanted: DoorsWanted,
  needs: readonly Need[],
  places: readonly PlaceSubject[],
): Promise<DoorRow[]> {
  if (needs.length === 0) return []
  const db = sql(tx)
  afresh(tx)
  const asked = needs.map(({ key, kind, fresh, heads, area }) => ({
    key,
    kind,
    fresh,
    heads,
    area,
    core: isSayable(key),
  }))
  const { after } = wanted
  return db<DoorRow[]>`
    with n as materialized (select * from jsonb_to_recordset(${asked as never}::jsonb) as n(key text, kind text, fresh int, heads boolean, area text, core boolean)),
    s as materialized (${subjects(tx, wanted, new Set(needs.map(({ kind }) => kind)), places)}),
    cells as (
      select s.door_kind, s.door, s.place, s.subject, n.key, bool_or(v.id is null) as missing,
        bool_or(v.seen_on <= ${wanted.day}::date - n.fresh) as stale
      from s join n on n.kind = s.kind and (s.head or not n.heads) and starts_with(s.place, n.area) and not n.core
      left join fields.pub_current v on v.subject = s.subject and v.field = n.key
      group by 1, 2, 3, 4, 5
      union all
      select distinct s.door_kind, s.door, s.place, s.subject, n.key, true, false
      from s join n on n.kind = s.kind and (s.head or not n.heads) and starts_with(s.place, n.area) and n.core
      join people.pub_person p on p.id = s.subject
      where case n.key when 'person.phone' then p.phone is null when 'person.born' then p.born is null
        when 'person.idNumber' then not exists (select from people.pub_number k where k.person = p.id) else p.sex is null end)
    select door_kind as kind, door as subject, place collate "C" as place, (count(*) filter (where missing))::int as missing,
      (count(*) filter (where stale and not missing))::int as stale
    from cells where missing or stale
    group by door_kind, door, place
    having ${after === undefined} or (place collate "C", door) > (${after?.[0] ?? ''}, ${after?.[1] ?? '00000000-0000-0000-0000-000000000000'}::uuid)
    order by place collate "C", door limit ${wanted.limit}`
}

/** Names of doors and of people at them, past row-level security: the query notes them by `saw`. */
export const doorNames = (tx: Tx, households: readonly string[], dwellings: readonly string[]) => sql(tx)<
  { subject: string; address: string; door: string | null; head: string | null; name: string | null }[]
>`
  select h.id as subject, d.address, d.door, h.head, p.name from homes.pub_household h
  join homes.pub_dwelling d on d.id = h.dwelling left join people.pub_person p on p.id = h.head
  where h.id = any(${households as string[]}::uuid[])
  union all
  select d.id, d.address, d.door, null, null from homes.pub_dwelling d where d.id = any(${dwellings as string[]}::uuid[])`
