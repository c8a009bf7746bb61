import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { FirmProblemView, FirmState } from './contract-firms.ts'
import { type Listed, listRows, type Row, type Stamp, type Table } from './store.ts'

type Said = Omit<FirmProblemView, 'id' | 'placeName' | 'firm' | 'owner' | 'by' | 'can'>
export type FirmProblemRow = Row & Said & { firm: string; owner: string; by: string | null }
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

export type FirmRow = Row & { state: FirmState; workers: number; note: string; saidAt: string }
export const FIRM: Table = {
  name: 'relief.firm',
  columns: `t.id, t.place, t.state, t.workers, t.note, t.said_at as "saidAt"`,
}
/** A firm stands at what was said last. */
export const putFirm = async (
  tx: Tx,
  { id, hold, place, touchedAt, state, workers, note, post }: Stamp & Omit<FirmRow, 'saidAt'> & { post: string | null },
): Promise<void> =>
  void (await sql(tx)`insert into relief.firm (id, hold, place, touched_at, state, workers, note, said_at, by_post)
    values (${id}, ${hold}, ${place}, ${touchedAt}, ${state}, ${workers}, ${note}, ${touchedAt}, ${post})
    on conflict (id) do update set hold = excluded.hold, touched_at = excluded.touched_at, state = excluded.state,
      workers = excluded.workers, note = excluded.note, said_at = excluded.said_at, by_post = excluded.by_post`)
