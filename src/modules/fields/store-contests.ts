import { instant } from '#kernel/clock.ts'
import { type Fragment, sql } from '#kernel/sql.ts'
import type { Scope } from '#kernel/authorise.ts'
import type { Tx } from '#kernel/tx.ts'
import type { SubjectKind, Value } from './contract.ts'
import type { CONTEST_STEPS, ContestState, Register } from './contract-contests.ts'

export type ContestRow = {
  id: string
  kind: SubjectKind
  subject: string
  field: string
  place: string
  person: string
  post: string | null
  shown: Value | null
  value: string | null
  entry: string | null
  enteredBy: string | null
  says: Value | null
  why: string
  at: string
  organ: string | null
  calendar: string
  limitHours: number
  dueAt: string
  late: boolean
  state: ContestState
  decidedAt: string | null
  decidedBy: string | null
  reason: string | null
  answer: string | null
  corrected: Value | null
  /** of head and size of a household: what the register is to say */
  register: Register | null
}
export type StepRow = {
  contest: string
  no: number
  step: (typeof CONTEST_STEPS)[number]
  at: string
  organ: string | null
  note: string | null
}

const columns = (tx: Tx): Fragment => sql(tx)`
  id, subject_kind as kind, subject, field, place, person, post, shown, value, entry, entered_by as "enteredBy", says, why, at, organ,
  calendar, limit_hours::float8 as "limitHours", due_at as "dueAt", late, state, decided_at as "decidedAt", decided_by as "decidedBy",
  reason, answer, corrected, register`

export type NewContest = Omit<
  ContestRow,
  'state' | 'late' | 'decidedAt' | 'decidedBy' | 'reason' | 'answer' | 'corrected' | 'register'
>

/** The unique index lets one open contest of a value be; a second is refused `already`. */
export const insertContest = async (tx: Tx, c: NewContest): Promise<void> =>
  void (await sql(tx)`
    insert into fields.contest (id, subject_kind, subject, field, place, person, post, shown, value, entry, entered_by, says, why, at,
      organ, calendar, limit_hours, due_at)
    select id, kind, subject, field, place, person, post, nullif(shown, 'null'), value, entry, "enteredBy", nullif(says, 'null'), why, at,
      organ, calendar, "limitHours", "dueAt"
    from jsonb_to_record(${c as never}::jsonb) as g(id uuid, kind text, subject uuid, field text, place text, person uuid, post uuid,
      shown jsonb, value uuid, entry uuid, "enteredBy" uuid, says jsonb, why text, at timestamptz, organ uuid, calendar text,
      "limitHours" numeric, "dueAt" timestamptz)`)

export const addStep = async (tx: Tx, s: Omit<StepRow, 'no'> & { post: string | null }): Promise<void> =>
  void (await sql(tx)`
    insert into fields.contest_step (contest, no, step, at, organ, post, note)
    select ${s.contest}::uuid, count(*) + 1, ${s.step}, ${s.at}, ${s.organ}::uuid, ${s.post}::uuid, ${s.note}
    from fields.contest_step where contest = ${s.contest}`)

export async function lockContest(tx: Tx, id: string): Promise<ContestRow | undefined> {
  const [row] = await sql(tx)<ContestRow[]>`select ${columns(tx)} from fields.contest where id = ${id} for update`
  return row
}

type Decision = {
  state: ContestState
  now: number
  post: string | null
  reason: string | null
  answer: string | null
  corrected: Value | null
  register?: Register | null
}
export const closeContest = async (tx: Tx, id: string, d: Decision): Promise<void> =>
  void (await sql(tx)`
    update fields.contest set state = ${d.state}, decided_at = ${instant(d.now)}, decided_by = ${d.post}, reason = ${d.reason},
      answer = ${d.answer}, corrected = nullif(${d.corrected as never}::jsonb, 'null'),
      register = nullif(${(d.register ?? null) as never}::jsonb, 'null') where id = ${id}`)

/** The row leaves the sender's reach by this act. */
export const passOn = async (tx: Tx, id: string, organ: string | null): Promise<void> =>
  void (await sql(tx)`
    update fields.contest set organ = ${organ} where id = ${id} and set_config('app.moving', ${id}, true) <> ''`)

export const setLate = async (tx: Tx, id: string): Promise<void> =>
  void (await sql(tx)`update fields.contest set late = true where id = ${id}`)
export const setApplied = async (tx: Tx, id: string, now: number): Promise<void> =>
  void (await sql(tx)`update fields.contest set applied_at = ${instant(now)} where id = ${id}`)

export const dueContests = (tx: Tx, now: number, limit: number) => sql(tx)<{ id: string; dueAt: string }[]>`
  select id, due_at as "dueAt" from fields.contest where state = 'open' and not late and due_at <= ${instant(now)}
  order by due_at limit ${limit}`

type Listing = { open: boolean; late: boolean; limit: number; after: string[] | undefined }
const within = (tx: Tx, s: Scope): Fragment => sql(tx)`
  place >= ${s.lo} and place < ${s.hi} and (${s.organ} = '' or organ::text = ${s.organ})`

/** Open ones by when they are due, decided ones newest first. */
export function listContestRows(tx: Tx, s: Scope, { open, late, limit, after }: Listing): Promise<ContestRow[]> {
  const q = sql(tx)
  const [at = '', id = ''] = after ?? []
  if (open)
    return q<
      ContestRow[]
    >`select ${columns(tx)} from fields.contest where ${within(tx, s)} and state = 'open' and (not ${late} or late)
      and (not ${after !== undefined} or (due_at, id) > (${at || 'epoch'}::timestamptz, ${id || null}::uuid)) order by due_at, id limit ${limit}`
  return q<
    ContestRow[]
  >`select ${columns(tx)} from fields.contest where ${within(tx, s)} and state <> 'open' and (not ${late} or late)
    and (not ${after !== undefined} or (decided_at, id) < (${at || 'epoch'}::timestamptz, ${id || null}::uuid)) order by decided_at desc, id desc limit ${limit}`
}

export async function countOpen(tx: Tx, s: Scope): Promise<{ open: number; lateOpen: number }> {
  const [row] = await sql(tx)<{ open: number; lateOpen: number }[]>`
    select count(*)::int as open, count(*) filter (where late)::int as "lateOpen" from fields.contest where ${within(tx, s)} and state = 'open'`
  return row ?? { open: 0, lateOpen: 0 }
}

export const contestsOfPerson = (tx: Tx, person: string) => sql(tx)<ContestRow[]>`
  select ${columns(tx)} from fields.contest where person = ${person} order by at desc, id desc limit 100`

/** Of some subjects, the open and the lately decided; row-level security has the last word. */
export const contestsAbout = (tx: Tx, subjects: readonly string[]) => sql(tx)<ContestRow[]>`
  select ${columns(tx)} from fields.contest where subject = any(${subjects as string[]}::uuid[]) order by at desc, id desc limit 50`

export const stepsOf = (tx: Tx, contests: readonly string[]) => sql(tx)<StepRow[]>`
  select contest, no, step, at, organ, note from fields.contest_step where contest = any(${contests as string[]}::uuid[]) order by contest, no`

/** Marks of some subjects: `subject field` -> id of the contest. */
export async function openMarks(tx: Tx, subjects: readonly string[]): Promise<Map<string, string>> {
  const rows = await sql(tx)<{ id: string; subject: string; field: string }[]>`
    select id, subject, field from fields.pub_contest where subject = any(${subjects as string[]}::uuid[])`
  return new Map(rows.map(({ id, subject, field }) => [`${subject} ${field}`, id]))
}

/** Whose act an entry was: the person, or who held the post on that day. */
export async function whoEntered(tx: Tx, entry: string): Promise<string | null> {
  const [row] = await sql(tx)<{ person: string | null }[]>`
    select coalesce(e.person, p.person) as person from people.pub_entry e left join posts.pub_post p on p.id = e.post where e.id = ${entry}`
  return row?.person ?? null
}
