import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { State } from './lifecycle.ts'

export type Outcome = { id: string; number: string; kind: string; state: State; answer: string | null }

export const outcomesOf = (tx: Tx, ids: readonly string[]): Promise<Outcome[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : sql(tx)<Outcome[]>`select id, number, kind, state, public_answer as answer from cases.pub_outcome
        where id = any(${ids as string[]}::uuid[])`
