import { instant } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import { holdLists } from './store-evacuation.ts'
import { type Listed, listRows, type Row, type Table } from './store.ts'

export type WalkInRow = Row & {
  shelter: string
  keeper: string | null
  person: string | null
  name: string
  from: string
  note: string
  arrivedAt: string
  leftAt: string | null
  to: string
}
export const WALK_IN: Table = {
  name: 'relief.walk_in',
  columns: `t.id, t.place, t.shelter, t.keeper, t.person, t.name, t.from_where as "from", t.note, t.arrived_at as "arrivedAt", t.left_at as "leftAt",
    t.to_where as "to"`,
}

/** On a list of people to be moved and not home again, or in a shelter by himself; wherever that is; in earnest, if the hold is. */
export async function whereIs(
  tx: Tx,
  person: string,
  { hold, now }: { hold: string; now: number },
): Promise<{ listed: boolean; lodged: boolean }> {
  await holdLists(tx)
  const [row] = await sql(tx)<{ listed: boolean; lodged: boolean }[]>`
    select exists (select from relief.pub_listed where person = ${person} and hold = any (held.ids)) as listed,
      exists (select from relief.pub_lodged where person = ${person} and hold = any (held.ids)) as lodged
    from (select kernel.held_alike(${instant(now)}, ${hold}) as ids) held`
  return row ?? { listed: false, lodged: false }
}

export const walkInsOf = (tx: Tx, shelter: string, left: boolean, l: Listed): Promise<WalkInRow[]> =>
  listRows<WalkInRow>(
    tx,
    WALK_IN,
    l,
    sql(tx)`and t.shelter = ${shelter} ${left ? sql(tx)`` : sql(tx)`and t.left_at is null`}`,
  )
