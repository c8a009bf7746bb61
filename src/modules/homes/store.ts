import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { DwellingKind, Relation, Residence } from './contract.ts'

export type DwellingRow = {
  id: string
  place: string
  address: string
  door: string | null
  kind: DwellingKind
  lon: number | null
  lat: number | null
  positionSource: 'survey' | 'phone' | 'address' | 'grid' | null
  fromDay: string
  untilDay: string | null
  entry: string
}
export const DWELLING = `d.id, d.place, d.address, d.door, d.kind, d.lon, d.lat, d.position_source as "positionSource", d.from_day as "fromDay", d.until_day as "untilDay", d.entry`

export async function readDwelling(tx: Tx, id: string): Promise<DwellingRow | undefined> {
  const q = sql(tx)
  const [row] = await q<DwellingRow[]>`select ${q.unsafe(DWELLING)} from homes.dwelling d where id = ${id}`
  return row
}

/** Another one that stands in this grid under the same address and door. */
export async function findSameDoor(
  tx: Tx,
  d: Pick<DwellingRow, 'place' | 'address' | 'door'>,
): Promise<string | undefined> {
  const [row] = await sql(tx)<{ id: string }[]>`
    select id from homes.dwelling where place = ${d.place} and address = ${d.address} and door is not distinct from ${d.door} and until_day is null limit 1`
  return row?.id
}

export const insertDwelling = (tx: Tx, d: Omit<DwellingRow, 'untilDay'>): Promise<unknown> => sql(tx)`
  insert into homes.dwelling (id, place, address, door, lon, lat, position_source, kind, entry, from_day)
  values (${d.id}, ${d.place}, ${d.address}, ${d.door}, ${d.lon}, ${d.lat}, ${d.positionSource}, ${d.kind}, ${d.entry}, ${d.fromDay})`

export type Statement = { id: string; kind: 'address' | 'door' | 'kind' | 'position'; value: unknown; was: unknown }
type Said = { dwelling: DwellingRow; entry: string; at: string }

/** The row takes the new values, the statements keep what was there. */
export async function correctDwelling(
  tx: Tx,
  now: DwellingRow,
  statements: readonly Statement[],
  { dwelling, entry, at }: Said,
): Promise<void> {
  const q = sql(tx)
  await q`update homes.dwelling set address = ${now.address}, door = ${now.door}, kind = ${now.kind}, lon = ${now.lon}, lat = ${now.lat},
    position_source = ${now.positionSource} where id = ${dwelling.id}`
  await q`
    insert into homes.statement (id, dwelling, place, kind, value, was, entry, at)
    select id, ${dwelling.id}, ${dwelling.place}, kind, value, was, ${entry}, ${at}
    from jsonb_to_recordset(${statements as never}::jsonb) as g(id uuid, kind text, value jsonb, was jsonb)`
}

export const readStatements = (tx: Tx, dwelling: string) => sql(tx)<(Statement & { at: string; entry: string })[]>`
  select id, kind, value, was, at, entry from homes.statement where dwelling = ${dwelling} order by at desc, id limit 100`

export const endDwelling = (tx: Tx, id: string, day: string): Promise<unknown> =>
  sql(tx)`update homes.dwelling set until_day = ${day} where id = ${id}`

export type HouseholdRow = {
  id: string
  dwelling: string
  place: string
  head: string | null
  entry: string
  fromDay: string
  /** Since when it is behind this door. */
  hereFrom: string
  untilDay: string | null
  replaces: string | null
  goesOnIn: string | null
}
const HOUSEHOLD = `id, dwelling, place, head, entry, from_day as "fromDay", here_from as "hereFrom", until_day as "untilDay", replaces, goes_on_in as "goesOnIn"`

export async function readHousehold(tx: Tx, id: string): Promise<HouseholdRow | undefined> {
  const q = sql(tx)
  const [row] = await q<HouseholdRow[]>`select ${q.unsafe(HOUSEHOLD)} from homes.household where id = ${id}`
  return row
}
export const insertHousehold = (
  tx: Tx,
  h: Omit<HouseholdRow, 'untilDay' | 'hereFrom' | 'goesOnIn'>,
): Promise<unknown> => sql(tx)`
  insert into homes.household (id, dwelling, place, head, entry, from_day, replaces)
  values (${h.id}, ${h.dwelling}, ${h.place}, ${h.head}, ${h.entry}, ${h.fromDay}, ${h.replaces})`
export const setHead = (tx: Tx, household: string, head: string | null): Promise<unknown> =>
  sql(tx)`update homes.household set head = ${head} where id = ${household}`
export const setHouseholdEnd = (tx: Tx, household: string, day: string | null): Promise<unknown> =>
  sql(tx)`update homes.household set until_day = ${day} where id = ${household}`

export type MemberRow = {
  id: string
  household: string
  person: string
  place: string
  relation: Relation
  residence: Residence
  entry: string
  fromDay: string
  untilDay: string | null
  endedEntry: string | null
  replaces: string | null
}
const MEMBER = `id, household, person, place, relation, residence, entry, from_day as "fromDay", until_day as "untilDay", ended_entry as "endedEntry", replaces`

export async function readMember(tx: Tx, id: string): Promise<MemberRow | undefined> {
  const q = sql(tx)
  const [row] = await q<MemberRow[]>`select ${q.unsafe(MEMBER)} from homes.member where id = ${id}`
  return row
}
/** All rows of households, past ones too; those that never held are left out. */
export const readMembersOf = (tx: Tx, households: readonly string[]) => {
  const q = sql(tx)
  return q<MemberRow[]>`select ${q.unsafe(MEMBER)} from homes.member
    where household = any(${households as string[]}::uuid[]) and until_day is distinct from from_day order by from_day, id`
}
/** Inside a range; where else somebody belonged is not told. */
export const readMembershipsOf = (tx: Tx, persons: readonly string[], { lo, hi }: { lo: string; hi: string }) => {
  const q = sql(tx)
  return q<(MemberRow & { dwelling: string; address: string; door: string | null })[]>`
    select ${q.unsafe(MEMBER.replaceAll(/(^|, )(?=\w)/g, '$1m.'))}, h.dwelling, d.address, d.door
    from homes.member m join homes.household h on h.id = m.household join homes.dwelling d on d.id = h.dwelling
    where m.person = any(${persons as string[]}::uuid[]) and m.place >= ${lo} and m.place < ${hi} and m.until_day is distinct from m.from_day order by m.from_day desc, m.id`
}
export const readMembersById = (tx: Tx, ids: readonly string[]) => {
  const q = sql(tx)
  return q<
    MemberRow[]
  >`select ${q.unsafe(MEMBER)} from homes.member where id = any(${ids as string[]}::uuid[]) order by id`
}

export const insertMembers = (
  tx: Tx,
  rows: readonly Omit<MemberRow, 'untilDay' | 'endedEntry'>[],
): Promise<unknown> => sql(tx)`
  insert into homes.member (id, household, person, place, relation, residence, entry, from_day, replaces)
  select id, household, person, place, relation, residence, entry, "fromDay", replaces
  from jsonb_to_recordset(${rows as never}::jsonb) as g(id uuid, household uuid, person uuid, place text, relation text, residence text, entry uuid,
    "fromDay" date, replaces uuid)`

type Ending = {
  day: string
  why: 'moved' | 'died' | 'entered_wrongly' | 'restated' | 'arranged'
  /** the act by which it ended */ entry: string
}
/** How many were open until now. */
export const endMembers = async (tx: Tx, ids: readonly string[], { day, why, entry }: Ending): Promise<number> =>
  (
    await sql(
      tx,
    )`update homes.member set until_day = ${day}, why_ended = ${why}, ended_entry = ${entry} where id = any(${ids as string[]}::uuid[]) and until_day is null`
  ).count

/** Who live somewhere now, past the reach of the asking scope: the row says no more than that. */
export const readLivingSomewhere = (tx: Tx, persons: readonly string[]) => sql(tx)<
  { person: string; household: string }[]
>`
  select person, household from homes.pub_member where person = any(${persons as string[]}::uuid[]) and until_day is null and residence <> 'away'`

export const insertPremises = (
  tx: Tx,
  p: { id: string; organ: string; dwelling: string; place: string; entry: string; fromDay: string },
): Promise<unknown> => sql(tx)`
  insert into homes.premises (id, organ, dwelling, place, entry, from_day) values (${p.id}, ${p.organ}, ${p.dwelling}, ${p.place}, ${p.entry}, ${p.fromDay})`
export const readPremises = (tx: Tx, dwelling: string) => sql(tx)<
  { id: string; organ: string; entry: string; fromDay: string; untilDay: string | null }[]
>`
  select id, organ, entry, from_day as "fromDay", until_day as "untilDay" from homes.premises where dwelling = ${dwelling} order by from_day desc, id`
