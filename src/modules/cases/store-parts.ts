import { instant, millis } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { Step } from './course.ts'
import type { State } from './lifecycle.ts'
import type { Facts } from './store.ts'

type StepRow = Omit<Step, 'at'> & { at: string; state: State }
export type StoredStep = Step & { state: State }

export async function stepsOf(tx: Tx, id: string): Promise<StoredStep[]> {
  const rows = await sql(tx)<
    StepRow[]
  >`select no, at, action, state, level, desk, organ, assignee, by_post as "byPost", by_person as "byPerson",
      by_organ as "byOrgan", reason, note, answer, facts
    from cases.step where case_id = ${id} order by no`
  return rows.map((row) => ({ ...row, at: millis(row.at) }))
}

export type StoredFile = { id: string; step: number; width: number; height: number; public: boolean }
export const filesOf = (tx: Tx, id: string) =>
  sql(tx)<StoredFile[]>`select id, step, width, height, public from cases.file where case_id = ${id} order by step, id`

type Attaching = { step: number; ids: readonly string[]; shown: boolean; by: string | null }

/** Takes loose files of this sender up into a case; returns how many there were. */
export async function attachFiles(
  tx: Tx,
  f: Pick<Facts, 'id' | 'town'>,
  { step, ids, shown, by }: Attaching,
): Promise<number> {
  if (ids.length === 0) return 0
  const result = await sql(
    tx,
  )`update cases.file set case_id = ${f.id}, town = ${f.town}, step = ${step}, public = ${shown}
    where id = any(${ids as string[]}::uuid[]) and case_id is null and not taken and by_person is not distinct from ${by}::uuid`
  return result.count
}

export const linkReporter = async (tx: Tx, c: Facts, person: string): Promise<void> =>
  void (await sql(tx)`update cases.case set reporter = ${person} where id = ${c.id} and town = ${c.town}`)

/** Ids of cases on which something has fallen due. */
export const dueCases = (tx: Tx, now: number, limit: number) =>
  sql(tx)<
    { id: string; nextAt: string }[]
  >`select id, next_at as "nextAt" from cases.case where next_at <= ${instant(now)} order by next_at limit ${limit}`

/** Open cases at any of these places. */
export const openAt = (tx: Tx, places: readonly string[]) => sql(tx)<{ id: string; place: string }[]>`
  select id, place from cases.case where place = any(${places as string[]}::text[]) and closed_at is null order by id`

export const openOfAssignee = (tx: Tx, post: string) =>
  sql(tx)<{ id: string }[]>`select id from cases.case where assignee = ${post} and closed_at is null limit 5000`

/** Everything ends up with the words that find it: single characters and pairs, so that any Chinese word is found. */
export async function indexWords(tx: Tx, id: string, grams: string[], body: string): Promise<void> {
  await sql(tx)`insert into cases.words (case_id, town, place, organ, grams, body)
    select id, town, place, organ, ${grams}, ${body} from cases.case where id = ${id}
    on conflict (case_id, town) do update set grams = excluded.grams, body = excluded.body`
}

export type Held = { id: string; number: string; title: string; place: string; assignee: string; dueAt: string | null }

/** What lies on several posts, in one question, for what is handed over with them. */
export const openOfPosts = (tx: Tx, posts: readonly string[]) => sql(tx)<Held[]>`
  select id, number, title, place, assignee, due_at as "dueAt" from cases.case
  where assignee = any(${posts as string[]}::uuid[]) and closed_at is null order by assignee, due_at nulls last, id`

/** What members of departments did in a place since a day: cases they reported, as finders or for somebody, and other steps they took. */
export const workIn = (tx: Tx, persons: readonly string[], place: string, since: string) => sql(tx)<
  { person: string; reported: number; steps: number }[]
>`
  select s.by_person as person, count(*) filter (where s.action = 'report')::int as reported,
    count(*) filter (where s.action <> 'report')::int as steps
  from cases.step s join cases.case c on c.id = s.case_id and c.town = s.town
  where s.by_person = any(${persons as string[]}::uuid[]) and s.at >= ${since} and c.place >= ${place} and c.place < ${place} || '~'
  group by 1`
