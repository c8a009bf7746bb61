import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { FirmProblemView, FirmState } from './contract-firms.ts'
import { type Listed, listRows, type Row, type Stamp, type Table } from './store.ts'

type Asked = Omit<FirmProblemView, 'id' | 'placeName' | 'firm' | 'owner' | 'by' | 'can'>
export type FirmProblemRow = Row & Asked & { firm: string; owner: string; by: string | null }
export const FIRM_PROBLEM: Table = {
  name: 'relief.firm_problem',
  columns: `t.id, t.place, t.firm, t.kind, t.text, t.owner, t.asked_at as "askedAt", t.asked_post as by, t.answer, t.solved, t.answered_at as "answeredAt"`,
}
/** A department sees those that are its own to answer. */
export function firmProblemsIn(tx: Tx, { waiting, ...l }: Listed & { waiting?: boolean | undefined }) {
  const q = sql(tx)
  const { organ } = l.scope
  return listRows<FirmProblemRow>(
    tx,
    FIRM_PROBLEM,
    l,
    q`${organ ? q`and t.owner = ${organ}` : q``} ${waiting ? q`and t.solved is not true` : q``}`,
  )
}

export type FirmRow = Row & { firm: string; state: FirmState; workers: number; note: string; saidAt: string }
export const FIRM: Table = {
  name: 'relief.firm',
  columns: `t.id, t.place, t.firm, t.state, t.workers, t.note, t.said_at as "saidAt"`,
}
type Said = Stamp & Omit<FirmRow, 'saidAt'> & { post: string | null }
/** A firm stands at what was said last in what goes on; two who say it at once wait here. `id`: of the row, if it is the first word. */
export async function putFirm(tx: Tx, s: Said): Promise<void> {
  const q = sql(tx)
  await q`select pg_advisory_xact_lock(hashtextextended(${`relief.firm ${s.firm}`}, 0))`
  const { count } = await q`update relief.firm set hold = ${s.hold}, touched_at = ${s.touchedAt}, state = ${s.state},
      workers = ${s.workers}, note = ${s.note}, said_at = ${s.touchedAt}, by_post = ${s.post}
    where firm = ${s.firm} and hold = any (kernel.held_alike(${s.touchedAt}, ${s.hold}))`
  if (count === 0)
    await q`insert into relief.firm (id, hold, place, touched_at, firm, state, workers, note, said_at, by_post)
      values (${s.id}, ${s.hold}, ${s.place}, ${s.touchedAt}, ${s.firm}, ${s.state}, ${s.workers}, ${s.note}, ${s.touchedAt}, ${s.post})`
}
