import type { Protected } from './policies.ts'
import { sql } from './sql.ts'
import type { Tx } from './tx.ts'

/**
 * What goes along when a place becomes another: of each column that a protected table names in `follows`, the rows at the old
 * place for which its condition holds. Facts keep the place as it was; what is still lived in, answered for or to be done goes on at the place
 * that answers for it now. As the owner, since rows go from one scope to another; only places' own job calls it.
 */
export type Succession = { was: string; became: string }

export async function followPlaces(tx: Tx, tables: readonly Protected[], all: readonly Succession[]): Promise<number> {
  if (all.length === 0) return 0
  const q = sql(tx)
  const [acting] = await q<{ role: string }[]>`select current_setting('role') as role`
  await q`select set_config('role', 'none', true)`
  let moved = 0
  const [was, became] = [all.map((one) => one.was), all.map((one) => one.became)]
  for (const { table, follows = {} } of tables)
    for (const [column, condition] of Object.entries(follows)) {
      const { count } = await q`
        update ${q.unsafe(table)} as t set ${q.unsafe(column)} = s.became from unnest(${was}::text[], ${became}::text[]) as s(was, became)
        where t.${q.unsafe(column)} = s.was and (${q.unsafe(condition)})`
      moved += count
    }
  await q`select set_config('role', ${acting?.role ?? 'none'}, true)`
  return moved
}
