import { instant } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { PassView } from './contract-passes.ts'
import { GOES_ON, type Listed, listRows, NOT_OVER, type Row, type Table } from './store.ts'

export type PassRow = Row &
  Omit<PassView, 'id' | 'placeName' | 'person' | 'by' | 'live' | 'can'> & {
    person: string | null
    by: string | null
    goesOn: boolean
  }
export const PASS: Table = {
  name: 'relief.pass',
  columns: `t.id, t.place, t.code, t.person, t.plate, t.reason, t.why, t.from_at as "from", t.until_at as until, t.by_post as by, t.ended_at as "endedAt", ${GOES_ON}`,
}
export const CROSSING: Table = { name: 'relief.crossing', columns: '*' }

/**
 * By the code that is held up: the scope reaches the row by it, wherever the pass was given. Nobody goes through on a pass of a
 * response that is over, nor in earnest on one of an exercise. `at`: the hold by which the checkpoint is there.
 */
export async function findPass(tx: Tx, token: string, at: string, now: number): Promise<PassRow | undefined> {
  const q = sql(tx)
  const [row] = await q<PassRow[]>`select ${q.unsafe(PASS.columns)} from relief.pass t
    where t.token = ${token} and t.hold = any (kernel.held_alike(${instant(now)}, ${at}))`
  return row
}

type Wanted = Listed & { now: number; live?: boolean | undefined; mine?: string | undefined }
export function passesIn(tx: Tx, { now, live, mine, ...l }: Wanted): Promise<PassRow[]> {
  const q = sql(tx)
  return listRows<PassRow>(
    tx,
    PASS,
    l,
    q`${mine ? q`and t.person = ${mine}` : q``} ${live === undefined ? q`` : q`and (t.ended_at is null and t.until_at > ${instant(now)} and ${q.unsafe(NOT_OVER)}) = ${live}`}`,
  )
}
