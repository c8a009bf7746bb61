import { instant } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { CallView } from './contract-hotline.ts'
import { type Listed, listRows, type Row, type Table } from './store.ts'
import { STAY, type StayRow } from './store-stays.ts'

export type CallRow = Row &
  Omit<CallView, 'id' | 'placeName' | 'caller' | 'by' | 'can'> & { person: string; by: string | null }
export const CALL: Table = {
  name: 'relief.call',
  columns: `t.id, t.place, t.person, t.text, t.address, t.urgent, t.taken_at as "takenAt", t.by_post as by, t.became, t.subject, t.answer, t.answered_at as "answeredAt"`,
}
export const callsIn = (tx: Tx, { waiting, ...l }: Listed & { waiting?: boolean | undefined }): Promise<CallRow[]> =>
  listRows<CallRow>(tx, CALL, l, waiting === undefined ? undefined : sql(tx)`and (t.became is null) = ${waiting}`)

/** That which lasts now; there is one at a time. */
export async function stayOf(tx: Tx, person: string, now: number): Promise<StayRow | undefined> {
  const q = sql(tx)
  const [row] = await q<StayRow[]>`select ${q.unsafe(STAY.columns)} from relief.stay t
    where t.person = ${person} and t.ended_at is null and t.until_at > ${instant(now)}
      and t.hold = any (kernel.still_held(${instant(now)}))`
  return row
}
