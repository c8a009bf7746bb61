import type { Scope } from '#kernel/authorise.ts'
import { instant } from '#kernel/clock.ts'
import { later, sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { PromiseState } from './lifecycle.ts'
import type { Door } from './store-visits.ts'

export type PromiseRow = {
  id: string
  visit: string
  number: string
  household: string
  place: string
  address: string
  post: string
  text: string
  due: string
  state: PromiseState
  reason: string | null
  settledAt: string | null
  answeredAt: string | null
  instead: string | null
}

export type NewPromise = { id: string; text: string; due: string }
export type Making = {
  visit: string
  place: string
  household: string
  post: string
  now: number
  insteadOf?: string | null
  promises: readonly (NewPromise & { nextAt: number | null })[]
}

export function insertPromises(tx: Tx, m: Making): void {
  if (m.promises.length === 0) return
  const rows = m.promises.map(({ nextAt, ...one }) => ({ ...one, next_at: nextAt === null ? null : instant(nextAt) }))
  later(
    tx,
    sql(tx)`insert into visits.promise (id, visit, place, household, post, text, due, made_at, next_at, instead_of)
      select id, ${m.visit}, ${m.place}, ${m.household}, ${m.post}, text, due, ${instant(m.now)}, next_at, ${m.insteadOf ?? null}::uuid
      from jsonb_to_recordset(${rows as never}::jsonb) as r(id uuid, text text, due date, next_at timestamptz)`,
  )
}

const COLUMNS = `p.id, p.visit, v.number, p.household, p.place, v.address, p.post, p.text, p.due, p.state, p.reason, p.settled_at as "settledAt",
  p.answered_at as "answeredAt", (select i.id from visits.pub_promise i where i.instead_of = p.id limit 1) as instead`
const OWN = 'visits.promise p join visits.visit v on v.id = p.visit'
const PUB = 'visits.pub_promise p join visits.pub_visit v on v.id = p.visit'

export async function findPromise(tx: Tx, id: string, door: Door = 'own'): Promise<PromiseRow | undefined> {
  const q = sql(tx)
  const [row] = await q<
    PromiseRow[]
  >`select ${q.unsafe(COLUMNS)} from ${q.unsafe(door === 'proxy' ? PUB : OWN)} where p.id = ${id}`
  return row
}

export const promisesOf = (tx: Tx, door: Door, visits: readonly string[]) => {
  const q = sql(tx)
  return q<PromiseRow[]>`select ${q.unsafe(COLUMNS)} from ${q.unsafe(door === 'proxy' ? PUB : OWN)}
    where p.visit = any(${visits as string[]}::uuid[]) order by p.due, p.id`
}

export const promisesOfHousehold = (tx: Tx, household: string) => {
  const q = sql(tx)
  return q<PromiseRow[]>`select ${q.unsafe(COLUMNS)} from ${q.unsafe(OWN)} where p.household = ${household}
    and (p.state in ('open', 'kept') or p.settled_at > now() - interval '1 year') order by p.state = 'confirmed', p.due, p.id limit 40`
}

/** Open promises of a post that are due by a day. */
export const promisesDue = (tx: Tx, post: string, by: string) => {
  const q = sql(tx)
  return q<PromiseRow[]>`select ${q.unsafe(COLUMNS)} from ${q.unsafe(OWN)}
    where p.post = ${post} and p.state = 'open' and p.due <= ${by} order by p.due, p.id limit 100`
}

type Listing = { place: string; mine: boolean; open: boolean; limit: number; after: string[] | undefined }
export const listPromises = (tx: Tx, scope: Scope, l: Listing) => {
  const q = sql(tx)
  const states = l.open ? q`p.state in ('open', 'kept')` : q`p.state in ('broken', 'confirmed')`
  const reach = scope.post
    ? q`((p.place >= ${scope.lo} and p.place < ${scope.hi}) or p.post = ${scope.post})`
    : q`p.place >= ${scope.lo} and p.place < ${scope.hi}`
  return q<PromiseRow[]>`select ${q.unsafe(COLUMNS)} from ${q.unsafe(OWN)}
    where p.place >= ${l.place} and p.place < ${`${l.place}~`} and ${reach} and ${states}
      ${l.mine ? q`and p.post = ${scope.post || null}` : q``}
      ${l.after ? q`and (p.due, p.id) > (${l.after[0] ?? ''}::date, ${l.after[1] ?? ''}::uuid)` : q``}
    order by p.due, p.id limit ${l.limit}`
}

export type Settling = { id: string; state: PromiseState; reason: string | null; now: number; nextAt: number | null }
export const settle = async (tx: Tx, s: Settling): Promise<void> =>
  void (await sql(
    tx,
  )`update visits.promise set state = ${s.state}, reason = ${s.reason}, settled_at = ${instant(s.now)},
    next_at = ${s.nextAt === null ? null : instant(s.nextAt)} where id = ${s.id}`)

/** By a proxy through the owner's view, after the mandate was checked. */
export const answer = async (tx: Tx, door: Door, s: Settling): Promise<void> => {
  const q = sql(tx)
  await q`update ${q.unsafe(door === 'proxy' ? 'visits.pub_promise' : 'visits.promise')} set state = ${s.state}, reason = ${s.reason},
    answered_at = ${instant(s.now)}, next_at = ${s.nextAt === null ? null : instant(s.nextAt)} where id = ${s.id}`
}

export const duePromises = (tx: Tx, now: number, limit: number) => sql(tx)<{ id: string; nextAt: string }[]>`
  select id, next_at as "nextAt" from visits.promise where next_at <= ${instant(now)} order by next_at, id limit ${limit}`

export async function lockDue(tx: Tx, id: string, now: number): Promise<boolean> {
  const rows = await sql(tx)`select from visits.promise where id = ${id} and next_at <= ${instant(now)} for update`
  return rows.length > 0
}
export const setNext = async (tx: Tx, id: string, next: number | null): Promise<void> =>
  void (await sql(tx)`update visits.promise set next_at = ${next === null ? null : instant(next)} where id = ${id}`)

/** A word given goes on with the post; whoever comes after sees the visit that it was given at. */
export async function moveOpen(tx: Tx, from: string, to: string): Promise<void> {
  const q = sql(tx)
  await q`update visits.party w set post = ${to} from visits.promise p
    where p.visit = w.visit and p.post = ${from} and p.state in ('open', 'kept') and w.post = ${from}`
  await q`update visits.promise set post = ${to} where post = ${from} and state in ('open', 'kept')`
}

export const openOfPost = (tx: Tx, posts: readonly string[]) => sql(tx)<
  { id: string; place: string; text: string; due: string }[]
>`
  select id, place, text, due from visits.promise where post = any(${posts as string[]}::uuid[]) and state in ('open', 'kept') order by due, id limit 2000`
