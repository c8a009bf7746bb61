import type { Scope } from '#kernel/authorise.ts'
import { instant } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'

export type RequestRow = {
  id: string
  person: string
  household: string | null
  place: string
  text: string
  at: string
  state: 'open' | 'visited' | 'declined' | 'withdrawn'
  answer: string | null
}
const COLUMNS = 'id, person, household, place, text, at, state, answer'

export type NewRequest = {
  id: string
  person: string
  household: string | null
  place: string
  text: string
  now: number
  mandate: string | null
}
export const insertRequest = async (tx: Tx, r: NewRequest): Promise<void> =>
  void (await sql(tx)`insert into visits.request (id, person, household, place, text, at, mandate)
    values (${r.id}, ${r.person}, ${r.household}, ${r.place}, ${r.text}, ${instant(r.now)}, ${r.mandate})`)

export async function findRequest(tx: Tx, id: string): Promise<RequestRow | undefined> {
  const q = sql(tx)
  const [row] = await q<RequestRow[]>`select ${q.unsafe(COLUMNS)} from visits.request where id = ${id}`
  return row
}
export const requestsOf = (tx: Tx, person: string) => {
  const q = sql(tx)
  return q<
    RequestRow[]
  >`select ${q.unsafe(COLUMNS)} from visits.request where person = ${person} order by at desc, id desc limit 20`
}
export async function hasOpenRequest(tx: Tx, person: string): Promise<boolean> {
  const rows = await sql(tx)`select from visits.request where person = ${person} and state = 'open' limit 1`
  return rows.length > 0
}

/** Open wishes in a range, or of single households: whoever answers for the door, wherever his post is. */
export const openRequests = (tx: Tx, scope: Pick<Scope, 'lo' | 'hi'>, households: readonly string[]) => {
  const q = sql(tx)
  return q<RequestRow[]>`select ${q.unsafe(COLUMNS)} from visits.request
    where state = 'open' and ((place >= ${scope.lo} and place < ${scope.hi}) or household = any(${households as string[]}::uuid[]))
    order by at, id limit 100`
}

export type Ending = {
  id: string
  state: 'visited' | 'declined' | 'withdrawn'
  answer: string | null
  visit: string | null
}
/** Returns whether it was open until now. */
export async function endRequest(tx: Tx, e: Ending): Promise<boolean> {
  const { count } = await sql(tx)`update visits.request set state = ${e.state}, answer = ${e.answer}, visit = ${e.visit}
    where id = ${e.id} and state = 'open'`
  return count > 0
}

/** Households to which somebody wanted to come again by a day and has not been since. */
export const againDue = (tx: Tx, scope: Pick<Scope, 'lo' | 'hi' | 'post'>, by: string) => {
  const q = sql(tx)
  const since = q`v.again <= ${by} and not exists (select from visits.visit n where n.household = v.household and n.at > v.at)`
  // each by its own index: an alternative of both would read every visit there is
  return q<{ household: string; again: string }[]>`
    select household, again from (
      select v.id, v.household, v.again from visits.visit v where v.place >= ${scope.lo} and v.place < ${scope.hi} and ${since}
      ${scope.post ? q`union select v.id, v.household, v.again from visits.visit v where v.post = ${scope.post} and ${since}` : q``}
    ) as due order by again, id limit 100`
}

/** Of these households, those where somebody was met since a day. */
export async function metSince(tx: Tx, households: readonly string[], day: string): Promise<Set<string>> {
  const rows = await sql(tx)<{ household: string }[]>`select distinct household from visits.visit
    where household = any(${households as string[]}::uuid[]) and at >= ${`${day}T00:00:00+08:00`}::timestamptz and outcome <> 'absent'`
  return new Set(rows.map(({ household }) => household))
}
/** The newest visit to each of these households on or after an instant; so a door that was done today leaves the list. */
export async function seenSince(tx: Tx, households: readonly string[], at: number): Promise<Set<string>> {
  const rows = await sql(tx)<{ household: string }[]>`select distinct household from visits.visit
    where household = any(${households as string[]}::uuid[]) and at >= ${instant(at)}`
  return new Set(rows.map(({ household }) => household))
}
