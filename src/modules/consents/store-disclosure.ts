import type { Scope } from '#kernel/authorise.ts'
import { instant } from '#kernel/clock.ts'
import type { Window } from '#kernel/record-reading.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { Article } from './contract-disclosure.ts'

export type DelayRow = {
  id: string
  person: string
  organ: string | null
  place: string
  article: Article
  reason: string
  askedBy: string
  askedPost: string
  askedAt: string
  since: string
  appearsAt: string
  decidedBy: string | null
  decidedPost: string | null
  decidedAt: string | null
  approved: boolean | null
  endedAt: string | null
}
const COLUMNS = `id, person, organ, place, article, reason, asked_by as "askedBy", asked_post as "askedPost", asked_at as "askedAt", since,
  appears_at as "appearsAt", decided_by as "decidedBy", decided_post as "decidedPost", decided_at as "decidedAt", approved, ended_at as "endedAt"`

type NewDelay = Omit<DelayRow, 'decidedBy' | 'decidedPost' | 'decidedAt' | 'approved' | 'endedAt'>
export const insertDelay = async (tx: Tx, d: NewDelay): Promise<void> =>
  void (await sql(tx)`
    insert into consents.delay (id, person, organ, place, article, reason, asked_by, asked_post, asked_at, since, appears_at)
    values (${d.id}, ${d.person}, ${d.organ}, ${d.place}, ${d.article}, ${d.reason}, ${d.askedBy}, ${d.askedPost}, ${d.askedAt}, ${d.since}, ${d.appearsAt})`)

export async function lockDelay(tx: Tx, id: string): Promise<DelayRow | undefined> {
  const q = sql(tx)
  const [row] = await q<DelayRow[]>`select ${q.unsafe(COLUMNS)} from consents.delay where id = ${id} for update`
  return row
}

type Decision = { id: string; by: string; post: string | null; at: number; approved: boolean }
export const setDecided = async (tx: Tx, d: Decision): Promise<void> =>
  void (await sql(
    tx,
  )`update consents.delay set decided_by = ${d.by}, decided_post = ${d.post}, decided_at = ${instant(d.at)}, approved = ${d.approved}
    where id = ${d.id}`)

export const setDelayEnded = async (tx: Tx, id: string, at: number): Promise<void> =>
  void (await sql(tx)`update consents.delay set ended_at = ${instant(at)} where id = ${id}`)

export const setDelayTold = async (tx: Tx, id: string, at: number): Promise<void> =>
  void (await sql(tx)`update consents.delay set told_at = ${instant(at)} where id = ${id}`)

/** Whose day has come, and whose persons have not been told. */
export const dueDelays = (tx: Tx, now: number, limit: number) => sql(tx)<{ id: string }[]>`
  select id from consents.delay where approved and told_at is null and (appears_at <= ${instant(now)} or ended_at is not null)
  order by appears_at limit ${limit}`

const STATE = (now: string) => ({
  pending: `decided_at is null and appears_at > '${now}'`,
  running: `approved and ended_at is null and appears_at > '${now}'`,
  appeared: `approved and (ended_at is not null or appears_at <= '${now}')`,
  refused: `approved is false or (decided_at is null and appears_at <= '${now}')`,
})
export type DelayState = keyof ReturnType<typeof STATE>

type Listing = { state: DelayState | undefined; now: number; limit: number; after: string[] | undefined }
export function findDelays(tx: Tx, s: Scope, { state, now, limit, after }: Listing): Promise<DelayRow[]> {
  const q = sql(tx)
  return q<DelayRow[]>`
    select ${q.unsafe(COLUMNS)} from consents.delay
    where place >= ${s.lo} and place < ${s.hi} and (${s.organ} = '' or organ::text = ${s.organ})
      ${state ? q`and ${q.unsafe(STATE(instant(now))[state])}` : q``}
      ${after ? q`and (asked_at, id) < (${after[0] ?? ''}::timestamptz, ${after[1] ?? ''}::uuid)` : q``}
    order by asked_at desc, id desc limit ${limit}`
}

export type Withheld = Window & { article: Article; appearsAt: string }

/** Of several persons, each by itself. */
export const withheldOfEach = (tx: Tx, persons: readonly string[]) => sql(tx)<(Withheld & { person: string })[]>`
  select person, organ, place, article, since, appears_at as "appearsAt", until from consents.pub_withheld where person = any(${persons as string[]}::uuid[])`

/** All delays of a person's looks that were approved, those that are over included: their explanation stays. */
export const withheldOf = (tx: Tx, persons: readonly string[]) => sql(tx)<Withheld[]>`
  select organ, place, article, since, appears_at as "appearsAt", until from consents.pub_withheld where person = any(${persons as string[]}::uuid[])`
