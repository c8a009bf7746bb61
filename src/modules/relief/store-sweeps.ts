import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { DoorState, DoorView } from './contract-sweeps.ts'
import { findList, type Listed, listRows, listsAround, reached, type Row, type Stamp, type Table } from './store.ts'

export type SweepRow = Row & {
  title: string
  about: string
  order: string | null
  by: string | null
  startedAt: string
  closedAt: string | null
}
const COLUMNS = `t.id, t.place, t.title, t.about, t.order_id as order, t.by_post as by, t.started_at as "startedAt", t.closed_at as "closedAt"`
export const SWEEP: Table = { name: 'relief.sweep', columns: COLUMNS }

const KNOWN: Table = { name: 'relief.pub_sweep', columns: COLUMNS }
export const sweepsAround = (tx: Tx, place: string, limit: number) => listsAround<SweepRow>(tx, KNOWN, place, limit)
export const findSweep = (tx: Tx, id: string) => findList<SweepRow>(tx, KNOWN, id)

/**
 * Every household of a place today, with its door; returns how many. Lists are read by id, so the ids are given in the order in which
 * one walks: by grid, street and number.
 */
export async function freezeDoors(
  tx: Tx,
  { id, place, day, hold, touchedAt }: Stamp & { id: string; day: string },
): Promise<number> {
  const { count } = await sql(tx)`
    with doors as materialized (
      select h.id, h.place, h.head, concat_ws(' ', d.address, d.door) as address, gen_random_uuid() as door
      from homes.pub_household h join homes.pub_dwelling d on d.id = h.dwelling
      where h.place >= ${place} and h.place < ${`${place}~`} and h.from_day <= ${day} and (h.until_day is null or h.until_day > ${day})
    ), walked as (
      select *, row_number() over (order by place, regexp_replace(address, '[0-9].*$', ''),
        substring(address from '[0-9]{1,9}')::int nulls first, address, id) as no from doors
    ), ids as (select door, row_number() over (order by door) as no from doors)
    insert into relief.door (id, hold, place, touched_at, sweep, household, head, address, listed_at)
    select ids.door, ${hold}, w.place, ${touchedAt}, ${id}, w.id, w.head, w.address, ${touchedAt}
    from walked w join ids on ids.no = w.no`
  return count
}

export type DoorRow = Row & {
  sweep: string
  household: string
  head: string | null
  address: string
  listedAt: string
  state: DoorState
  saidAt: string | null
  note: string
  help: DoorView['help']
  next: string | null
  tries: number
  helped: string | null
  helpedAt: string | null
  helpedBy: string | null
}
export const DOOR: Table = {
  name: 'relief.door',
  columns: `t.id, t.place, t.sweep, t.household, t.head, t.address, t.listed_at as "listedAt", t.state, t.said_at as "saidAt", t.note, t.help, t.next, t.tries, t.helped, t.helped_at as "helpedAt", t.helped_by as "helpedBy"`,
}
export const KNOCK: Table = { name: 'relief.knock', columns: '*' }

type Wanted = Listed & {
  sweep: string
  left?: boolean | undefined
  state?: DoorState | undefined
  help?: 'waiting' | 'answered' | undefined
}
export function doorsIn(tx: Tx, { sweep, left, state, help, ...l }: Wanted): Promise<DoorRow[]> {
  const q = sql(tx)
  const asked = help && q`and t.help <> '{}' and t.helped is ${help === 'waiting' ? q`null` : q`not null`}`
  return listRows<DoorRow>(
    tx,
    DOOR,
    l,
    q`and t.sweep = ${sweep} ${left ? q`and t.state in ('open', 'nobody')` : q``}
      ${state ? q`and t.state = ${state}` : q``} ${asked ?? q``}`,
  )
}

/** At how many doors of a list help is waited for: in all, or for each place one level (`length` digits) below. */
export const countHelp = (
  tx: Tx,
  { ids, length, ...l }: Pick<Listed, 'scope' | 'place'> & { ids: readonly string[]; length: number },
) => sql(tx)<{ id: string; place: string; rows: number }[]>`
  select t.sweep as id, left(t.place, ${length}::int) as place, count(*)::int as rows from relief.door t
  where t.sweep = any(${ids as string[]}::uuid[]) and t.help <> '{}' and t.helped is null and ${reached(tx, l)} group by 1, 2`

/** However late a word comes in, somebody was there once more. */
export const countTry = async (tx: Tx, id: string, { hold, touchedAt }: Stamp): Promise<void> =>
  void (await sql(
    tx,
  )`update relief.door set tries = tries + 1, hold = ${hold}, touched_at = ${touchedAt} where id = ${id}`)
