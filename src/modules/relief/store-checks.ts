import { instant } from '#kernel/clock.ts'
import { type Fragment, sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { CheckView, LineState } from './contract-checks.ts'
import {
  findList,
  type Listed,
  listRows,
  listsAround,
  ofList,
  reached,
  type Row,
  type Stamp,
  type Table,
} from './store.ts'

export type CheckRow = Row & {
  kind: CheckView['kind']
  title: string
  source: string
  sourceNumber: string
  purpose: string
  basis: string
  by: string | null
  startedAt: string
  until: string
  closed: boolean
  signedBy: string | null
  signedAt: string | null
}
const COLUMNS = `t.id, t.place, t.kind, t.title, t.source, t.source_number as "sourceNumber", t.purpose, t.basis, t.by_post as by,
  t.started_at as "startedAt", t.until_at as until, t.why_closed is not null as closed,
  t.signed_by as "signedBy", t.signed_at as "signedAt"`
export const CHECK: Table = { name: 'relief.check', columns: COLUMNS }

const KNOWN: Table = { name: 'relief.pub_check', columns: COLUMNS }
export const checksAround = (tx: Tx, place: string, limit: number) => listsAround<CheckRow>(tx, KNOWN, place, limit)
export const findCheck = (tx: Tx, id: string) => findList<CheckRow>(tx, KNOWN, id)

export type LineRow = Row & {
  check: string
  person: string
  address: string | null
  reason: string
  evidence: string
  listedAt: string
  state: LineState
  saidAt: string | null
  note: string
  disputed: string | null
  disputeAnswer: string | null
  out: boolean
}
export const LINE: Table = {
  name: 'relief.line',
  columns: `t.id, t.place, t.check_id as check, t.person, t.address, t.reason, t.evidence, t.listed_at as "listedAt", t.state, t.said_at as "saidAt", t.note, t.disputed, t.dispute_answer as "disputeAnswer", t.out_at is not null and t.struck_at is null as out`,
}
export const LINE_WORD: Table = { name: 'relief.line_word', columns: '*' }

export type NewLine = Pick<LineRow, 'id' | 'place' | 'person' | 'address' | 'reason' | 'evidence'>
/** They wait for a second signature. Returns the ids of those that were not on the list. */
export async function insertLines(
  tx: Tx,
  check: string,
  rows: readonly NewLine[],
  { hold, touchedAt, by }: Stamp & { by: string | null },
): Promise<string[]> {
  const added = await sql(tx)<{ id: string }[]>`
    insert into relief.line (id, hold, place, touched_at, check_id, person, address, reason, evidence, listed_at, by_person)
    select r.id, ${hold}, r.place, ${touchedAt}, ${check}, r.person, r.address, r.reason, r.evidence, ${touchedAt}, ${by}
    from jsonb_to_recordset(${rows as never}::jsonb) as r(id uuid, place text, person uuid, address text, reason text, evidence text)
    on conflict (check_id, person) do nothing returning id`
  return added.map(({ id }) => id)
}

/** Those that wait go out; returns them. */
export const putOut = (tx: Tx, check: string, { hold, touchedAt }: Stamp) => sql(tx)<
  { person: string; place: string }[]
>`
  update relief.line set out_at = ${touchedAt}, hold = ${hold}, touched_at = ${touchedAt}
  where check_id = ${check} and out_at is null returning person, place`

/** Which lines an asker sees: those that went out, those that wait, or both. Who was struck off stands there no more. */
export type Going = 'out' | 'waiting' | 'all'
export const going = (tx: Tx, which: Going): Fragment => {
  const q = sql(tx)
  if (which === 'all') return q`and t.struck_at is null` as Fragment
  return (which === 'out' ? q`and t.out_at is not null and t.struck_at is null` : q`and t.out_at is null`) as Fragment
}

/** Lines of one list that went out, or that wait. */
export const linesOf = (tx: Tx, check: string, which: Going): Fragment =>
  sql(tx)`${ofList(tx, 'check_id', check)} ${going(tx, which)}` as Fragment

/** Of each list, how many lines wait for a second signature, and whether this person laid one of them. */
export const countWaiting = (
  tx: Tx,
  { ids, me, ...l }: Pick<Listed, 'scope' | 'place'> & { ids: readonly string[]; me: string | null },
) => sql(tx)<{ id: string; rows: number; mine: boolean }[]>`
  select t.check_id as id, count(*)::int as rows, coalesce(bool_or(t.by_person::text = ${me}), false) as mine from relief.line t
  where t.check_id = any(${ids as string[]}::uuid[]) and t.out_at is null and ${reached(tx, l)} group by 1`

type Wanted = Listed & {
  check: string
  going: Going
  left?: boolean | undefined
  state?: LineState | undefined
  disputed?: boolean | undefined
}
export function linesIn(tx: Tx, { check, left, state, disputed, going: which, ...l }: Wanted): Promise<LineRow[]> {
  const q = sql(tx)
  return listRows<LineRow>(
    tx,
    LINE,
    l,
    q`${linesOf(tx, check, which)} ${left ? q`and t.state in ('open', 'nobody')` : q``}
      ${state ? q`and t.state = ${state}` : q``} ${disputed ? q`and t.disputed is not null` : q``}`,
  )
}

export async function countDisputed(tx: Tx, check: string, l: Pick<Listed, 'scope' | 'place'>): Promise<number> {
  const [row] = await sql(tx)<{ rows: number }[]>`
    select count(*)::int as rows from relief.line t
    where ${reached(tx, l)} ${linesOf(tx, check, 'out')} and t.disputed is not null`
  return row?.rows ?? 0
}

export const dueChecks = (tx: Tx, now: number, limit: number) => sql(tx)<{ id: string }[]>`
  select id from relief.check where until_at <= ${instant(now)} or why_closed is not null order by until_at limit ${limit}`

/** The list goes with its lines and all that was said of them; what is left is what it was for, how many, and their hash. */
export async function destroyCheck(tx: Tx, id: string, now: number): Promise<{ rows: number; hash: string }> {
  const q = sql(tx)
  // What is being written on it is waited for, and counted.
  await q`select from relief.check where id = ${id} for update`
  await q`select from relief.line where check_id = ${id} order by id for update`
  const [left] = await q<{ rows: number; hash: string }[]>`
    insert into relief.ended_check (id, place, title, source, source_number, purpose, basis, started_at, ended_at, rows, hash)
    select c.id, c.place, c.title, c.source, c.source_number, c.purpose, c.basis, c.started_at, ${instant(now)}, l.rows, l.hash
    from relief.check c, (select count(*)::int as rows, encode(sha256(convert_to(coalesce(string_agg(
        encode(sha256(convert_to(t::text, 'UTF8')), 'hex'), '' order by t.id), ''), 'UTF8')), 'hex') as hash
      from relief.line t where t.check_id = ${id}) l
    where c.id = ${id} returning rows, hash`
  await q`delete from relief.check where id = ${id}`
  return left ?? { rows: 0, hash: '' }
}

export type EndedRow = Omit<CheckRow, 'kind' | 'by' | 'until' | 'closed' | 'signedBy' | 'signedAt'> & {
  endedAt: string
  rows: number
  hash: string
}
export const endedIn = (tx: Tx, place: string, limit: number) => sql(tx)<EndedRow[]>`
  select id, place, title, source, source_number as "sourceNumber", purpose, basis, started_at as "startedAt", ended_at as "endedAt", rows, hash
  from relief.ended_check where place >= ${place} and place < ${`${place}~`} order by ended_at desc, id limit ${limit}`
