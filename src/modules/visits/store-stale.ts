import { afresh, sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'

export type StaleDoor = { household: string; fields: string[]; day: string }
export type Freshness = { key: string; fresh: number }

/** Households of a range with data that have grown old, the oldest first. What is missing altogether is asked by forms. */
export async function staleDoors(
  tx: Tx,
  { lo, hi }: { lo: string; hi: string },
  wants: readonly Freshness[],
  today: string,
): Promise<StaleDoor[]> {
  if (wants.length === 0) return []
  afresh(tx)
  return sql(tx)<StaleDoor[]>`
    with w as (select * from jsonb_to_recordset(${wants as never}::jsonb) as w(key text, fresh int))
    select h.id as household, array_agg(distinct v.field) as fields, min(v.seen_on) as day
    from homes.pub_household h
      cross join lateral (values (h.id), (h.dwelling)) as s(subject)
      join fields.pub_current v on v.subject = s.subject
      join w on w.key = v.field
    where h.place >= ${lo} and h.place < ${hi} and h.until_day is null and v.seen_on <= ${today}::date - w.fresh
    group by h.id order by min(v.seen_on), h.id limit 60`
}
