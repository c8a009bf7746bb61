import type { Day } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'

const KEPT_YEARS = 3
export const keptSince = (day: Day): Day => `${Number(day.slice(0, 4)) - KEPT_YEARS}${day.slice(4)}`

export async function monthsDue(tx: Tx, day: Day): Promise<boolean> {
  const [row] = await sql(tx)<
    { due: boolean }[]
  >`select orders.months_due(${day}::date, ${keptSince(day)}::date) as due`
  return row?.due ?? false
}

/** Room for the recipients of this month and the two after it. */
export const makeMonths = async (tx: Tx, day: Day): Promise<void> =>
  void (await sql(tx)`select orders.make_months(${day}::date)`)

/** Months that have been kept long enough leave as a whole; how many tables went. */
export async function dropMonths(tx: Tx, before: Day): Promise<number> {
  const [row] = await sql(tx)<{ gone: number }[]>`select orders.drop_months(${before}::date) as gone`
  return row?.gone ?? 0
}
