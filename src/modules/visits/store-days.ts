import { instant } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { Protection } from './rules.ts'

/** A handful of rules; those at or above a place, or below it. */
export async function fieldDaysAt(tx: Tx, place: string): Promise<Protection[]> {
  const q = sql(tx)
  const rules = await q<Omit<Protection, 'exceptions'>[]>`
    select id, place, weekday, from_day as "from", until_day as until, rule from visits.field_day
    where starts_with(${place}, place) or starts_with(place, ${place}) order by length(place) desc, from_day desc, id`
  const lifted = await q<{ fieldDay: string; day: string; place: string; reason: string }[]>`
    select field_day as "fieldDay", day, place, reason from visits.day_exception
    where field_day = any(${rules.map(({ id }) => id)}::uuid[]) order by day desc, place`
  return rules.map((rule) => ({ ...rule, exceptions: lifted.filter(({ fieldDay }) => fieldDay === rule.id) }))
}
export async function findFieldDay(
  tx: Tx,
  id: string,
): Promise<{ id: string; place: string; weekday: number } | undefined> {
  const [row] = await sql(tx)<{ id: string; place: string; weekday: number }[]>`
    select id, place, weekday from visits.field_day where id = ${id}`
  return row
}

export type NewFieldDay = {
  id: string
  place: string
  weekday: number
  from: string
  until: string | null
  rule: string
  post: string | null
}
/** From its first day on it takes the place of the rule that held at exactly that place. */
export async function insertFieldDay(tx: Tx, f: NewFieldDay): Promise<void> {
  const q = sql(tx)
  await q`update visits.field_day set until_day = greatest(${f.from}::date, from_day + 1)
    where place = ${f.place} and weekday = ${f.weekday} and (until_day is null or until_day > ${f.from})`
  await q`insert into visits.field_day (id, place, weekday, from_day, until_day, rule, by_post)
    values (${f.id}, ${f.place}, ${f.weekday}, ${f.from}, ${f.until}, ${f.rule}, ${f.post})`
}
export type NewException = {
  fieldDay: string
  place: string
  day: string
  reason: string
  post: string | null
  now: number
}
export const insertException = async (tx: Tx, e: NewException): Promise<void> =>
  void (await sql(tx)`insert into visits.day_exception (field_day, place, day, reason, by_post, at)
    values (${e.fieldDay}, ${e.place}, ${e.day}, ${e.reason}, ${e.post}, ${instant(e.now)})`)

// ---- meetings --------------------------------------------------------------------------------------------------------

export type MeetingRow = {
  id: string
  title: string
  day: string
  from: string
  to: string
  where: string
  place: string
  post: string
  cancelled: boolean
}
const MEETING = `m.id, m.title, m.day, m.starts as "from", m.ends as "to", m.location as "where", m.place, m.post, m.cancelled_at is not null as cancelled`

export type NewMeeting = Omit<MeetingRow, 'cancelled'> & { posts: readonly string[]; now: number }
export async function insertMeeting(tx: Tx, m: NewMeeting): Promise<void> {
  const q = sql(tx)
  await q`insert into visits.meeting (id, title, day, starts, ends, location, place, post, called_at)
    values (${m.id}, ${m.title}, ${m.day}, ${m.from}, ${m.to}, ${m.where}, ${m.place}, ${m.post}, ${instant(m.now)})`
  await q`insert into visits.invited (meeting, post) select ${m.id}::uuid, p from unnest(${m.posts as string[]}::uuid[]) as p`
}

export async function findMeeting(tx: Tx, id: string): Promise<MeetingRow | undefined> {
  const q = sql(tx)
  const [row] = await q<MeetingRow[]>`select ${q.unsafe(MEETING)} from visits.meeting m where m.id = ${id}`
  return row
}
export const invitedTo = (tx: Tx, meetings: readonly string[]) => sql(tx)<
  { meeting: string; post: string; coming: boolean | null }[]
>`
  select meeting, post, coming from visits.invited where meeting = any(${meetings as string[]}::uuid[]) order by meeting, post`

type MeetingPage = { post: string | null; from: string; to?: string; limit: number; after: string[] | undefined }
export const meetingsOf = (tx: Tx, l: MeetingPage) => {
  const q = sql(tx)
  return q<MeetingRow[]>`select ${q.unsafe(MEETING)} from visits.meeting m
    where m.day >= ${l.from} ${l.to ? q`and m.day <= ${l.to}` : q``}
      and (m.post = ${l.post} or exists (select from visits.invited i where i.meeting = m.id and i.post = ${l.post}))
      ${l.after ? q`and (m.day, m.id) > (${l.after[0] ?? ''}::date, ${l.after[1] ?? ''}::uuid)` : q``}
    order by m.day, m.id limit ${l.limit}`
}
export async function answerInvitation(tx: Tx, a: { id: string; post: string; coming: boolean }): Promise<boolean> {
  const { count } = await sql(
    tx,
  )`update visits.invited set coming = ${a.coming} where meeting = ${a.id} and post = ${a.post}`
  return count > 0
}
export async function cancelMeeting(tx: Tx, id: string, now: number): Promise<boolean> {
  const { count } = await sql(
    tx,
  )`update visits.meeting set cancelled_at = ${instant(now)} where id = ${id} and cancelled_at is null`
  return count > 0
}

/** Rules and their exceptions go on with their place, and so do meetings that are still to be held. */
export async function moveDays(
  tx: Tx,
  moved: readonly { was: string; became: string }[],
  today: string,
): Promise<void> {
  const q = sql(tx)
  const [was, became] = [moved.map((one) => one.was), moved.map((one) => one.became)]
  await q`update visits.field_day d set place = s.became from unnest(${was}::text[], ${became}::text[]) as s(was, became)
    where d.place = s.was and (d.until_day is null or d.until_day > ${today})`
  await q`insert into visits.day_exception (field_day, place, day, reason, by_post, at)
    select e.field_day, s.became, e.day, e.reason, e.by_post, e.at from visits.day_exception e
      join unnest(${was}::text[], ${became}::text[]) as s(was, became) on s.was = e.place
    where e.day >= ${today} order by e.at on conflict do nothing`
  await q`update visits.meeting m set place = s.became from unnest(${was}::text[], ${became}::text[]) as s(was, became)
    where m.place = s.was and m.day >= ${today} and m.cancelled_at is null`
}
