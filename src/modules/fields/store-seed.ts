import { instant } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { NewValue } from './store.ts'

const AT_ONCE = 20_000

/** Values of an empty city, in bulk, past the versions rule: there is nothing to contradict. Each was said on its own day. */
export async function copyValues(tx: Tx, values: readonly NewValue[], now: number): Promise<void> {
  for (let i = 0; i < values.length; i += AT_ONCE)
    await sql(tx)`
      insert into fields.value (id, subject_kind, subject, field, place, value, entry, seen_on, at)
      select id, kind, subject, field, place, value, entry, day, ${instant(now)}
      from jsonb_to_recordset(${values.slice(i, i + AT_ONCE) as never}::jsonb)
        as g(id uuid, kind text, subject uuid, field text, place text, value jsonb, entry uuid, day date)`
}
