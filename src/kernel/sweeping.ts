import { instant } from './clock.ts'
import { asOwner } from './db.ts'
import type { Platform } from './platform.ts'
import { sql } from './sql.ts'

/**
 * Rows that have been kept long enough go by themselves: those of every table whose declaration of retention names the column
 * that its age is counted by. Due rows only, a bounded number at a time, each table in a transaction of its own, so that one
 * that cannot be swept holds back no other.
 */
const AT_ONCE = 1000

type Due = { table: string; column: string; keep: string }

/** `by: 'until_at'` is a column; `by: 'the township, …'` is somebody. */
export const sweptBy = (by: string | undefined): string | undefined =>
  by !== undefined && /^[a-z][a-z_]*$/.test(by) ? by : undefined

export const dueTables = (p: Pick<Platform, 'slices'>): Due[] =>
  p.slices.all.flatMap(({ retention }) =>
    Object.entries(retention).flatMap(([table, { keep, by }]) => {
      const column = sweptBy(by)
      return column && keep !== 'always' ? [{ table, column, keep }] : []
    }),
  )

/** One round over all tables; returns how many rows went. */
export async function sweepKept(p: Platform): Promise<number> {
  let gone = 0
  for (const due of dueTables(p))
    gone += await sweep(p, due).catch((error: unknown) => {
      p.log.error({ table: due.table, problem: String(error) }, 'rows that are past their time could not be removed')
      return 0
    })
  return gone
}

const sweep = (p: Platform, { table, column, keep }: Due): Promise<number> =>
  asOwner(p.db, async (tx) => {
    const text = `delete from ${table} where ctid = any(array(
      select ctid from ${table} where ${column} < $1::timestamptz - $2::interval limit ${AT_ONCE}))`
    return (await sql(tx).unsafe(text, [instant(p.clock.now()), keep])).count
  })
