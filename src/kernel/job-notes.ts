import { WHOLE } from './authorise.ts'
import { DAY_MS, instant } from './clock.ts'
import { asOwner, inScope } from './db.ts'
import type { Platform } from './platform.ts'
import { sql } from './sql.ts'
import type { Tx } from './tx.ts'

/** When a job last did something, and what went wrong if it did; shown in the console. */
export const noteJob = (p: Platform, name: string, problem: string | null): Promise<void> =>
  inScope(p.db, WHOLE, async (tx) => {
    const now = instant(p.clock.now())
    await sql(
      tx,
    )`insert into kernel.job (name, next_at, last_at, last_problem) values (${name}, ${now}, ${now}, ${problem})
      on conflict (name) do update set last_at = excluded.last_at, last_problem = excluded.last_problem`
  })

/** Answers to commands older than any phone's patience go; see retention.ts. */
export const trimAnswers = (p: Platform): Promise<number> =>
  asOwner(
    p.db,
    async (tx) => (await sql(tx)`delete from kernel.command where at < ${instant(p.clock.now() - 90 * DAY_MS)}`).count,
  )

export type JobNote = { name: string; lastAt: string | null; lastProblem: string | null }
export const listJobNotes = (tx: Tx) =>
  sql(tx)<JobNote[]>`select name, last_at as "lastAt", last_problem as "lastProblem" from kernel.job order by name`
