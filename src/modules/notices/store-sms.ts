import { instant } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { NoticeParams } from './messages.ts'

export type DueText = { notice: string; nextAt: string }

export const dueTexts = (tx: Tx, now: number, limit: number) => sql(tx)<DueText[]>`
  select notice, next_at as "nextAt" from notices.sms where next_at <= ${instant(now)} order by next_at, notice limit ${limit}`

export type WaitingText = { notice: string; urgent: boolean; place: string; read: boolean }

/** Those of the given that are still due; another process that asks meanwhile passes over them. */
export const lockDue = (tx: Tx, ids: readonly string[], now: number) => sql(tx)<WaitingText[]>`
  select s.notice, n.urgent, n.place, n.read_at is not null as read
  from notices.sms s join notices.notice n on n.id = s.notice
  where s.notice = any(${ids as string[]}::uuid[]) and s.next_at <= ${instant(now)}
  order by n.at, n.id for update of s skip locked`

/** Later, or with null: handed to the relay. */
export const setNext = async (tx: Tx, notice: string, next: number | null): Promise<void> =>
  void (await sql(
    tx,
  )`update notices.sms set next_at = ${next === null ? null : instant(next)} where notice = ${notice}`)

export type Text = {
  kind: string
  params: NoticeParams
  person: string | null
  post: string | null
  phone: string | null
  read: boolean
  outcome: Outcome | null
}
export type Outcome = 'sent' | 'failed' | 'read_before' | 'no_number'

export async function findText(tx: Tx, notice: string): Promise<Text | undefined> {
  const [row] = await sql(tx)<Text[]>`
    select n.kind, n.params, n.person, n.post, n.phone, n.read_at is not null as read, s.outcome
    from notices.sms s join notices.notice n on n.id = s.notice where s.notice = ${notice}`
  return row
}

export type Ending = { notice: string; outcome: Outcome; attempts: number; at: number }

export const endText = async (tx: Tx, { notice, outcome, attempts, at }: Ending): Promise<void> =>
  void (await sql(
    tx,
  )`update notices.sms set outcome = ${outcome}, attempts = ${attempts}, ended_at = ${instant(at)}, next_at = null where notice = ${notice}`)
