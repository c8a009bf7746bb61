import { instant } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { CheckView, LineState } from './contract-checks.ts'
import { type Listed, listRows, type Row, type Stamp, type Table } from './store.ts'

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
}
const COLUMNS = `t.id, t.place, t.kind, t.title, t.source, t.source_number as "sourceNumber", t.purpose, t.basis, t.by_post as by,
  t.started_at as "startedAt", t.until_at as until, t.why_closed is not null as closed`
export const CHECK: Table = { name: 'relief.check', columns: COLUMNS }

/** At, above and below a place; past row-level security, since a worker's grid lies below the place of the list. */
export const checksAround = (tx: Tx, place: string, limit: number): Promise<CheckRow[]> => {
  const q = sql(tx)
  return q<CheckRow[]>`select ${q.unsafe(COLUMNS)} from relief.pub_check t
    where starts_with(t.place, ${place}) or starts_with(${place}, t.place) order by t.started_at desc, t.id limit ${limit}`
}
export async function findCheck(tx: Tx, id: string): Promise<CheckRow | undefined> {
  const q = sql(tx)
  const [row] = await q<CheckRow[]>`select ${q.unsafe(COLUMNS)} from relief.pub_check t where t.id = ${id}`
  return row
}

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
}
export const LINE: Table = {
  name: 'relief.line',
  columns: `t.id, t.place, t.check_id as check, t.person, t.address, t.reason, t.evidence, t.listed_at as "listedAt", t.state, t.said_at as "saidAt", t.note, t.disputed`,
}
export const LINE_WORD: Table = { name: 'relief.line_word', columns: '*' }

export type NewLine = Pick<LineRow, 'id' | 'place' | 'person' | 'address' | 'reason' | 'evidence'>
/** Returns the ids of those that were not on the list. */
export async function insertLines(
  tx: Tx,
  check: string,
  rows: readonly NewLine[],
  { hold, touchedAt }: Stamp,
): Promise<string[]> {
  const added = await sql(tx)<{ id: string }[]>`
    insert into relief.line (id, hold, place, touched_at, check_id, person, address, reason, evidence, listed_at)
    select r.id, ${hold}, r.place, ${touchedAt}, ${check}, r.person, r.address, r.reason, r.evidence, ${touchedAt}
    from jsonb_to_recordset(${rows as never}::jsonb) as r(id uuid, place text, person uuid, address text, reason text, evidence text)
    on conflict (check_id, person) do nothing returning id`
  return added.map(({ id }) => id)
}
export const linesIn = (tx: Tx, { check, left, ...l }: Listed & { check: string; left?: boolean | undefined }) =>
  listRows<LineRow>(
    tx,
    LINE,
    l,
    sql(tx)`and t.check_id = ${check} ${left ? sql(tx)`and t.state in ('open', 'nobody')` : sql(tx)``}`,
  )

export const dueChecks = (tx: Tx, now: number, limit: number) => sql(tx)<{ id: string }[]>`
  select id from relief.check where until_at <= ${instant(now)} or why_closed is not null order by until_at limit ${limit}`

/** The list goes with its lines and all that was said of them; what is left is what it was for, how many, and their hash. */
export async function destroyCheck(tx: Tx, id: string, now: number): Promise<{ rows: number; hash: string }> {
  const q = sql(tx)
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

export type EndedRow = Omit<CheckRow, 'kind' | 'by' | 'until' | 'closed'> & {
  endedAt: string
  rows: number
  hash: string
}
export const endedIn = (tx: Tx, place: string, limit: number) => sql(tx)<EndedRow[]>`
  select id, place, title, source, source_number as "sourceNumber", purpose, basis, started_at as "startedAt", ended_at as "endedAt", rows, hash
  from relief.ended_check where place >= ${place} and place < ${`${place}~`} order by ended_at desc, id limit ${limit}`
