import type { Scope } from '#kernel/authorise.ts'
import { type Day, instant } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'

export type Door = {
  household: string | null
  dwelling: string | null
  place: string
  address: string | null
  head: string | null
  headName: string | null
}

const DOOR = `h.id as household, h.dwelling, h.place, d.address, h.head, n.name as "headName"`

/** A household, or the one that lives in a dwelling on that day; a dwelling that stands empty is a door too. */
export async function findDoor(
  tx: Tx,
  { household, dwelling }: { household: string | null; dwelling: string | null },
  day: Day,
): Promise<Door | undefined> {
  const q = sql(tx)
  const joined = q`from homes.pub_household h left join homes.pub_dwelling d on d.id = h.dwelling left join people.pub_person n on n.id = h.head`
  if (household) {
    const [row] = await q<
      Door[]
    >`select ${q.unsafe(DOOR)} ${joined} where h.id = ${household}::uuid and h.from_day <= ${day}`
    // Before it moved it was behind another door; before it was anywhere, it is asked for where it first was.
    return row ?? (await findStay(tx, household, day))
  }
  const [lived] = await q<
    Door[]
  >`select ${q.unsafe(DOOR)} ${joined} where h.dwelling = ${dwelling}::uuid and h.from_day <= ${day}
    and (h.until_day is null or h.until_day > ${day}) order by h.from_day desc, h.id limit 1`
  if (lived) return lived
  const [empty] = await q<
    Door[]
  >`select null::uuid as household, id as dwelling, place, address, null::uuid as head, null as "headName"
    from homes.pub_dwelling where id = ${dwelling}::uuid`
  return empty
}

async function findStay(tx: Tx, household: string, day: Day): Promise<Door | undefined> {
  const q = sql(tx)
  const [row] = await q<Door[]>`
    select ${q.unsafe(DOOR)} from (
        select id, dwelling, place, head, until_day from homes.pub_stay where id = ${household}::uuid
        union all select id, dwelling, place, head, 'infinity'::date from homes.pub_household where id = ${household}::uuid) h
      left join homes.pub_dwelling d on d.id = h.dwelling left join people.pub_person n on n.id = h.head
    where h.until_day > ${day} order by h.until_day limit 1`
  return row
}

export type DoorRow = {
  household: string
  place: string
  address: string | null
  lon: number | null
  lat: number | null
  head: string | null
  headName: string | null
}

/** Doors of a range by address; the range is the caller's scope. */
export const listDoors = (
  tx: Tx,
  wanted: { lo: string; hi: string; text: string | undefined; day: Day; after: string[] | undefined; limit: number },
) => {
  const q = sql(tx)
  // One lower end, not two: of two the index would take the cursor's and read the city up to the place. Never below the range.
  const within = (wanted.after?.[0] ?? '') >= wanted.lo
  const [place, id] = (within && wanted.after) || [wanted.lo, '00000000-0000-0000-0000-000000000000']
  return q<DoorRow[]>`
    select h.id as household, h.place, d.address, d.lon, d.lat, h.head, null as "headName"
    from homes.pub_household h join homes.pub_dwelling d on d.id = h.dwelling
    where (h.place, h.id) > (${place ?? ''}, ${id ?? ''}::uuid) and h.place < ${wanted.hi}
      and h.from_day <= ${wanted.day} and (h.until_day is null or h.until_day > ${wanted.day})
      ${wanted.text ? q`and position(${wanted.text} in d.address) > 0` : q``}
    order by h.place, h.id limit ${wanted.limit}`
}

export const doorRows = (tx: Tx, households: readonly string[]) => sql(tx)<DoorRow[]>`
  select h.id as household, h.place, d.address, d.lon, d.lat, h.head, n.name as "headName"
  from homes.pub_household h left join homes.pub_dwelling d on d.id = h.dwelling left join people.pub_person n on n.id = h.head
  where h.id = any(${households as string[]}::uuid[])`

export type StoredSaying = { bond: string; by: 'household' | 'answerer'; text: string; at: string }

export const sayingsOf = (tx: Tx, bonds: readonly string[]) => sql(tx)<StoredSaying[]>`
  select bond, by_side as by, text, at from bonds.pub_saying where bond = any(${bonds as string[]}::uuid[]) order by at desc limit 200`

export const insertSaying = async (
  tx: Tx,
  s: {
    id: string
    bond: string
    place: string
    by: 'household' | 'answerer'
    person: string
    text: string
    now: number
  },
): Promise<void> =>
  void (await sql(tx)`insert into bonds.saying (id, bond, place, by_side, person, text, at)
    values (${s.id}, ${s.bond}, ${s.place}, ${s.by}, ${s.person}, ${s.text}, ${instant(s.now)})`)

/** Closes the bond that a household had; past row-level security, see the function. */
export const leaveBond = async (
  tx: Tx,
  l: { bond: string; household: string; day: Day; by: string; why: string },
): Promise<void> =>
  void (await sql(
    tx,
  )`select bonds.leave(${l.bond}::uuid, ${l.household}::uuid, ${l.day}::date, ${l.by}::uuid, ${l.why})`)

export type Standing = {
  id: string
  kind: string
  place: string
  person: string | null
  post: string | null
  organ: string | null
  most: number | null
  from: Day
  until: Day | null
  name: string
  title: string
  holder: string | null
  load: number
}

/** Who stands ready at a place or above it, with what they have of the kind; in the order of names. */
export const readStanding = (tx: Tx, { place, kind, day }: { place: string; kind: string | null; day: Day }) => {
  const q = sql(tx)
  return q<Standing[]>`
    select a.id, a.kind, a.place, a.person, a.post, a.organ, a.most, a.from_day as "from", a.until_day as until,
      coalesce(n.name, g.name_zh, '') as name, coalesce(o.title, '') as title, coalesce(a.person, o.person) as holder,
      (select count(*)::int from bonds.pub_bond b where b.kind = a.kind and (b.until_day is null or b.until_day > ${day})
        and (b.person = a.person or b.post = a.post or b.organ = a.organ)) as load
    from bonds.pub_answerer a
    left join posts.pub_post o on o.id = a.post and o.from_day <= ${day} and (o.to_day is null or o.to_day > ${day})
    left join people.pub_person n on n.id = coalesce(a.person, o.person)
    left join people.pub_organ g on g.id = a.organ
    where a.place in ${q([place, place.slice(0, 12), place.slice(0, 15)])} ${kind ? q`and a.kind = ${kind}` : q``}
      and (a.until_day is null or a.until_day > ${day}) and (a.post is null or o.id is not null)
    order by name, a.id`
}

type Searched = {
  lo: string
  hi: string
  text: string
  kind: string | undefined
  day: Day
  after: string[] | undefined
  limit: number
}
/** The same below a place, by part of the name; what each has is counted for the page alone. */
export const searchStanding = (tx: Tx, { lo, hi, text, kind, day, after, limit }: Searched) => {
  const q = sql(tx)
  return q<Standing[]>`
    select p.*, (select count(*)::int from bonds.pub_bond b where b.kind = p.kind and (b.until_day is null or b.until_day > ${day})
        and (b.person = p.person or b.post = p.post or b.organ = p.organ)) as load
    from (
      select a.id, a.kind, a.place, a.person, a.post, a.organ, a.most, a.from_day as "from", a.until_day as until,
        coalesce(n.name, g.name_zh, '') collate "C" as name, coalesce(o.title, '') as title, coalesce(a.person, o.person) as holder
      from bonds.pub_answerer a
      left join posts.pub_post o on o.id = a.post and o.from_day <= ${day} and (o.to_day is null or o.to_day > ${day})
      left join people.pub_person n on n.id = coalesce(a.person, o.person)
      left join people.pub_organ g on g.id = a.organ
      where a.place >= ${lo} and a.place < ${hi} and (a.until_day is null or a.until_day > ${day}) and (a.post is null or o.id is not null)
        ${kind ? q`and a.kind = ${kind}` : q``} ${text ? q`and position(${text} in coalesce(n.name, g.name_zh, '')) > 0` : q``}
    ) p
    ${after ? q`where (p.name, p.id) > (${after[0] ?? ''}, ${after[1] ?? ''}::uuid)` : q``}
    order by p.name, p.id limit ${limit}`
}

export type NewAnswerer = {
  id: string
  kind: string
  place: string
  person: string | null
  post: string | null
  organ: string | null
  most: number | null
  from: Day
}

export async function insertAnswerers(
  tx: Tx,
  rows: readonly NewAnswerer[],
  { by, now }: { by: string | null; now: number },
): Promise<void> {
  await sql(tx)`
    insert into bonds.answerer (id, kind, place, person, post, organ, most, from_day, by_post, at)
    select id, kind, place, person, post, organ, most, "from", ${by}::uuid, ${instant(now)}
    from jsonb_to_recordset(${rows as never}::jsonb) as a(id uuid, kind text, place text, person uuid, post uuid, organ uuid, most int, "from" date)`
}

export const findAnswerer = async (tx: Tx, id: string) => {
  const [row] = await sql(tx)<
    {
      id: string
      kind: string
      place: string
      person: string | null
      post: string | null
      organ: string | null
      most: number | null
      until: Day | null
    }[]
  >`
    select id, kind, place, person, post, organ, most, until_day as until from bonds.pub_answerer where id = ${id}`
  return row
}

export const endAnswerer = async (tx: Tx, id: string, day: Day, why: string): Promise<void> =>
  void (await sql(
    tx,
  )`update bonds.answerer set until_day = greatest(from_day, ${day}::date), why_ended = ${why} where id = ${id}`)

/** Whether a place lies in a scope; for rows that are read past row-level security. */
export const inRange = (scope: Pick<Scope, 'lo' | 'hi'> | undefined, place: string): boolean =>
  scope !== undefined && place >= scope.lo && place < scope.hi
