import { type Day, instant } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'

export type StoredWork = {
  id: string
  place: string
  title: string
  about: string
  seats: number
  taken: number
  from: Day
  until: Day
  mine: string | null
}

/** Work offered at or below a place, past row-level security: what is to be done is public to staff. */
export const readWork = (
  tx: Tx,
  { lo, hi, day, person, id = null }: { lo: string; hi: string; day: Day; person: string | null; id?: string | null },
) => {
  const q = sql(tx)
  return q<StoredWork[]>`
    select w.id, w.place, w.title, w.about, w.seats, w.from_day as "from", w.until_day as until,
      (select count(*)::int from bonds.pub_claim c where c.work = w.id and c.left_at is null) as taken,
      (select c.id from bonds.pub_claim c where c.work = w.id and c.left_at is null and c.person = ${person}::uuid) as mine
    from bonds.pub_work w where w.place >= ${lo} and w.place < ${hi} and w.until_day > ${day} ${id ? q`and w.id = ${id}` : q``}
    order by w.place, w.from_day, w.id limit 500`
}

export type NewWork = { id: string; place: string; title: string; about: string; seats: number; from: Day; until: Day }
export const insertWork = async (
  tx: Tx,
  rows: readonly NewWork[],
  { by, now }: { by: string | null; now: number },
): Promise<void> =>
  void (await sql(tx)`insert into bonds.work (id, place, title, about, seats, from_day, until_day, by_post, at)
    select id, place, title, about, seats, "from", until, ${by}::uuid, ${instant(now)}
    from jsonb_to_recordset(${rows as never}::jsonb) as w(id uuid, place text, title text, about text, seats int, "from" date, until date)`)

/** A race for the last seat waits here. */
export async function lockWork(tx: Tx, id: string, person: string | null, day: Day): Promise<StoredWork | undefined> {
  await sql(tx)`select pg_advisory_xact_lock(hashtextextended(${`bonds.work ${id}`}, 0))`
  const [row] = await readWork(tx, { lo: '', hi: '~', day, person, id })
  return row
}

export const insertClaim = async (
  tx: Tx,
  c: { id: string; work: string; place: string; person: string; organ: string; now: number },
): Promise<void> =>
  void (await sql(
    tx,
  )`insert into bonds.claim (id, work, place, person, organ, at) values (${c.id}, ${c.work}, ${c.place}, ${c.person}, ${c.organ}, ${instant(c.now)})`)

export async function lockClaim(tx: Tx, id: string) {
  const [row] = await sql(tx)<{ id: string; person: string; place: string; leftAt: string | null }[]>`
    select id, person, place, left_at as "leftAt" from bonds.claim where id = ${id} for update`
  return row
}
export const leaveClaim = async (tx: Tx, id: string, why: string, now: number): Promise<void> =>
  void (await sql(tx)`update bonds.claim set left_at = ${instant(now)}, why_left = ${why} where id = ${id}`)

export type Department = { organ: string; name: string; place: string; from: Day; until: Day | null; members: string[] }
/** Departments bound to places of a range on a day, with those of them who have claimed something there. */
export const readDepartments = (tx: Tx, { lo, hi, day }: { lo: string; hi: string; day: Day }) => sql(tx)<Department[]>`
  select b.organ, coalesce(g.name_zh, '') as name, b.place, b.from_day as "from", b.until_day as until,
    array(select distinct c.person from bonds.pub_claim c where c.organ = b.organ and c.left_at is null and c.place like b.place || '%') as members
  from bonds.pub_bond b left join people.pub_organ g on g.id = b.organ
  where b.kind = 'department_community' and b.place >= ${lo} and b.place < ${hi} and b.from_day <= ${day} and (b.until_day is null or b.until_day > ${day})
  order by b.place, name limit 500`

/** Whether an organ is bound to a place, or to one above it, on a day. */
export async function reportsIn(tx: Tx, organ: string, place: string, day: Day): Promise<boolean> {
  const [row] = await sql(tx)<
    { found: boolean }[]
  >`select exists (select from bonds.pub_bond where organ = ${organ} and kind = 'department_community'
    and ${place} like place || '%' and from_day <= ${day} and (until_day is null or until_day > ${day})) as found`
  return row?.found ?? false
}

export type Done = { kind: 'visit' | 'order'; subject: string; person: string; place: string; at: string }

/** Counts for the seat that the person had on that instant at that place or above it; for nobody else, and once. */
export const insertDone = async (tx: Tx, d: Done): Promise<void> =>
  void (await sql(tx)`insert into bonds.done (kind, subject, claim, place, at)
    select ${d.kind}, ${d.subject}::uuid, c.id, ${d.place}, ${d.at}::timestamptz from bonds.claim c
    where c.person = ${d.person} and starts_with(${d.place}, c.place) and c.at <= ${d.at}::timestamptz
      and (c.left_at is null or c.left_at > ${d.at}::timestamptz)
    order by length(c.place) desc, c.at limit 1 on conflict do nothing`)

/** How much of each a department did at or below a place since an instant. */
export async function countDone(
  tx: Tx,
  { organ, place, since }: { organ: string; place: string; since: string },
): Promise<Record<Done['kind'], number>> {
  const rows = await sql(tx)<{ kind: Done['kind']; n: number }[]>`
    select kind, count(distinct subject)::int as n from bonds.pub_done
    where organ = ${organ} and starts_with(place, ${place}) and at >= ${since}::timestamptz group by kind`
  return { visit: 0, order: 0, ...Object.fromEntries(rows.map(({ kind, n }) => [kind, n])) }
}

/** Whether somebody has a seat at a place or above it today: who reports in goes to the doors there. */
export async function hasSeat(tx: Tx, person: string, place: string): Promise<boolean> {
  const [row] = await sql(tx)<{ found: boolean }[]>`select exists (select from bonds.pub_claim c
    where c.person = ${person} and c.left_at is null and starts_with(${place}, c.place)) as found`
  return row?.found ?? false
}
