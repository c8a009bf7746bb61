import { createHash } from 'node:crypto'
import { statutoryCalendar } from '#kernel/calendar.ts'
import { dayOf, instant, millis } from '#kernel/clock.ts'
import type { Meter } from '#kernel/clocks.ts'
import { type Fragment, later, sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import { type Course, deadlineOf, dueOf, type Step } from './course.ts'
import type { ClockName, State } from './lifecycle.ts'
import { tallyChange } from './tally.ts'

/** What a report said; never changes. */
export type Facts = {
  id: string
  town: string
  number: string
  token: string | null
  kind: string
  class: string
  dutyVersion: number
  title: string
  description: string
  address: string | null
  channel: string
  confirmable: boolean
  urgent: boolean
  restricted: boolean
  reporter: string | null
  reporterName: string | null
  place: string
  insideGrid: boolean
  lon: number | null
  lat: number | null
  accuracyM: number | null
  crs: string
}
/** `dueAt` is the stored index of the deadline, for paging by it. */
export type Case = Facts & { course: Course; dueAt?: string | null }

type CaseRow = Facts &
  Omit<Course, 'pausedUntil' | 'promisedAt' | 'windowEndsAt' | 'receivedAt' | 'changedAt' | 'closedAt'> & {
    pausedUntil: string | null
    promisedAt: string | null
    windowEndsAt: string | null
    receivedAt: string
    changedAt: string
    closedAt: string | null
  }

/** Column list of a whole case, for the stores of this slice. */
export const COLUMNS = `c.id, c.town, c.number, c.token, c.kind, c.class, c.duty_version as "dutyVersion", c.title, c.description, c.address, c.channel,
  c.confirmable, c.urgent, c.restricted, c.reporter, c.reporter_name as "reporterName", c.place, c.inside_grid as "insideGrid", c.lon, c.lat,
  c.accuracy_m as "accuracyM", c.crs, c.state, c.level, c.desk, c.organ, c.assignee, c.handler, c.steps, c.late, c.reopened, c.bounced, c.pauses, c.clocks,
  c.warned, c.overdue, c.paused_until as "pausedUntil", c.promised_at as "promisedAt", c.window_ends_at as "windowEndsAt", c.public_answer as "publicAnswer",
  c.merged_into as "mergedInto", c.received_at as "receivedAt", c.changed_at as "changedAt", c.closed_at as "closedAt", c.calendar, c.due_at as "dueAt"`

const maybe = (at: string | null): number | null => (at === null ? null : millis(at))

export function caseFrom(row: Record<string, unknown>): Case {
  const read = row as CaseRow
  return { ...read, course: courseFrom(read) }
}

const courseFrom = (r: CaseRow): Course => ({
  state: r.state,
  level: r.level,
  desk: r.desk,
  organ: r.organ,
  assignee: r.assignee,
  handler: r.handler,
  steps: r.steps,
  late: r.late,
  reopened: r.reopened,
  bounced: r.bounced,
  pauses: r.pauses,
  clocks: inOrder(r.clocks),
  warned: r.warned,
  overdue: r.overdue,
  pausedUntil: maybe(r.pausedUntil),
  promisedAt: maybe(r.promisedAt),
  windowEndsAt: maybe(r.windowEndsAt),
  publicAnswer: r.publicAnswer,
  mergedInto: r.mergedInto,
  receivedAt: millis(r.receivedAt),
  changedAt: millis(r.changedAt),
  closedAt: maybe(r.closedAt),
  calendar: r.calendar,
})

/** jsonb forgets the order of keys; the fold's order is kept so that two courses can be compared as text. */
const meterOf = (m: Meter): Meter => ({
  unit: m.unit,
  limit: m.limit,
  spent: m.spent,
  since: m.since,
  starts: m.starts,
})
const inOrder = (c: Record<ClockName, Meter>): Record<ClockName, Meter> => ({
  accept: meterOf(c.accept),
  handle: meterOf(c.handle),
  verify: meterOf(c.verify),
  confirm: meterOf(c.confirm),
})

export async function lockCase(tx: Tx, id: string): Promise<Case | undefined> {
  const q = sql(tx)
  const [row] = await q`select ${q.unsafe(COLUMNS)} from cases.case c where c.id = ${id} for update`
  return row && caseFrom(row)
}

export async function findCase(tx: Tx, id: string): Promise<Case | undefined> {
  const q = sql(tx)
  const [row] = await q`select ${q.unsafe(COLUMNS)} from cases.case c where c.id = ${id}`
  return row && caseFrom(row)
}

export async function lockByNumber(tx: Tx, number: string): Promise<Case | undefined> {
  const q = sql(tx)
  const [row] = await q`select ${q.unsafe(COLUMNS)} from cases.case c where c.number = ${number} for update`
  return row && caseFrom(row)
}

/** Numbers are handed out in blocks of this size, so that a report does not wait for a sequence. */
export const BLOCK = 50
export async function nextNumberBlock(tx: Tx): Promise<number> {
  const [row] = await sql(tx)<{ n: string }[]>`select nextval('cases.number_block') as n`
  return Number(row?.n ?? 0) * BLOCK
}

const at = (ms: number | null): string | null => (ms === null ? null : instant(ms))

/** Steps in order, the state after each, and the course they lead to. */
export type Moves = { steps: readonly Step[]; states: readonly State[]; course: Course }

/** A new case with its first steps, and its figures. */
export function insertCase(tx: Tx, facts: Facts, moves: Moves): void {
  const q = sql(tx)
  write(tx, q`insert into cases.case ${q(columnsOf(facts, moves.course) as never)}`, {
    facts,
    moves,
    before: undefined,
  })
}

/** The moved case, its new steps, and the difference in the figures. */
export function saveCase(tx: Tx, before: Case, moves: Moves): void {
  const q = sql(tx)
  // Handed on, it may leave the scope of its hands: see `moving` in policies.ts. The row is found before what becomes of it is checked.
  const here = q`id = ${before.id} and town = ${before.town} and set_config('app.moving', ${before.id}, true) <> ''`
  write(tx, q`update cases.case set ${q(courseColumns(moves.course) as never)} where ${here}`, {
    facts: before,
    moves,
    before: before.course,
  })
}

/** A case that goes on in another place: its figures go with it, those of the day it came in too. */
export function resettle(tx: Tx, before: Case, place: string, { steps, course }: Moves): void {
  const q = sql(tx)
  const rows = steps.map((s) => stepColumns(before, s, course.state))
  const [was, is] = [tallyChange(undefined, before.course) ?? [], tallyChange(undefined, course) ?? []]
  const came = dayOf(course.receivedAt)
  later(
    tx,
    q`with the_case as (update cases.case set ${q({ place, ...courseColumns(course) } as never)} where id = ${before.id} and town = ${before.town}),
      the_steps as (insert into cases.step ${q(rows as never)}),
      the_words as (update cases.words set place = ${place} where case_id = ${before.id} and town = ${before.town})
    select cases.bump(${before.place.slice(0, 12)}, ${before.class}, ${was.map((n) => -n)}::int[], ${came}, -1, 0),
      cases.bump(${place.slice(0, 12)}, ${before.class}, ${is}::int[], ${came}, 1, 0)`,
  )
}

export function columnsOf(f: Facts, c: Course) {
  return {
    id: f.id,
    town: f.town,
    number: f.number,
    token: f.token,
    kind: f.kind,
    class: f.class,
    duty_version: f.dutyVersion,
    title: f.title,
    description: f.description,
    address: f.address,
    channel: f.channel,
    confirmable: f.confirmable,
    urgent: f.urgent,
    restricted: f.restricted,
    reporter: f.reporter,
    reporter_name: f.reporterName,
    place: f.place,
    inside_grid: f.insideGrid,
    lon: f.lon,
    lat: f.lat,
    accuracy_m: f.accuracyM,
    crs: f.crs,
    received_at: instant(c.receivedAt),
    calendar: c.calendar,
    ...courseColumns(c),
  }
}

function courseColumns(c: Course) {
  return {
    state: c.state,
    level: c.level,
    desk: c.desk,
    organ: c.organ,
    assignee: c.assignee,
    handler: c.handler,
    steps: c.steps,
    late: c.late,
    reopened: c.reopened,
    bounced: c.bounced,
    pauses: c.pauses,
    clocks: c.clocks,
    warned: c.warned,
    overdue: c.overdue,
    paused_until: at(c.pausedUntil),
    promised_at: at(c.promisedAt),
    window_ends_at: at(c.windowEndsAt),
    public_answer: c.publicAnswer,
    merged_into: c.mergedInto,
    changed_at: instant(c.changedAt),
    closed_at: at(c.closedAt),
    next_at: at(dueOf(c, statutoryCalendar)?.at ?? null),
    due_at: at(deadlineOf(c, statutoryCalendar)),
  }
}

export const stepColumns = (f: Pick<Facts, 'id' | 'town'>, s: Step, state: State) => ({
  case_id: f.id,
  town: f.town,
  no: s.no,
  at: instant(s.at),
  action: s.action,
  state,
  level: s.level,
  desk: s.desk,
  organ: s.organ,
  assignee: s.assignee,
  by_post: s.byPost,
  by_person: s.byPerson,
  by_organ: s.byOrgan,
  reason: s.reason,
  note: s.note,
  answer: s.answer,
  facts: s.facts,
})

type Written = { facts: Facts; moves: Moves; before: Course | undefined }

/** Case, steps and figures in one statement that nobody waits for: it travels with the record, the answer and the commit. */
function write(tx: Tx, case_: Fragment, { facts, moves, before }: Written): void {
  const q = sql(tx)
  const after = moves.course
  const rows = moves.steps.map((s, i) => stepColumns(facts, s, moves.states[i] ?? after.state))
  const change = tallyChange(before, after)
  const closed = (after.closedAt === null ? 0 : 1) - (before && before.closedAt !== null ? 1 : 0)
  const figures = change
    ? q`cases.bump(${facts.place.slice(0, 12)}, ${facts.class}, ${change}::int[], ${dayOf(after.changedAt)}, ${before ? 0 : 1}, ${closed})`
    : q`null`
  later(tx, q`with the_case as (${case_}), the_steps as (insert into cases.step ${q(rows as never)}) select ${figures}`)
}

export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')
