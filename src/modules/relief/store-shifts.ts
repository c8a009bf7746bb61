import { instant } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { Row, Table } from './store.ts'

export type ShiftRow = Row & {
  title: string
  spot: string
  starts: string
  ends: string
  seats: number
  taken: number
  cancelledAt: string | null
}
const COLUMNS = `t.id, t.place, t.title, t.spot, t.starts_at as starts, t.ends_at as ends, t.seats, t.taken, t.cancelled_at as "cancelledAt"`
export const SHIFT: Table = { name: 'relief.shift', columns: 't.id, t.place, t.cancelled_at as "cancelledAt"' }

/** Past row-level security: what is offered is open to whoever may take it. */
export const shiftsIn = (
  tx: Tx,
  { place, now, person }: { place: string; now: number; person: string | undefined },
) => {
  const q = sql(tx)
  return q<ShiftRow[]>`select ${q.unsafe(COLUMNS)} from relief.pub_shift t
    where t.place >= ${place} and t.place < ${`${place}~`} and t.cancelled_at is null and t.ends_at > ${instant(now)}
      ${person ? q`and exists (select from relief.seat s where s.shift = t.id and s.left_at is null and s.person = ${person})` : q``}
    order by t.starts_at, t.id limit 500`
}
/** Of a response that is not over. A race for the last seat waits here. */
export async function holdShift(tx: Tx, id: string, now: number): Promise<ShiftRow | undefined> {
  const q = sql(tx)
  await q`select pg_advisory_xact_lock(hashtextextended(${`relief.shift ${id}`}, 0))`
  const [row] = await q<ShiftRow[]>`select ${q.unsafe(COLUMNS)} from relief.pub_shift t
    where t.id = ${id} and t.hold = any (kernel.still_held(${instant(now)}))`
  return row
}

export type SeatRow = Row & { shift: string; person: string; organ: string | null; leftAt: string | null }
export const SEAT: Table = {
  name: 'relief.seat',
  columns: `t.id, t.place, t.shift, t.person, t.organ, t.left_at as "leftAt"`,
}
/** Inside the scope: one's own, or of a place where one leads. */
export const seatsOf = (tx: Tx, shifts: readonly string[]): Promise<SeatRow[]> => {
  const q = sql(tx)
  return q<SeatRow[]>`select ${q.unsafe(SEAT.columns)} from relief.seat t
    where t.shift = any(${shifts as string[]}::uuid[]) and t.left_at is null order by t.claimed_at, t.id`
}
/** Whether somebody stands elsewhere at that time, in earnest if the hold is. Who is called to two places at once waits here. */
export async function standsElsewhere(
  tx: Tx,
  person: string,
  { starts, ends, hold, now }: Pick<ShiftRow, 'starts' | 'ends'> & { hold: string; now: number },
): Promise<boolean> {
  const q = sql(tx)
  await q`select pg_advisory_xact_lock(hashtextextended(${`relief.seat ${person}`}, 0))`
  const [row] = await q<{ found: boolean }[]>`select exists (
    select from relief.seat c join relief.pub_shift s on s.id = c.shift where c.person = ${person} and c.left_at is null
      and s.cancelled_at is null and s.starts_at < ${ends} and s.ends_at > ${starts}
      and s.hold = any (kernel.held_alike(${instant(now)}, ${hold}))) as found`
  return row?.found ?? false
}
