import { type Day, instant } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'

export type NewLine = {
  kind: 'case' | 'bond' | 'promise'
  subject: string
  place: string
  /** Of the promise, the number of the case, the address; never a name. */
  text: string
  due: string | null
}

/** A line that is there already stays as it is. */
export async function insertLines(tx: Tx, file: string, lines: readonly NewLine[]): Promise<void> {
  if (lines.length > 0)
    await insertAllLines(
      tx,
      lines.map((line) => ({ file, ...line })),
    )
}
export async function insertAllLines(tx: Tx, lines: readonly (NewLine & { file: string })[]): Promise<void> {
  await sql(tx)`
    insert into bonds.file_line (file, kind, subject, place, text, due)
    select file, kind, subject, place, text, due
    from jsonb_to_recordset(${lines as never}::jsonb) as l(file uuid, kind text, subject uuid, place text, text text, due timestamptz)
    on conflict do nothing`
}

export type Followed = { was: string; became: string; day: Day }
export type FollowedBond = { id: string; post: string; place: string; toId: string | null }
type By = { person: string | null; post: string | null; now: number; why: string }

/**
 * What posts answer for goes on with their successors: each bond is closed on the day and goes on from that very day, so that
 * the days of the two meet without a gap. Bonds that begin later are simply the successor's. One statement for all of them.
 */
export async function followBonds(tx: Tx, moves: readonly Followed[], by: By): Promise<FollowedBond[]> {
  const q = sql(tx)
  const moved = q`jsonb_to_recordset(${moves as never}::jsonb) as m(was uuid, became uuid, day date)`
  const begun = await q<FollowedBond[]>`
    update bonds.bond b set post = m.became from ${moved}
    where b.post = m.was and b.from_day >= m.day and (b.until_day is null or b.until_day > b.from_day)
    returning b.id, b.post, b.place, b.to_id as "toId"`
  await q`update bonds.answerer a set post = m.became from ${moved} where a.post = m.was and a.until_day is null`
  const followed = await q<FollowedBond[]>`
    with closed as (
      update bonds.bond b set until_day = m.day, ended_by = ${by.person}, why_ended = ${by.why}
      from (select m.became, m.day, o.id, o.until_day from ${moved}
        join bonds.bond o on o.post = m.was and o.from_day < m.day and (o.until_day is null or o.until_day > m.day)) m
      where b.id = m.id
      returning b.*, m.became, m.day, m.until_day as was_until
    )
    insert into bonds.bond (id, kind, place, to_kind, to_id, post, role, origin, from_day, until_day, follows, by_person, by_post, at, under)
    select gen_random_uuid(), kind, place, to_kind, to_id, became, role, origin, day, was_until, id, ${by.person}, ${by.post}, ${instant(by.now)}, under
    from closed returning id, post, place, to_id as "toId"`
  return [...begun, ...followed]
}

/** Live bonds of these posts, and of what they became, that nobody holds on a day: what a rotation may never leave. */
export async function countWithout(tx: Tx, posts: readonly string[], day: Day): Promise<number> {
  const [row] = await sql(tx)<{ n: number }[]>`
    select count(*)::int as n from bonds.pub_bond b where b.post = any(${posts as string[]}::uuid[])
      and b.from_day <= ${day} and (b.until_day is null or b.until_day > ${day})
      and not exists (select from posts.pub_post o where o.id = b.post and o.from_day <= ${day} and (o.to_day is null or o.to_day > ${day}))`
  return row?.n ?? 0
}
/** What the posts answer for on a day, whoever holds them. */
export async function countOf(tx: Tx, posts: readonly string[], day: Day): Promise<number> {
  const [row] = await sql(tx)<{ n: number }[]>`
    select count(*)::int as n from bonds.pub_bond b where b.post = any(${posts as string[]}::uuid[])
      and b.from_day <= ${day} and (b.until_day is null or b.until_day > ${day})`
  return row?.n ?? 0
}

export type Seat = {
  id: string
  person: string
  name: string
  role: string
  title: string
  place: string
  organ: string | null
  from: Day
  to: Day | null
}
export const readSeats = (tx: Tx, posts: readonly string[]) => sql(tx)<Seat[]>`
  select o.id, o.person, coalesce(n.name, '') as name, o.role, o.title, o.place, o.organ, o.from_day as "from", o.to_day as "to"
  from posts.pub_post o left join people.pub_person n on n.id = o.person where o.id = any(${posts as string[]}::uuid[])`

/** Every post that these persons have or had. */
export const readOffices = (tx: Tx, persons: readonly string[]) => sql(tx)<Seat[]>`
  select o.id, o.person, coalesce(n.name, '') as name, o.role, o.title, o.place, o.organ, o.from_day as "from", o.to_day as "to"
  from posts.pub_post o left join people.pub_person n on n.id = o.person where o.person = any(${persons as string[]}::uuid[])`

/** Posts of a range that are held on a day, with their holders. */
export const readSeatsIn = (tx: Tx, { lo, hi }: { lo: string; hi: string }, day: Day) => sql(tx)<
  (Omit<Seat, 'from' | 'to' | 'organ' | 'role'> & { organName: string })[]
>`
  select o.id, o.person, coalesce(n.name, '') as name, o.title, o.place, coalesce(g.name_zh, '') as "organName"
  from posts.pub_post o left join people.pub_person n on n.id = o.person left join people.pub_organ g on g.id = o.organ
  where o.place >= ${lo} and o.place < ${hi} and o.from_day <= ${day} and (o.to_day is null or o.to_day > ${day})
  order by o.place, o.id`

/** People of the offices by name, whether they hold a post or not; residents are nobody's successor. */
export const readStaffNamed = (tx: Tx, names: readonly string[]) => sql(tx)<{ id: string; name: string }[]>`
  select id, name from people.pub_person where source = 'register' and stands_for is null and name = any(${names as string[]}::text[]) order by id`

export const readNames = (tx: Tx, persons: readonly string[]) => sql(tx)<{ id: string; name: string }[]>`
  select id, name from people.pub_person where id = any(${persons as string[]}::uuid[])`

export type HomeOf = { person: string; household: string; place: string; withWhom: string }
/** Households of these persons on a day, and everybody in them. */
export const readHomes = (tx: Tx, persons: readonly string[], day: Day) => sql(tx)<HomeOf[]>`
  select m.person, m.household, m.place, o.person as "withWhom" from homes.pub_member m
  join homes.pub_member o on o.household = m.household and o.from_day <= ${day} and (o.until_day is null or o.until_day > ${day})
  where m.person = any(${persons as string[]}::uuid[]) and m.from_day <= ${day} and (m.until_day is null or m.until_day > ${day})`

export const readTargets = (tx: Tx, posts: readonly string[], day: Day) => sql(tx)<
  { post: string; kind: string; id: string | null; place: string }[]
>`
  select post, to_kind as kind, to_id as id, place from bonds.pub_bond where post = any(${posts as string[]}::uuid[])
    and (until_day is null or until_day > ${day})`

export const firmsAmong = async (tx: Tx, organs: readonly string[]): Promise<Set<string>> =>
  new Set(
    (
      await sql(tx)<
        { id: string }[]
      >`select id from people.pub_organ where id = any(${organs as string[]}::uuid[]) and kind in ('firm', 'social')`
    ).map(({ id }) => id),
  )

export type NewRotation = {
  id: string
  place: string
  day: Day
  note: string
  moves: number
  despite: readonly object[]
  by: string | null
  now: number
}
export const insertRotation = async (tx: Tx, r: NewRotation): Promise<void> =>
  void (await sql(tx)`insert into bonds.rotation (id, place, day, note, moves, despite, by_post, at)
    values (${r.id}, ${r.place}, ${r.day}, ${r.note}, ${r.moves}, ${r.despite as never}::jsonb, ${r.by}, ${instant(r.now)})`)

export type NewFile = {
  id: string
  rotation: string | null
  was: string
  became: string
  place: string
  day: Day
  unit: string
  days: number
  calendar: string
  dueAt: string
  note: string
}
/** One file for each post that changed hands; the second telling of the same change makes none. */
export const insertFiles = (tx: Tx, files: readonly NewFile[]) => sql(tx)<{ id: string }[]>`
  insert into bonds.file (id, rotation, was, became, place, day, unit, days, calendar, due_at, note)
  select id, rotation, was, became, place, day, unit, days, calendar, "dueAt", note
  from jsonb_to_recordset(${files as never}::jsonb) as f(id uuid, rotation uuid, was uuid, became uuid, place text, day date, unit text, days int, calendar text, "dueAt" timestamptz, note text)
  on conflict (was) do nothing returning id`

/** Addresses of what the bonds lead to, for the lines of a file. */
export const addressesOf = (tx: Tx, targets: readonly string[]) => sql(tx)<{ id: string; address: string | null }[]>`
  select h.id, d.address from homes.pub_household h join homes.pub_dwelling d on d.id = h.dwelling where h.id = any(${targets as string[]}::uuid[])
  union all select id, address from homes.pub_dwelling where id = any(${targets as string[]}::uuid[])
  union all select id, name_zh from people.pub_organ where id = any(${targets as string[]}::uuid[])`
