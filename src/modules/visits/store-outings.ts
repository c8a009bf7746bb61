import type { Scope } from '#kernel/authorise.ts'
import { instant } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'

export type OutingRow = {
  id: string
  day: string
  village: string
  about: string
  post: string | null
  problems: number
}
export type NewOuting = {
  id: string
  day: string
  village: string
  about: string
  post: string | null
  posts: readonly string[]
}

/** The same id again is a change of the plan. */
export async function putOuting(tx: Tx, o: NewOuting): Promise<void> {
  const q = sql(tx)
  await q`insert into visits.outing (id, day, village, about, by_post) values (${o.id}, ${o.day}, ${o.village}, ${o.about}, ${o.post})
    on conflict (id) do update set day = excluded.day, about = excluded.about, by_post = excluded.by_post`
  await q`delete from visits.outing_post where outing = ${o.id} and not (post = any(${o.posts as string[]}::uuid[]))`
  await q`insert into visits.outing_post (outing, post) select ${o.id}, p from unnest(${o.posts as string[]}::uuid[]) as p on conflict do nothing`
}
export async function findOuting(
  tx: Tx,
  id: string,
): Promise<{ id: string; day: string; village: string; cancelled: boolean } | undefined> {
  const [row] = await sql(tx)<{ id: string; day: string; village: string; cancelled: boolean }[]>`
    select id, day, village, cancelled_at is not null as cancelled from visits.outing where id = ${id}`
  return row
}
export const cancelOuting = async (tx: Tx, id: string, reason: string, now: number): Promise<void> =>
  void (await sql(tx)`update visits.outing set cancelled_at = ${instant(now)}, reason = ${reason} where id = ${id}`)

type OutingPage = { lo: string; hi: string; from: string; to: string; limit: number; after: string[] | undefined }
export const outingsIn = (tx: Tx, l: OutingPage) => {
  const q = sql(tx)
  return q<OutingRow[]>`
    select o.id, o.day, o.village, o.about, o.by_post as post,
      (select count(*)::int from visits.problem p where p.outing = o.id) as problems
    from visits.outing o
    where o.village >= ${l.lo} and o.village < ${l.hi} and o.day >= ${l.from} and o.day <= ${l.to} and o.cancelled_at is null
      ${l.after ? q`and (o.day, o.id) > (${l.after[0] ?? ''}::date, ${l.after[1] ?? ''}::uuid)` : q``}
    order by o.day, o.id limit ${l.limit}`
}
/** Teams that have not gone yet go to the village that theirs has become; where they have been stays as it was. */
export const moveOutings = async (
  tx: Tx,
  moved: readonly { was: string; became: string }[],
  today: string,
): Promise<void> =>
  void (await sql(tx)`update visits.outing o set village = s.became
    from unnest(${moved.map(({ was }) => was)}::text[], ${moved.map(({ became }) => became)}::text[]) as s(was, became)
    where o.village = s.was and o.day >= ${today} and o.cancelled_at is null`)
export const daysWithOutings = (tx: Tx, l: { lo: string; hi: string; from: string; to: string }) => sql(tx)<
  { day: string; n: number }[]
>`
  select day, count(*)::int as n from visits.outing where village >= ${l.lo} and village < ${l.hi} and day >= ${l.from} and day <= ${l.to}
    and cancelled_at is null group by day`
export const postsOfOutings = (tx: Tx, ids: readonly string[]) => sql(tx)<{ outing: string; post: string }[]>`
  select outing, post from visits.outing_post where outing = any(${ids as string[]}::uuid[])`

// ---- problems --------------------------------------------------------------------------------------------------------

export type ProblemRow = {
  id: string
  outing: string | null
  place: string
  text: string
  foundPost: string | null
  foundAt: string
  owner: string
  due: string
  answer: string | null
  answeredAt: string | null
  state: 'open' | 'answered' | 'accepted'
}
const PROBLEM = `p.id, p.outing, p.place, p.text, p.found_post as "foundPost", p.found_at as "foundAt", p.owner, p.due, p.answer,
  p.answered_at as "answeredAt", p.state`

export type NewProblem = {
  id: string
  outing: string | null
  place: string
  text: string
  post: string | null
  owner: string
  due: string
  now: number
}
export const insertProblem = async (tx: Tx, p: NewProblem): Promise<void> =>
  void (await sql(tx)`insert into visits.problem (id, outing, place, text, found_post, found_at, owner, due)
    values (${p.id}, ${p.outing}, ${p.place}, ${p.text}, ${p.post}, ${instant(p.now)}, ${p.owner}, ${p.due})`)
export async function findProblem(tx: Tx, id: string): Promise<ProblemRow | undefined> {
  const q = sql(tx)
  const [row] = await q<ProblemRow[]>`select ${q.unsafe(PROBLEM)} from visits.problem p where p.id = ${id}`
  return row
}
export type ProblemMove = {
  id: string
  state: ProblemRow['state']
  answer: string | null
  reason: string | null
  now: number
}
export const moveProblem = async (tx: Tx, m: ProblemMove): Promise<void> =>
  void (await sql(
    tx,
  )`update visits.problem set state = ${m.state}, answer = coalesce(${m.answer}, answer), reason = ${m.reason},
    answered_at = case when ${m.answer}::text is null then answered_at else ${instant(m.now)} end where id = ${m.id}`)

type ProblemPage = {
  place: string
  state?: string | undefined
  mine: boolean
  limit: number
  after: string[] | undefined
}
export const problemsIn = (tx: Tx, scope: Scope, l: ProblemPage) => {
  const q = sql(tx)
  const own = scope.post ? q`or p.owner = ${scope.post}` : q``
  return q<ProblemRow[]>`select ${q.unsafe(PROBLEM)} from visits.problem p
    where ((p.place >= ${scope.lo} and p.place < ${scope.hi} and p.place >= ${l.place} and p.place < ${`${l.place}~`}) ${own})
      ${l.state ? q`and p.state = ${l.state}` : q``} ${l.mine ? q`and p.owner = ${scope.post || null}` : q``}
      ${l.after ? q`and (p.found_at, p.id) < (${l.after[0] ?? ''}::timestamptz, ${l.after[1] ?? ''}::uuid)` : q``}
    order by p.found_at desc, p.id desc limit ${l.limit}`
}
/** Open problems go on with the post. */
export const moveProblems = async (tx: Tx, from: string, to: string): Promise<void> =>
  void (await sql(tx)`update visits.problem set owner = ${to} where owner = ${from} and state <> 'accepted'`)
