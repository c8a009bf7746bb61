import type { Scope } from '#kernel/authorise.ts'
import { instant, startOfDay, DAY_MS } from '#kernel/clock.ts'
import { afresh, sql, type Sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import { type Case, caseFrom, COLUMNS } from './store.ts'

export type Filter = {
  place?: string | undefined
  states?: string[] | undefined
  open?: boolean | undefined
  late?: boolean | undefined
  dueSoon?: boolean | undefined
  reopened?: boolean | undefined
  bounced?: boolean | undefined
  /** The desk whose work is asked for. */
  mine?: { post: string | null; organ: string | null; desk: string | null; room: boolean } | undefined
  class?: string | undefined
  kind?: string | undefined
  level?: string | undefined
  channel?: string | undefined
  /** Ids that the text search found. */
  ids?: string[] | undefined
  from?: string | undefined
  to?: string | undefined
}
export type Cursor = { at: string; id: string }
export type Listing = { filter: Filter; sort: 'newest' | 'due'; limit: number; cursor: Cursor | undefined; now: number }

/** The narrower of the scope and the place asked for; asking for more than one may see never widens it. */
export function rangeOf(scope: Scope, place: string | undefined): { lo: string; hi: string } {
  if (!place) return { lo: scope.lo, hi: scope.hi }
  return { lo: place > scope.lo ? place : scope.lo, hi: `${place}~` < scope.hi ? `${place}~` : scope.hi }
}

export async function listCases(tx: Tx, scope: Scope, l: Listing): Promise<Case[]> {
  const q = sql(tx)
  if (isRange(scope, l.filter.place)) afresh(tx)
  const order = l.sort === 'due' ? q`c.due_at nulls last, c.id` : q`c.received_at desc, c.id desc`
  const rows = await q`select ${q.unsafe(COLUMNS)} from cases.case c
    where ${conditions(q, scope, l.filter, l.now)} ${after(q, l)} order by ${order} limit ${l.limit}`
  return rows.map(caseFrom)
}

export async function countCases(tx: Tx, scope: Scope, filter: Filter, now: number): Promise<number> {
  const q = sql(tx)
  const [row] = await q<
    { n: number }[]
  >`select count(*)::int as n from cases.case c where ${conditions(q, scope, filter, now)}`
  return row?.n ?? 0
}

function after(q: Sql, { sort, cursor }: Listing) {
  if (!cursor) return q``
  if (sort === 'due')
    return cursor.at === ''
      ? q`and c.due_at is null and c.id > ${cursor.id}`
      : q`and ((c.due_at, c.id) > (${cursor.at}, ${cursor.id}) or c.due_at is null)`
  return q`and (c.received_at, c.id) < (${cursor.at}, ${cursor.id})`
}

function conditions(q: Sql, scope: Scope, f: Filter, now: number) {
  const { lo, hi } = rangeOf(scope, f.place)
  const parts = [within(q, lo, hi)]
  if (scope.organ !== '') parts.push(q`c.organ = ${scope.organ}`)
  if (f.open === true) parts.push(q`c.closed_at is null`)
  if (f.open === false) parts.push(q`c.closed_at is not null`)
  if (f.states) parts.push(q`c.state = any(${f.states})`)
  if (f.late) parts.push(q`c.late and c.closed_at is null`)
  if (f.dueSoon)
    parts.push(q`c.closed_at is null and not c.late and cardinality(c.warned) > 0 and c.due_at > ${instant(now)}`)
  if (f.reopened) parts.push(q`c.reopened > 0`)
  if (f.bounced) parts.push(q`c.bounced > 0`)
  if (f.class) parts.push(q`c.class = ${f.class}`)
  if (f.kind) parts.push(q`c.kind = ${f.kind}`)
  if (f.level) parts.push(q`c.level = ${f.level}`)
  if (f.channel) parts.push(q`c.channel = ${f.channel}`)
  if (f.ids) parts.push(q`c.id = any(${f.ids}::uuid[])`)
  if (f.from) parts.push(q`c.received_at >= ${instant(startOfDay(f.from))}`)
  if (f.to) parts.push(q`c.received_at < ${instant(startOfDay(f.to) + DAY_MS)}`)
  if (f.mine) parts.push(atDesk(q, f.mine))
  return parts.reduce((all, part) => q`${all} and ${part}`)
}

const isRange = (scope: Scope, place: string | undefined): boolean => {
  const { lo, hi } = rangeOf(scope, place)
  return hi !== `${lo}~` || (lo.length !== 6 && lo.length !== 9)
}

/** The column whose index is already in order of time for a range of that size. */
function within(q: Sql, lo: string, hi: string) {
  const code = hi === `${lo}~` ? lo : ''
  if (lo === '' && hi === '~') return q`true`
  if (code.length === 4) return q`c.place >= ${lo} and c.place < ${hi}`
  if (code.length === 6) return q`c.county = ${code}`
  if (code.length === 9) return q`c.township = ${code}`
  return q`c.place >= ${lo} and c.place < ${hi}`
}

const atDesk = (q: Sql, m: NonNullable<Filter['mine']>) =>
  q`c.closed_at is null and (c.assignee = ${m.post} or (c.assignee is null and ${m.organ && !m.room ? q`c.organ = ${m.organ}` : q`(c.desk = ${m.desk} and c.organ is null)`}))`

export async function findIds(tx: Tx, needle: string, grams: string[], most: number): Promise<string[]> {
  const rows = await sql(tx)<{ id: string }[]>`select id from cases.find(${needle}, ${grams}, ${most})`
  return rows.map((row) => row.id)
}

export async function findByNumber(tx: Tx, number: string): Promise<Case | undefined> {
  const q = sql(tx)
  const [row] = await q`select ${q.unsafe(COLUMNS)} from cases.case c where c.number = ${number}`
  return row && caseFrom(row)
}

export async function ofReporter(tx: Tx, person: string, limit: number, cursor: Cursor | undefined): Promise<Case[]> {
  const q = sql(tx)
  const rows = await q`select ${q.unsafe(COLUMNS)} from cases.case c where c.reporter = ${person}
    ${cursor ? q`and (c.received_at, c.id) < (${cursor.at}, ${cursor.id})` : q``} order by c.received_at desc, c.id desc limit ${limit}`
  return rows.map(caseFrom)
}

export async function openInVillage(
  tx: Tx,
  scope: Scope,
  village: string,
  except: string | undefined,
): Promise<Case[]> {
  const q = sql(tx)
  const { lo, hi } = rangeOf(scope, village)
  const rows = await q`select ${q.unsafe(COLUMNS)} from cases.case c
    where c.place >= ${lo} and c.place < ${hi} ${scope.organ ? q`and c.organ = ${scope.organ}` : q``} and c.closed_at is null ${except ? q`and c.id <> ${except}` : q``}
    order by c.received_at desc limit 60`
  return rows.map(caseFrom)
}
