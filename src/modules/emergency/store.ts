import { instant, millis } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { Step } from './contract-ending.ts'
import type { State } from './contract.ts'
import type { Kind, Response } from './contract-playbooks.ts'

export type Activation = {
  id: string
  number: string
  playbook: string
  version: number
  kind: Kind
  level: Response
  place: string
  area: string[]
  drill: boolean
  state: State
  legalBasis: string
  reason: string
  issuer: string
  issuerOrgan: string | null
  chief: string | null
  since: string | null
  endsAt: string | null
  reviewAt: string | null
  reviewsLate: number
  filingDue: string | null
  filingNumber: string | null
  filedOn: string | null
  endedAt: string | null
  whyEnded: 'declared' | 'expired' | null
  step: Step | null
  stepAt: number
  destroyAt: string | null
  certificate: string | null
  reminded: string[]
  at: string
}

const COLUMNS = `id, number, playbook, version, kind, level, place, area, drill, state, legal_basis as "legalBasis", reason, issuer,
  issuer_organ as "issuerOrgan", chief, since, ends_at as "endsAt", review_at as "reviewAt", reviews_late as "reviewsLate",
  filing_due as "filingDue", filing_number as "filingNumber", filed_on as "filedOn", ended_at as "endedAt", why_ended as "whyEnded",
  step, step_at as "stepAt", destroy_at as "destroyAt", certificate, reminded, at`

export type NewActivation = Pick<
  Activation,
  'id' | 'playbook' | 'version' | 'kind' | 'level' | 'place' | 'area' | 'drill' | 'legalBasis' | 'reason'
>

/** Numbered within the year, drills apart: 26-003, 26-D01. */
export async function insertActivation(tx: Tx, a: NewActivation, now: number): Promise<string> {
  const q = sql(tx)
  const series = `${instant(now).slice(2, 4)}-${a.drill ? 'D' : ''}`
  await q`select pg_advisory_xact_lock(hashtextextended('emergency number', 0))`
  const [row] = await q<{ n: number }[]>`select count(*)::int + 1 as n from emergency.pub_activation
    where drill = ${a.drill} and number like ${`${series}%`}`
  const number = `${series}${String(row?.n ?? 1).padStart(a.drill ? 2 : 3, '0')}`
  await q`insert into emergency.activation (id, number, playbook, version, kind, level, place, area, drill, state, legal_basis, reason, at)
    values (${a.id}, ${number}, ${a.playbook}, ${a.version}, ${a.kind}, ${a.level}, ${a.place}, ${a.area}, ${a.drill}, 'proposed',
      ${a.legalBasis}, ${a.reason}, ${instant(now)})`
  return number
}

/** Public: past row-level security. */
export async function findActivation(tx: Tx, id: string): Promise<Activation | undefined> {
  const q = sql(tx)
  const [row] = await q<Activation[]>`select ${q.unsafe(COLUMNS)} from emergency.pub_activation where id = ${id}`
  return row
}

/** For a change, inside the scope of the transaction. */
export async function lockActivation(tx: Tx, id: string): Promise<Activation | undefined> {
  const q = sql(tx)
  const [row] = await q<Activation[]>`select ${q.unsafe(COLUMNS)} from emergency.activation where id = ${id} for update`
  return row
}

/** In force at this instant, whether or not somebody has noted since that the time of one is over. */
export const readLive = (tx: Tx, now: number) => {
  const q = sql(tx)
  return q<Activation[]>`select ${q.unsafe(COLUMNS)} from emergency.pub_activation
    where state = 'active' and ends_at > ${instant(now)} order by level, since, id`
}
export const isInForce = ({ state, endsAt }: Activation, now: number): boolean =>
  state === 'active' && endsAt !== null && millis(endsAt) > now

type Listing = { state: State | undefined; drill: boolean | undefined; limit: number; after: string[] | undefined }
export const listAll = (tx: Tx, { state, drill, limit, after }: Listing) => {
  const q = sql(tx)
  return q<Activation[]>`select ${q.unsafe(COLUMNS)} from emergency.pub_activation
    where ${state ? q`state = ${state}` : q`state not in ('proposed', 'dropped')`}
      ${drill === undefined ? q`` : q`and drill = ${drill}`}
      ${after ? q`and (at, id) < (${after[0] ?? ''}::timestamptz, ${after[1] ?? ''}::uuid)` : q``}
    order by at desc, id desc limit ${limit}`
}

/** Whoever puts something in force looks first what is: another one waits until this transaction ends. */
export const holdBeginning = async (tx: Tx): Promise<void> =>
  void (await sql(tx)`select pg_advisory_xact_lock(hashtextextended('emergency begins', 0))`)

type Begun = {
  id: string
  now: number
  endsAt: number
  reviewAt: number
  filingDue: string
  issuer: string
  organ: string | null
  chief: string | null
}
export const beginActivation = async (tx: Tx, b: Begun): Promise<void> =>
  void (await sql(
    tx,
  )`update emergency.activation set state = 'active', since = ${instant(b.now)}, ends_at = ${instant(b.endsAt)},
    review_at = ${instant(b.reviewAt)}, filing_due = ${b.filingDue}, issuer = ${b.issuer}, issuer_organ = ${b.organ}, chief = ${b.chief}
    where id = ${b.id}`)

export const extendActivation = async (tx: Tx, id: string, endsAt: number, reviewAt: number): Promise<void> =>
  void (await sql(
    tx,
  )`update emergency.activation set ends_at = ${instant(endsAt)}, review_at = ${instant(reviewAt)} where id = ${id}`)

/** It ends now instead of later. */
export const cutShort = async (tx: Tx, id: string, now: number): Promise<void> =>
  void (await sql(
    tx,
  )`update emergency.activation set ends_at = ${instant(now)} where id = ${id} and state = 'active' and ends_at > ${instant(now)}`)

export const setLevel = async (tx: Tx, id: string, level: Response): Promise<void> =>
  void (await sql(tx)`update emergency.activation set level = ${level} where id = ${id}`)

export const dropActivation = async (tx: Tx, id: string): Promise<void> =>
  void (await sql(tx)`update emergency.activation set state = 'dropped' where id = ${id}`)

export const setFiling = async (tx: Tx, id: string, number: string, day: string): Promise<void> =>
  void (await sql(tx)`update emergency.activation set filing_number = ${number}, filed_on = ${day} where id = ${id}`)

export const setReview = async (tx: Tx, id: string, reviewAt: number, late: boolean): Promise<void> =>
  void (await sql(
    tx,
  )`update emergency.activation set review_at = ${instant(reviewAt)}, reviews_late = reviews_late + ${late ? 1 : 0}
    where id = ${id}`)

export const noteReminder = async (tx: Tx, id: string, what: string): Promise<void> =>
  void (await sql(tx)`update emergency.activation set reminded = array_append(reminded, ${what}) where id = ${id}`)

type Ended = { id: string; endedAt: number; why: 'declared' | 'expired'; destroyAt: number }
export const endActivation = async (tx: Tx, { id, endedAt, why, destroyAt }: Ended): Promise<void> =>
  void (await sql(
    tx,
  )`update emergency.activation set state = 'ending', step = 'posts', step_at = 0, ended_at = ${instant(endedAt)},
    why_ended = ${why}, destroy_at = ${instant(destroyAt)} where id = ${id}`)

export const setStep = async (tx: Tx, id: string, s: { state: State; step: Step | null; at: number }): Promise<void> =>
  void (await sql(
    tx,
  )`update emergency.activation set state = ${s.state}, step = ${s.step}, step_at = ${s.at} where id = ${id}`)

export const setDestroyAt = async (tx: Tx, id: string, at: number): Promise<void> =>
  void (await sql(tx)`update emergency.activation set destroy_at = ${instant(at)} where id = ${id}`)

export const setCertificate = async (tx: Tx, id: string, certificate: string): Promise<void> =>
  void (await sql(tx)`update emergency.activation set certificate = ${certificate} where id = ${id}`)

// ---- what falls due ----------------------------------------------------------------------------------------------------

export const dueToEnd = (tx: Tx, now: number, limit: number) => sql(tx)<{ id: string; endsAt: string }[]>`
  select id, ends_at as "endsAt" from emergency.activation where state = 'active' and ends_at <= ${instant(now)} order by ends_at limit ${limit}`

export const goingOn = (tx: Tx, now: number, limit: number) => sql(tx)<{ id: string; step: Step; stepAt: number }[]>`
  select id, step, step_at as "stepAt" from emergency.activation
  where state in ('ending', 'destroying') or (state = 'settling' and destroy_at <= ${instant(now)}) order by id limit ${limit}`

export type Reminder = { id: string; what: 'ending' | 'review' | 'filing'; due: string }
/** Once for each instant that was due. `ahead`: the usual hours before the end. */
export const dueReminders = (tx: Tx, now: number, ahead: number, limit: number) => sql(tx)<Reminder[]>`
  select a.id, d.what, d.due from emergency.activation a,
    lateral (values ('ending', a.ends_at - ${ahead} * interval '1 hour', a.ends_at::text), ('review', a.review_at, a.review_at::text),
      ('filing', case when a.filed_on is null and not a.drill then (a.filing_due + 1)::timestamp at time zone 'Asia/Shanghai' end, a.filing_due::text)) as d(what, at, due)
  where a.state = 'active' and d.at <= ${instant(now)} and not (d.what || ' ' || d.due) = any(a.reminded) order by d.at limit ${limit}`
