import { afresh, sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import { DWELLING, type DwellingRow } from './store.ts'

/** A range is one grid or a whole township: no plan fits both. */
export const plannedAfresh = (tx: Tx): void => afresh(tx)

type Range = { lo: string; hi: string; day: string; limit: number; after?: readonly string[] | undefined }
export type ListedHousehold = {
  id: string | null
  dwelling: string
  place: string
  address: string
  door: string | null
  head: string | null
  members: number
  away: number
  fromDay: string
}

const HELD = (alias: string, day: string): string =>
  `${alias}.from_day <= '${day}' and (${alias}.until_day is null or ${alias}.until_day > '${day}')`

/** By door: 2号 before 10号, which a shorter address comes first for. `day` is a day of the calendar by the contract. */
export const listHouseholds = (tx: Tx, { lo, hi, day, limit, after }: Range) => {
  const q = sql(tx)
  return q<(ListedHousehold & { id: string })[]>`
    with page as (
      select h.id, h.dwelling, h.place, d.address, d.door, h.head, h.here_from as from_day from homes.household h join homes.dwelling d on d.id = h.dwelling
      where h.place >= ${lo} and h.place < ${hi} and ${q.unsafe(HELD('h', day))}
        ${after ? q`and (h.place, length(d.address), d.address collate "C", h.id) > (${after[0] ?? ''}, ${Number(after[1])}, ${after[2] ?? ''}, ${after[3] ?? ''}::uuid)` : q``}
      order by h.place, length(d.address), d.address collate "C", h.id limit ${limit})
    select p.id, p.dwelling, p.place, p.address, p.door, p.head, p.from_day as "fromDay", n.members, n.away
    from page p, lateral (
      select count(*)::int as members, count(*) filter (where m.residence = 'away')::int as away from homes.member m
      where m.household = p.id and ${q.unsafe(HELD('m', day))}) n
    order by p.place, length(p.address), p.address collate "C", p.id`
}

export const listDwellings = (tx: Tx, { lo, hi, day, limit, after, empty }: Range & { empty: boolean }) => {
  const q = sql(tx)
  const living = q`(select count(*) from homes.household h where h.dwelling = d.id and ${q.unsafe(HELD('h', day))})`
  return q<(DwellingRow & { households: number })[]>`
    select ${q.unsafe(DWELLING)}, ${living}::int as households from homes.dwelling d
    where d.place >= ${lo} and d.place < ${hi} and ${q.unsafe(HELD('d', day))}
      ${empty ? q`and ${living} = 0` : q``}
      ${after ? q`and (d.place, length(d.address), d.address collate "C", d.id) > (${after[0] ?? ''}, ${Number(after[1])}, ${after[2] ?? ''}, ${after[3] ?? ''}::uuid)` : q``}
    order by d.place, length(d.address), d.address collate "C", d.id limit ${limit}`
}

/** Doors by part of the address or by what stands on them, with the household behind each; empty ones too. */
export const findDoors = (tx: Tx, { lo, hi, day, limit, text }: Range & { text: string }) => {
  const q = sql(tx)
  return q<ListedHousehold[]>`
    select h.id, d.id as dwelling, d.place, d.address, d.door, h.head, coalesce(h.here_from, d.from_day) as "fromDay", 0 as away,
      (select count(*) from homes.member m where m.household = h.id and ${q.unsafe(HELD('m', day))})::int as members
    from homes.dwelling d left join homes.household h on h.dwelling = d.id and ${q.unsafe(HELD('h', day))}
    where d.place >= ${lo} and d.place < ${hi} and ${q.unsafe(HELD('d', day))} and (d.door = ${text} or position(${text} in d.address || coalesce(d.door, '')) > 0)
    order by d.place, length(d.address), d.address collate "C", h.id limit ${limit}`
}

export type Living = { person: string; household: string; address: string; door: string | null; place: string }
/** Where each of these belongs now, the home before what one is away from. */
export const readLivingNow = (tx: Tx, persons: readonly string[], day: string) => {
  const q = sql(tx)
  return q<Living[]>`
    select distinct on (m.person) m.person, m.household, d.address, d.door, m.place
    from homes.member m join homes.household h on h.id = m.household join homes.dwelling d on d.id = h.dwelling
    where m.person = any(${persons as string[]}::uuid[]) and ${q.unsafe(HELD('m', day))} order by m.person, (m.residence = 'away'), m.from_day desc`
}

export type Own = {
  household: string
  dwelling: string
  place: string
  address: string
  door: string | null
  relation: never
  residence: never
  members: number
  fromDay: string
  source: string
  enteredAt: string
}
/** Of oneself, through the public views: of the others only their number. */
export const readOwn = (tx: Tx, persons: readonly string[], day: string) => {
  const q = sql(tx)
  return q<Own[]>`
    select m.household, h.dwelling, m.place, d.address, d.door, m.relation, m.residence, m.from_day as "fromDay", e.source, e.at as "enteredAt",
      (select count(*) from homes.pub_member o where o.household = m.household and ${q.unsafe(HELD('o', day))})::int as members
    from homes.pub_member m join homes.pub_household h on h.id = m.household join homes.pub_dwelling d on d.id = h.dwelling
      join people.pub_entry e on e.id = m.entry
    where m.person = any(${persons as string[]}::uuid[]) and ${q.unsafe(HELD('m', day))} order by (m.residence = 'away'), m.from_day desc`
}
