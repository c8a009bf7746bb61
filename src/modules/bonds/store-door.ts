import type { Day } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import { pathOf } from '#modules/places/contract.ts'
import { GRID_TEAM } from './contract.ts'

/** What is known of a door; the place is its grid. */
export type DoorKeys = { household: string | null; dwelling: string | null; place: string }

export type FoundAnswerer = {
  bond: string | null
  kind: string
  toKind: 'place' | 'household' | 'dwelling' | 'organ' | 'person'
  toId: string | null
  place: string
  origin: 'assigned' | 'chosen'
  /** Exactly one of the three is the source. */
  sourcePerson: string | null
  post: string | null
  organ: string | null
  /** Who it is on that day: the person of the bond, or who holds its post; null for an organ and for a vacant post. */
  person: string | null
  name: string
  title: string
  substitute: string | null
  substituteName: string | null
  substituteUntil: Day | null
  from: Day
  until: Day | null
}

/** The bonds in `b` with who holds them on the day, and who stands in. */
const peopled = (tx: Tx, day: Day) => sql(tx)`
  select b.id as bond, b.kind, b.to_kind as "toKind", b.to_id as "toId", b.place, b.origin, b.person as "sourcePerson", b.post, b.organ,
    coalesce(b.person, o.person) as person, coalesce(n.name, g.name_zh, '') as name, coalesce(nullif(b.role, ''), o.title, '') as title,
    s.person as substitute, s.name as "substituteName", s.until_day as "substituteUntil", b.from_day as "from", b.until_day as until
  from b
  left join posts.pub_post o on o.id = b.post and o.from_day <= ${day} and (o.to_day is null or o.to_day > ${day})
  left join people.pub_person n on n.id = coalesce(b.person, o.person)
  left join people.pub_organ g on g.id = b.organ
  left join lateral (
    select coalesce(t.by_person, h.person) as person, coalesce(m.name, '') as name, t.until_day
    from bonds.pub_substitute t
    left join posts.pub_post h on h.id = t.by_post and h.from_day <= ${day} and (h.to_day is null or h.to_day > ${day})
    left join people.pub_person m on m.id = coalesce(t.by_person, h.person)
    where coalesce(t.person, t.post) = coalesce(b.person, b.post) and t.from_day <= ${day} and t.until_day > ${day}
    order by t.from_day desc, t.id limit 1) s on true`

/** The nearest first: the household, its dwelling, the grid, the village, and so on upwards. */
export function findAnswerers(tx: Tx, door: DoorKeys, day: Day): Promise<FoundAnswerer[]> {
  const q = sql(tx)
  const ids = [door.household, door.dwelling].filter((one) => one !== null)
  const places = pathOf(door.place)
  return q<FoundAnswerer[]>`
    with b as (
      select * from bonds.pub_bond where to_id = any(${ids}::uuid[]) and to_kind in ('household', 'dwelling')
        and from_day <= ${day} and (until_day is null or until_day > ${day})
      union all
      select * from bonds.pub_bond where to_kind = 'place' and place = any(${places}::text[]) and kind <> ${GRID_TEAM}
        and from_day <= ${day} and (until_day is null or until_day > ${day})
      union all
      select null::uuid, 'grid_post', o.place, 'place', null::uuid, null::uuid, o.id, null::uuid, '', 'assigned', o.from_day, o.to_day, null::uuid, null::timestamptz
      from posts.pub_post o where o.place = any(${places}::text[]) and length(o.place) >= 15 and o.role = 'grid_worker'
        and o.from_day <= ${day} and (o.to_day is null or o.to_day > ${day})
    )
    ${peopled(tx, day)}
    order by case b.to_kind when 'household' then 0 when 'dwelling' then 1 else 2 end, length(b.place) desc, b.kind, b.from_day, b.id`
}

/** Bonds of a source to anything but doors: places, organs, persons. */
export const findBroad = (
  tx: Tx,
  { post, person }: { post?: string | null; person?: string | null },
  day: Day,
): Promise<FoundAnswerer[]> => sql(tx)<FoundAnswerer[]>`
    with b as (select * from bonds.pub_bond where (post = ${post ?? null}::uuid or person = ${person ?? null}::uuid)
      and to_kind in ('place', 'organ', 'person') and from_day <= ${day} and (until_day is null or until_day > ${day}))
    ${peopled(tx, day)} order by b.kind, b.place, b.id limit 200`

export const findBond = async (tx: Tx, id: string, day: Day): Promise<FoundAnswerer | undefined> => {
  const [row] = await sql(tx)<
    FoundAnswerer[]
  >`with b as (select * from bonds.pub_bond where id = ${id}) ${peopled(tx, day)}`
  return row
}

export type FoundDoor = {
  household: string
  dwelling: string
  place: string
  /** Kinds of the bonds by which it is one's own. */
  kinds: string[]
  /** The bond to this very household, if it is one. */
  bond: string | null
}
const FIRST = '00000000-0000-0000-0000-000000000000'
type Page = { limit: number; after?: { place: string; household: string } | undefined }

/** Of every source of doors the first `limit` past the cursor: a team's thousand doors are not sorted to show twenty. */
export function findDoorsOf(
  tx: Tx,
  { post = null, person = null }: { post?: string | null; person?: string | null },
  day: Day,
  { limit, after }: Page,
): Promise<FoundDoor[]> {
  const q = sql(tx)
  const [atPlace, atHousehold] = [after?.place ?? '', after?.household ?? FIRST]
  const living = q`h.from_day <= ${day} and (h.until_day is null or h.until_day > ${day})`
  const past = q`(h.place, h.id) > (${atPlace}, ${atHousehold}::uuid) and ${living}`
  const binding = q`b.to_kind in ('place', 'household', 'dwelling') and b.from_day <= ${day} and (b.until_day is null or b.until_day > ${day})
    and b.kind in (select code from near)`
  return q<FoundDoor[]>`
    with who as (
      select ${person}::uuid as person, ${post}::uuid as post
      union all select s.person, s.post from bonds.pub_substitute s
      where (s.by_post = ${post}::uuid or s.by_person = ${person}::uuid) and s.from_day <= ${day} and s.until_day > ${day}
    ), near as (select k.code from ${kindsOn(tx, day)} k where k.near),
    -- each by its own index: an alternative of both would read every bond there is
    mine as (
      select b.* from who w join bonds.pub_bond b on b.person = w.person where ${binding}
      union all select b.* from who w join bonds.pub_bond b on b.post = w.post where ${binding}
    ), ranges as (
      select place, kind from mine where to_kind = 'place'
      union select o.place, 'grid_post' from posts.pub_post o where o.id = ${post}::uuid and o.role = 'grid_worker'
        and o.from_day <= ${day} and (o.to_day is null or o.to_day > ${day})
    ), doors as (
      select h.id, h.dwelling, h.place, m.kind, m.id as bond from mine m join homes.pub_household h on m.to_kind = 'household' and h.id = m.to_id where ${past}
      union all select h.id, h.dwelling, h.place, m.kind, null from mine m join homes.pub_household h on m.to_kind = 'dwelling' and h.dwelling = m.to_id where ${past}
      union all select h.id, h.dwelling, h.place, r.kind, null from ranges r cross join lateral (
        select h.id, h.dwelling, h.place from homes.pub_household h
        -- one lower end, not two: of two the index would take the cursor's and read the city up to the place
        where (h.place, h.id) > (greatest(r.place, ${atPlace}), case when r.place > ${atPlace} then ${FIRST} else ${atHousehold} end::uuid)
          and h.place < r.place || '~' and ${living}
        order by h.place, h.id limit ${limit}) h
    )
    select id as household, dwelling, place, array_agg(distinct kind) as kinds, (array_agg(bond) filter (where bond is not null))[1] as bond
    from doors group by id, dwelling, place order by place, id limit ${limit}`
}

/** The kinds in the version that is in force on a day. */
export const kindsOn = (tx: Tx, day: Day) =>
  sql(tx)`(select distinct on (code) code, version, zh, en, sources, targets, quota, near, choosable, from_day, reason
    from bonds.kind where from_day <= ${day} order by code, version desc)`
