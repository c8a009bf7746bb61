import { sql } from './sql.ts'
import type { Tx } from './tx.ts'

/** Commands done and refused in some subtrees between two instants, by name; figures, no persons. Inside the scope of the transaction. */
export type Counted = { name: string; done: number; refused: number }

export const countActs = (tx: Tx, area: readonly string[], from: string, to: string) => sql(tx)<Counted[]>`
  select r.name, count(distinct r.request) filter (where r.kind = 'command')::int as done,
    count(distinct r.request) filter (where r.kind = 'refusal')::int as refused
  from kernel.record r
  where r.at >= ${from} and r.at < ${to} and r.kind in ('command', 'refusal') and r.actor_kind <> 'system'
    and exists (select from unnest(${area as string[]}::text[]) as a(code) where starts_with(coalesce(r.place, r.actor_place, ''), a.code))
  group by 1 order by 2 desc, 1`
