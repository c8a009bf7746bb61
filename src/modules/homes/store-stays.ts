import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'

/** A door that a household was behind before it moved. */
export type StayRow = {
  id: string
  household: string
  dwelling: string
  place: string
  head: string | null
  act: string
  entry: string
  fromDay: string
  untilDay: string
}
const STAY = `s.id, s.household, s.dwelling, s.place, s.head, s.act, s.entry, s.from_day as "fromDay", s.until_day as "untilDay"`

export const insertStay = (tx: Tx, s: StayRow): Promise<unknown> => sql(tx)`
  insert into homes.stay (id, household, dwelling, place, head, act, entry, from_day, until_day)
  values (${s.id}, ${s.household}, ${s.dwelling}, ${s.place}, ${s.head}, ${s.act}, ${s.entry}, ${s.fromDay}, ${s.untilDay})`

type Behind = {
  household: string
  dwelling: string
  place: string
  hereFrom: string
}
/** The household and everybody who belongs to it now are behind this door; whoever left before stays where it was then. */
export async function setDoor(tx: Tx, { household, dwelling, place, hereFrom }: Behind): Promise<void> {
  await sql(
    tx,
  )`update homes.household set dwelling = ${dwelling}, place = ${place}, here_from = ${hereFrom} where id = ${household}`
  await sql(tx)`update homes.member set place = ${place} where household = ${household} and until_day is null`
}

export async function readStayOf(tx: Tx, act: string): Promise<StayRow | undefined> {
  const q = sql(tx)
  const [row] = await q<StayRow[]>`select ${q.unsafe(STAY)} from homes.stay s where s.act = ${act} for update`
  return row
}
/** It never left: the last day becomes the first. */
export const voidStay = (tx: Tx, id: string): Promise<unknown> =>
  sql(tx)`update homes.stay set until_day = from_day where id = ${id}`

/** Where a household was before, newest first. */
export const readStays = (tx: Tx, household: string) => {
  const q = sql(tx)
  return q<(StayRow & { address: string; door: string | null })[]>`
    select ${q.unsafe(STAY)}, d.address, d.door from homes.stay s join homes.dwelling d on d.id = s.dwelling
    where s.household = ${household} and s.from_day < s.until_day order by s.from_day desc`
}

export type BehindRow = {
  id: string
  place: string
  head: string | null
  entry: string
  fromDay: string
  untilDay: string | null
}
/** Every household that is or was behind a door, with its days there. */
export const readBehind = (tx: Tx, dwelling: string) => sql(tx)<BehindRow[]>`
  select id, place, head, entry, here_from as "fromDay", until_day as "untilDay" from homes.household
  where dwelling = ${dwelling} and until_day is distinct from here_from
  union all
  select household, place, head, entry, from_day, until_day from homes.stay where dwelling = ${dwelling} and from_day < until_day
  order by 5 desc, 1`
