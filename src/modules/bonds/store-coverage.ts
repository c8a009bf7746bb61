import type { Day } from '#kernel/clock.ts'
import { afresh, sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import { levelOf, pathOf } from '#modules/places/contract.ts'
import type { DoorRow } from './store-doors.ts'

/** `kinds`: those that count. `digits`: of the places below, by which it is added up. */
export type Asked = { place: string; day: Day; kinds: readonly string[]; digits: number }
export type AreaCount = { code: string; households: number; reached: number }

/**
 * The recount. Live is a bond within its days whose post somebody holds, or for which somebody stands in; it reaches its
 * household, all of its dwelling, or every household of its place. Nothing is kept of the answer.
 */
const recount = (tx: Tx, { place, day, kinds }: Asked) => {
  const q = sql(tx)
  return q`
    live as not materialized (
      select b.to_kind, b.to_id, b.place from bonds.pub_bond b
      where b.kind = any(${kinds as string[]}::text[]) and (b.place >= ${place} and b.place < ${place} || '~' or b.place = any(${pathOf(place)}::text[]))
        and b.from_day <= ${day} and (b.until_day is null or b.until_day > ${day})
        and (b.post is null or b.post in (select id from held) or b.post in (select post from stood))
    ), wide as materialized (select distinct place from live where to_kind = 'place'),
    doors as not materialized (
      select h.id, h.place, h.dwelling from homes.pub_household h
      where h.place >= ${place} and h.place < ${place} || '~' and h.from_day <= ${day} and (h.until_day is null or h.until_day > ${day})
      -- where a household was before it moved
      union all select s.id, s.place, s.dwelling from homes.pub_stay s
      where s.place >= ${place} and s.place < ${place} || '~' and s.from_day <= ${day} and s.until_day > ${day}
    ),
    -- one set, so that one join tells who is missing: a city's million bonds do not fit into the memory of a hashed subplan
    met as not materialized (
      select to_id as id from live where to_kind = 'household'
      union all select h.id from live l join homes.pub_household h on h.dwelling = l.to_id where l.to_kind = 'dwelling'
    ),
    missed as not materialized (
      select d.id, d.place, d.dwelling from doors d
      where not (left(d.place, 15) in (select place from wide) or left(d.place, 12) in (select place from wide)
          or left(d.place, 9) in (select place from wide) or left(d.place, 6) in (select place from wide)
          or left(d.place, 4) in (select place from wide) or d.place in (select place from wide))
        and not exists (select from met m where m.id = d.id)
    )`
}
const present = (tx: Tx, day: Day) => sql(tx)`
  held as materialized (select id from posts.pub_post where from_day <= ${day} and (to_day is null or to_day > ${day})),
  stood as materialized (select s.post from bonds.pub_substitute s where s.post is not null and s.from_day <= ${day} and s.until_day > ${day}
    and (s.by_post is null or s.by_post in (select id from held)))`

/** Each is planned for what is asked: a grid or the whole city. */
export const countAreas = (tx: Tx, asked: Asked) => {
  afresh(tx)
  const { digits } = asked
  return sql(tx)<AreaCount[]>`
    with ${present(tx, asked.day)}, ${recount(tx, asked)}
    select code, sum(households)::int as households, sum(households - missing)::int as reached from (
      select left(place, ${digits}::int) as code, count(*) as households, 0 as missing from doors group by 1
      union all select left(place, ${digits}::int), 0, count(*) from missed group by 1) as counted
    group by code order by code`
}

export const readGaps = (tx: Tx, asked: Asked, { after, limit }: { after: string[] | undefined; limit: number }) => {
  afresh(tx)
  const [place, id] = after ?? ['', '00000000-0000-0000-0000-000000000000']
  return sql(tx)<DoorRow[]>`
    with ${present(tx, asked.day)}, ${recount(tx, asked)}
    select r.id as household, r.place, d.address, d.lon, d.lat, null::uuid as head, null as "headName"
    from (select id, place, dwelling from missed where (place, id) > (${place ?? ''}, ${id ?? ''}::uuid) order by place, id limit ${limit}) r
    left join homes.pub_dwelling d on d.id = r.dwelling order by r.place, r.id`
}

/** Bonds that would reach somebody if their post were held. */
export async function countVacant(tx: Tx, { place, day, kinds }: Asked): Promise<number> {
  afresh(tx)
  const [row] = await sql(tx)<{ n: number }[]>`
    with ${present(tx, day)}
    select count(*)::int as n from bonds.pub_bond b where b.kind = any(${kinds as string[]}::text[]) and b.post is not null
      and b.place >= ${place} and b.place < ${place} || '~' and b.from_day <= ${day} and (b.until_day is null or b.until_day > ${day})
      and b.post not in (select id from held) and b.post not in (select post from stood)`
  return row?.n ?? 0
}

export type Overload = {
  person: string | null
  post: string | null
  organ: string | null
  name: string
  title: string
  kind: string
  load: number
  most: number
  place: string
}

/**
 * Sources with more than they may have, counted over all they have anywhere, for those with a bond in the place. The quota is the
 * smaller of the kind's and their own. In the whole city here is everywhere, so nobody is looked up a second time.
 */
export const readOverloads = (tx: Tx, { place, day, kinds }: Asked) => {
  afresh(tx)
  const q = sql(tx)
  const everywhere = levelOf(place) === 'city'
  return q<Overload[]>`
  with quotas as (select distinct on (code) code, quota from bonds.kind where from_day <= ${day} order by code, version desc),
  own as (select kind, coalesce(person, post, organ) as source, min(most) as most from bonds.pub_answerer
    where most is not null and (until_day is null or until_day > ${day}) group by 1, 2),
  here as materialized (
    select b.kind, b.person, b.post, b.organ, coalesce(b.person, b.post, b.organ) as source, count(*)::int as load, min(b.place) as place
    from bonds.pub_bond b where b.kind = any(${kinds as string[]}::text[]) and b.place >= ${place} and b.place < ${place} || '~'
      and b.kind in (select code from quotas where quota is not null union all select kind from own)
      and b.from_day <= ${day} and (b.until_day is null or b.until_day > ${day})
    group by b.kind, b.person, b.post, b.organ
  ), loads as (${
    everywhere
      ? q`select * from here`
      : q`
    select h.kind, h.person, h.post, h.organ, h.source, l.load, l.place from here h cross join lateral (
      select count(*)::int as load, min(b.place) as place from bonds.pub_bond b
      where (b.person = h.person or b.post = h.post or b.organ = h.organ) and b.kind = h.kind
        and b.from_day <= ${day} and (b.until_day is null or b.until_day > ${day})) l`
  })
  select l.person, l.post, l.organ, l.kind, l.load, least(k.quota, w.most) as most, l.place, coalesce(n.name, g.name_zh, '') as name, coalesce(o.title, '') as title
  from loads l join quotas k on k.code = l.kind left join own w on w.kind = l.kind and w.source = l.source
  left join posts.pub_post o on o.id = l.post left join people.pub_person n on n.id = coalesce(l.person, o.person)
  left join people.pub_organ g on g.id = l.organ
  where l.load > least(k.quota, w.most) order by l.place, l.kind, l.source limit 500`
}

/** Homes of those who stand ready: where they live, otherwise nothing. */
export const homePoints = (tx: Tx, persons: readonly string[], day: Day) => sql(tx)<
  { person: string; lon: number | null; lat: number | null }[]
>`
  select distinct on (m.person) m.person, d.lon, d.lat from homes.pub_member m join homes.pub_household h on h.id = m.household
  join homes.pub_dwelling d on d.id = h.dwelling
  where m.person = any(${persons as string[]}::uuid[]) and m.from_day <= ${day} and (m.until_day is null or m.until_day > ${day})
  order by m.person, m.from_day`

/** Of these households, those that a bond of the kind reaches already. */
export const reachedBy = (tx: Tx, households: readonly string[], kind: string, day: Day) => sql(tx)<
  { household: string }[]
>`
  select distinct to_id as household from bonds.pub_bond where to_id = any(${households as string[]}::uuid[]) and kind = ${kind}
    and from_day <= ${day} and (until_day is null or until_day > ${day})`
