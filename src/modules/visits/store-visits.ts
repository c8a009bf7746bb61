import type { Scope } from '#kernel/authorise.ts'
import { instant } from '#kernel/clock.ts'
import { later, sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'

export async function nextNumber(tx: Tx): Promise<number> {
  const [row] = await sql(tx)<{ n: string }[]>`select nextval('visits.number') as n`
  return Number(row?.n)
}

export type NewVisit = {
  id: string
  number: string
  place: string
  household: string
  address: string
  post: string | null
  person: string | null
  at: string
  now: number
  outcome: string
  reasons: readonly string[]
  again: string | null
  entry: string | null
  token: string
  members: readonly string[]
}

export async function insertVisit(tx: Tx, v: NewVisit): Promise<void> {
  const q = sql(tx)
  const members = v.members.length > 0 ? v.members : [null]
  // Not in one statement: until its party is there, a visit is nobody's to read, and `returning` reads.
  await q`insert into visits.visit (id, number, place, household, address, post, person, at, recorded_at, outcome, reasons, again, entry)
    values (${v.id}, ${v.number}, ${v.place}, ${v.household}, ${v.address}, ${v.post}, ${v.person}, ${v.at}, ${instant(v.now)},
      ${v.outcome}, ${v.reasons as string[]}, ${v.again}, ${v.entry})`
  await q`insert into visits.party (visit, person, place, post, token)
    select ${v.id}::uuid, one.person, ${v.place}, ${v.post}::uuid, ${v.token} from unnest(${members as string[]}::uuid[]) as one(person)`
}

export type NewNote = { id: string; text: string | null; voice?: { id: string; seconds: number } | null | undefined }
export function insertNotes(tx: Tx, visit: string, notes: readonly NewNote[]): void {
  if (notes.length === 0) return
  const rows = notes.map(({ id, text, voice }, i) => ({ id, no: i + 1, text, voice: voice?.id ?? null }))
  later(
    tx,
    sql(tx)`insert into visits.note (id, visit, no, text, voice)
      select id, ${visit}, no, text, voice from jsonb_to_recordset(${rows as never}::jsonb) as r(id uuid, no int, text text, voice uuid)`,
  )
}

/** Takes this sender's loose recordings up; returns how many there were. */
export type Spoken = { id: string; seconds: number }
export async function attachVoices(
  tx: Tx,
  visit: string,
  spoken: readonly Spoken[],
  by: string | null,
): Promise<number> {
  if (spoken.length === 0) return 0
  const { count } = await sql(tx)`update visits.voice v set visit = ${visit}, seconds = s.seconds
    from jsonb_to_recordset(${spoken as never}::jsonb) as s(id uuid, seconds real)
    where v.id = s.id and v.visit is null and v.by_person is not distinct from ${by}::uuid`
  return count
}

export type Updated = { kind: string; subject: string; field: string; conflict: boolean }
export function insertUpdates(tx: Tx, visit: string, updates: readonly Updated[]): void {
  if (updates.length === 0) return
  const rows = updates.map((one, i) => ({ ...one, no: i + 1 }))
  later(
    tx,
    sql(tx)`insert into visits.updated (visit, no, kind, subject, field, conflict)
      select ${visit}, no, kind, subject, field, conflict
      from jsonb_to_recordset(${rows as never}::jsonb) as r(no int, kind text, subject uuid, field text, conflict boolean)`,
  )
}

export type PassedOn = { visit: string; note: string | null; case: string; now: number }
export const passOn = async (tx: Tx, p: PassedOn): Promise<void> =>
  void (await sql(tx)`insert into visits.passed_on (case_id, visit, note, at)
    values (${p.case}, ${p.visit}, ${p.note}, ${instant(p.now)})`)

// ---- reading ---------------------------------------------------------------------------------------------------------

/** `pub_` are the owner's views: past row-level security, for a proxy whose mandate was checked. */
export type Door = 'own' | 'proxy'
const from = (door: Door, table: string): string => (door === 'proxy' ? `visits.pub_${table}` : `visits.${table}`)

export type VisitRow = {
  id: string
  number: string
  at: string
  household: string
  address: string
  place: string
  outcome: 'talked' | 'absent' | 'declined'
  post: string | null
  person: string | null
}
const COLUMNS = 'v.id, v.number, v.at, v.household, v.address, v.place, v.outcome, v.post, v.person'

type Page = { limit: number; after: string[] | undefined }
const PAGE = (tx: Tx, { limit, after }: Page) => {
  const q = sql(tx)
  return q`${after ? q`and (v.at, v.id) < (${after[0] ?? ''}::timestamptz, ${after[1] ?? ''}::uuid)` : q``}
    order by v.at desc, v.id desc limit ${limit}`
}

export const visitsAt = (tx: Tx, scope: Scope, place: string, page: Page) => {
  const q = sql(tx)
  const mine = scope.post ? q`or v.post = ${scope.post}` : q``
  return q<VisitRow[]>`select ${q.unsafe(COLUMNS)} from visits.visit v
    where v.place >= ${place} and v.place < ${`${place}~`} and ((v.place >= ${scope.lo} and v.place < ${scope.hi}) ${mine}) ${PAGE(tx, page)}`
}

export const visitsOfHousehold = (tx: Tx, household: string, limit: number) => {
  const q = sql(tx)
  return q<VisitRow[]>`select ${q.unsafe(COLUMNS)} from visits.visit v where v.household = ${household}
    order by v.at desc, v.id desc limit ${limit}`
}

/** Visits of which a person was a party. */
export const visitsOfPerson = (tx: Tx, door: Door, person: string, page: Page) => {
  const q = sql(tx)
  return q<VisitRow[]>`select ${q.unsafe(COLUMNS)} from ${q.unsafe(from(door, 'party'))} w
    join ${q.unsafe(from(door, 'visit'))} v on v.id = w.visit where w.person = ${person} ${PAGE(tx, page)}`
}

export async function findVisit(tx: Tx, id: string): Promise<VisitRow | undefined> {
  const q = sql(tx)
  const [row] = await q<VisitRow[]>`select ${q.unsafe(COLUMNS)} from visits.visit v where v.id = ${id}`
  return row
}

export async function findByNumber(tx: Tx, number: string, token: string): Promise<VisitRow | undefined> {
  const q = sql(tx)
  const [row] = await q<VisitRow[]>`select ${q.unsafe(COLUMNS)} from visits.visit v
    where v.number = ${number} and exists (select from visits.party w where w.visit = v.id and w.token = ${token})`
  return row
}

export async function partyOf(tx: Tx, visits: readonly string[]): Promise<{ visit: string; person: string }[]> {
  return sql(tx)<{ visit: string; person: string }[]>`
    select visit, person from visits.party where visit = any(${visits as string[]}::uuid[]) and person is not null`
}

export const setToken = async (tx: Tx, visit: string, token: string): Promise<void> =>
  void (await sql(tx)`update visits.party set token = ${token} where visit = ${visit}`)

export type NoteRow = {
  id: string
  visit: string
  text: string | null
  voice: string | null
  seconds: number | null
  case: string | null
}
export const notesOf = (tx: Tx, door: Door, visits: readonly string[]) => {
  const q = sql(tx)
  return q<NoteRow[]>`
    select n.id, n.visit, n.text, n.voice, o.seconds, p.case_id as "case"
    from ${q.unsafe(from(door, 'note'))} n
    left join ${q.unsafe(from(door, 'passed_on'))} p on p.note = n.id
    left join ${q.unsafe(from(door, 'voice'))} o on o.id = n.voice
    where n.visit = any(${visits as string[]}::uuid[]) order by n.visit, n.no`
}

export const passedOnOf = (tx: Tx, door: Door, visits: readonly string[]) => {
  const q = sql(tx)
  return q<{ visit: string; note: string | null; case: string }[]>`
    select visit, note, case_id as "case" from ${q.unsafe(from(door, 'passed_on'))}
    where visit = any(${visits as string[]}::uuid[]) order by at, case_id`
}

export const updatesOf = (tx: Tx, door: Door, visits: readonly string[]) => {
  const q = sql(tx)
  return q<(Updated & { visit: string })[]>`
    select visit, kind, subject, field, conflict from ${q.unsafe(from(door, 'updated'))}
    where visit = any(${visits as string[]}::uuid[]) order by visit, no`
}

export async function findNote(
  tx: Tx,
  id: string,
): Promise<(NoteRow & { place: string; household: string }) | undefined> {
  const [row] = await sql(tx)<(NoteRow & { place: string; household: string })[]>`
    select n.id, n.visit, n.text, n.voice, null as seconds, p.case_id as "case", v.place, v.household
    from visits.note n join visits.visit v on v.id = n.visit left join visits.passed_on p on p.note = n.id where n.id = ${id}`
  return row
}

export async function isPartyOf(tx: Tx, visit: string, person: string): Promise<boolean> {
  const rows = await sql(tx)`select from visits.pub_party where visit = ${visit} and person = ${person}`
  return rows.length > 0
}

/** Whether a slip opens a visit. */
export async function opens(tx: Tx, visit: string, token: string): Promise<boolean> {
  const rows = await sql(tx)`select from visits.party where visit = ${visit} and token = ${token} limit 1`
  return rows.length > 0
}
