import { instant, millis } from './clock.ts'
import type { Hold } from './levers.ts'
import { sql } from './sql.ts'
import type { Tx } from './tx.ts'

type Row = { id: string; lever: string; place: string; value: unknown; startsAt: string; endsAt: string }

/** Holds that are live now or will be; a handful of rows even in an emergency. */
export async function liveHolds(tx: Tx, now: number): Promise<Hold[]> {
  const rows = await sql(tx)<Row[]>`select id, lever, place, value, starts_at as "startsAt", ends_at as "endsAt"
    from kernel.hold where ends_at > ${instant(now)}`
  return rows.map((row) => ({ ...row, startsAt: millis(row.startsAt), endsAt: millis(row.endsAt) }))
}

export type NewHold = Hold & { reason: string; heldBy: string | null }

/** Refused by the table itself when the end is more than thirty days after the start. */
export const addHold = async (tx: Tx, h: NewHold): Promise<void> =>
  void (await sql(tx)`insert into kernel.hold (id, lever, place, value, reason, held_by, starts_at, ends_at)
    values (${h.id}, ${h.lever}, ${h.place}, ${h.value as never}::jsonb, ${h.reason}, ${h.heldBy}, ${instant(h.startsAt)}, ${instant(h.endsAt)})`)

/** Ends a hold now; it never began if it lay in the future. */
export const endHold = async (tx: Tx, id: string, now: number): Promise<void> =>
  void (await sql(tx)`update kernel.hold set ends_at = greatest(starts_at + interval '1 millisecond', ${instant(now)})
    where id = ${id} and ends_at > ${instant(now)}`)
