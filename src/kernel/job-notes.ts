import { WHOLE } from './authorise.ts'
import { instant } from './clock.ts'
import { inScope } from './db.ts'
import type { Platform } from './platform.ts'
import { sql } from './sql.ts'
import type { Tx } from './tx.ts'

/** When a job last did something, and what went wrong if it did; shown in the console. */
export const noteJob = (p: Platform, name: string, problem: string | null): Promise<void> =>
  inScope(p.db, WHOLE, async (tx) => {
    const now = instant(p.clock.now())
    await sql(tx)`insert into kernel.job (name, next_at, last_at, last_problem) values (${name}, ${now}, ${now}, ${problem})
      on conflict (name) do update set last_at = excluded.last_at, last_problem = excluded.last_problem`
  })

export type JobNote = { name: string; lastAt: string | null; lastProblem: string | null }
export const listJobNotes = (tx: Tx) => sql(tx)<JobNote[]>`select name, last_at as "lastAt", last_problem as "lastProblem" from kernel.job order by name`
