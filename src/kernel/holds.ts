import { instant, millis } from './clock.ts'
import type { Hold } from './levers.ts'
import { sql } from './sql.ts'
import type { Tx } from './tx.ts'

type Row = Required<Omit<Hold, 'startsAt' | 'endsAt'>> & { startsAt: string; endsAt: string }

/** Holds that are live now or will be; a handful of rows even in an emergency. */
export async function liveHolds(tx: Tx, now: number): Promise<Hold[]> {
  const rows = await sql(tx)<
    Row[]
  >`select id, lever, place, value, starts_at as "startsAt", ends_at as "endsAt", exercise
    from kernel.hold where ends_at > ${instant(now)}`
  return rows.map(holdOf)
}

const holdOf = (row: Row): Hold => ({ ...row, startsAt: millis(row.startsAt), endsAt: millis(row.endsAt) })

/** `under`: the thing for whose sake it is held, with which it ends. */
export type NewHold = Hold & { reason: string; heldBy: string | null; under?: string | null }

/** Refused by the table itself when the end is more than thirty days after the start. */
export const addHold = async (tx: Tx, h: NewHold): Promise<void> =>
  void (await sql(
    tx,
  )`insert into kernel.hold (id, lever, place, value, reason, held_by, under, starts_at, ends_at, exercise)
    values (${h.id}, ${h.lever}, ${h.place}, ${JSON.stringify(h.value)}::text::jsonb, ${h.reason}, ${h.heldBy}, ${h.under ?? null}, ${instant(h.startsAt)}, ${instant(h.endsAt)}, ${h.exercise ?? false})`)

/** Ends a hold now; it never began if it lay in the future. */
export const endHold = async (tx: Tx, id: string, now: number): Promise<void> =>
  void (await sql(tx)`update kernel.hold set ends_at = greatest(starts_at + interval '1 millisecond', ${instant(now)})
    where id = ${id} and ends_at > ${instant(now)}`)

/** All holds of one thing, ended or not, the oldest first. */
export async function holdsUnder(tx: Tx, under: string): Promise<Hold[]> {
  const rows = await sql(tx)<
    Row[]
  >`select id, lever, place, value, starts_at as "startsAt", ends_at as "endsAt", exercise
    from kernel.hold where under = ${under} order by starts_at, id`
  return rows.map(holdOf)
}

/** Ends all holds of one thing now; returns how many were live or ahead. */
export const endHolds = async (tx: Tx, under: string, now: number): Promise<number> =>
  (
    await sql(tx)`update kernel.hold set ends_at = greatest(starts_at + interval '1 millisecond', ${instant(now)})
      where under = ${under} and ends_at > ${instant(now)}`
  ).count
