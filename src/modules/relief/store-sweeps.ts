import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { DoorState, DoorView } from './contract-sweeps.ts'
import { type Listed, listRows, type Row, type Stamp, type Table } from './store.ts'

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

/** At, above and below a place; past row-level security, since a worker's grid lies below the place of the list. */
export const sweepsAround = (tx: Tx, place: string, limit: number): Promise<SweepRow[]> => {
  const q = sql(tx)
  return q<SweepRow[]>`select ${q.unsafe(COLUMNS)} from relief.pub_sweep t
    where starts_with(t.place, ${place}) or starts_with(${place}, t.place) order by t.started_at desc, t.id limit ${limit}`
}
export async function findSweep(tx: Tx, id: string): Promise<SweepRow | undefined> {
  const q = sql(tx)
  const [row] = await q<SweepRow[]>`select ${q.unsafe(COLUMNS)} from relief.pub_sweep t where t.id = ${id}`
  return row
}

/** Every household of a place today, with its door; returns how many. */
export async function freezeDoors(
  tx: Tx,
  { id, place, day, hold, touchedAt }: Stamp & { id: string; day: string },
): Promise<number> {
  const { count } = await sql(tx)`
    insert into relief.door (id, hold, place, touched_at, sweep, household, head, address, listed_at)
    select gen_random_uuid(), ${hold}, h.place, ${touchedAt}, ${id}, h.id, h.head, concat_ws(' ', d.address, d.door), ${touchedAt}
    from homes.pub_household h join homes.pub_dwelling d on d.id = h.dwelling
    where h.place >= ${place} and h.place < ${`${place}~`} and h.from_day <= ${day} and (h.until_day is null or h.until_day > ${day})`
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
}
export const DOOR: Table = {
  name: 'relief.door',
  columns: `t.id, t.place, t.sweep, t.household, t.head, t.address, t.listed_at as "listedAt", t.state, t.said_at as "saidAt", t.note, t.help, t.next, t.tries`,
}
export const KNOCK: Table = { name: 'relief.knock', columns: '*' }

type Wanted = Listed & { sweep: string; left?: boolean | undefined; help?: boolean | undefined }
export function doorsIn(tx: Tx, { sweep, left, help, ...l }: Wanted): Promise<DoorRow[]> {
  const q = sql(tx)
  return listRows<DoorRow>(
    tx,
    DOOR,
    l,
    q`and t.sweep = ${sweep} ${left ? q`and t.state in ('open', 'nobody')` : q``} ${help ? q`and t.help <> '{}'` : q``}`,
  )
}

/** However late a word comes in, somebody was there once more. */
export const countTry = async (tx: Tx, id: string, { hold, touchedAt }: Stamp): Promise<void> =>
  void (await sql(
    tx,
  )`update relief.door set tries = tries + 1, hold = ${hold}, touched_at = ${touchedAt} where id = ${id}`)
