import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { Relation, Residence } from './contract.ts'

export type Door = {
  dwelling: string
  household: string | null
  place: string
  address: string
  door: string | null
  lon: number | null
  lat: number | null
  head: string | null
}
export type HouseholdHeld = {
  id: string
  dwelling: string
  place: string
  head: string | null
  fromDay: string
  untilDay: string | null
  address: string
  door: string | null
  lon: number | null
  lat: number | null
}
export type MemberHeld = {
  id: string
  household: string
  /** Who answers for the entry now, when it was merged. */
  person: string
  place: string
  relation: Relation
  residence: Residence
  fromDay: string
  untilDay: string | null
}

/** Out of the slice's own public views: they answer past row-level security, see api.ts. */
const HOUSEHOLD = `h.id, h.dwelling, h.place, h.head, h.from_day as "fromDay", h.until_day as "untilDay", d.address, d.door, d.lon, d.lat`
const MEMBER = `m.id, m.household, m.person, m.place, m.relation, m.residence, m.from_day as "fromDay", m.until_day as "untilDay"`
/** The head first, then as a family is told. */
export const BY_RELATION = `array_position(array['head', 'spouse', 'parent', 'parent_in_law', 'grandparent', 'child', 'child_in_law', 'grandchild', 'sibling', 'other_kin', 'lodger', 'worker', 'unknown'], m.relation)`

type Page = { day: string; limit: number; after?: { place: string; id: string } | undefined }
export const readHouseholdsIn = (tx: Tx, place: string, { day, limit, after }: Page) => {
  const q = sql(tx)
  return q<HouseholdHeld[]>`
    select ${q.unsafe(HOUSEHOLD)} from homes.pub_household h join homes.pub_dwelling d on d.id = h.dwelling
    where h.place >= ${place} and h.place < ${`${place}~`} and h.from_day <= ${day} and (h.until_day is null or h.until_day > ${day})
      ${after ? q`and (h.place, h.id) > (${after.place}, ${after.id}::uuid)` : q``}
    order by h.place, h.id limit ${limit}`
}

export const readMembershipsOf = (tx: Tx, persons: readonly string[], day: string) => {
  const q = sql(tx)
  return q<MemberHeld[]>`
    select ${q.unsafe(MEMBER)} from homes.pub_member m where m.person = any(${persons as string[]}::uuid[])
      and m.from_day <= ${day} and (m.until_day is null or m.until_day > ${day}) order by m.from_day desc, m.id`
}

export const readMembers = (tx: Tx, households: readonly string[], day: string) => {
  const q = sql(tx)
  return q<MemberHeld[]>`
    select ${q.unsafe(MEMBER)} from homes.pub_member m where m.household = any(${households as string[]}::uuid[])
      and m.from_day <= ${day} and (m.until_day is null or m.until_day > ${day})
    order by m.household, ${q.unsafe(BY_RELATION)}, m.id`
}

/** Of a dwelling with several households one row each; of a household the door that it was behind on that day. */
export const readDoors = (tx: Tx, of: { household: string } | { dwelling: string }, day: string) => {
  const q = sql(tx)
  const mine = 'household' in of ? q`id = ${of.household}` : q`dwelling = ${of.dwelling}`
  return q<Door[]>`
    select d.id as dwelling, h.id as household, d.place, d.address, d.door, d.lon, d.lat, h.head
    from homes.pub_dwelling d
      ${'household' in of ? q`` : q`left`} join (
        select id, dwelling, head, from_day from homes.pub_household where ${mine} and from_day <= ${day} and (until_day is null or until_day > ${day})
        union all
        select id, dwelling, head, from_day from homes.pub_stay where ${mine} and from_day <= ${day} and until_day > ${day}) h on h.dwelling = d.id
    where ${'household' in of ? q`true` : q`d.id = ${of.dwelling}`} order by h.from_day, h.id`
}

/** Who lives in some dwellings. */
export const readLivingIn = (tx: Tx, dwellings: readonly string[], day: string) =>
  sql(tx)<{ person: string }[]>`
    select distinct m.person from homes.pub_household h join homes.pub_member m on m.household = h.id
    where h.dwelling = any(${dwellings as string[]}::uuid[]) and (h.until_day is null or h.until_day > ${day})
      and m.from_day <= ${day} and (m.until_day is null or m.until_day > ${day})`

/** Who lives in each of some subtrees, up to `limit` rows of each: enough to know whether they are few. */
export const readSomeLiving = (tx: Tx, places: readonly string[], { day, limit }: { day: string; limit: number }) =>
  sql(tx)<{ place: string; person: string }[]>`
    select a.place, m.person from unnest(${places as string[]}::text[]) as a(place)
      cross join lateral (
        select person from homes.pub_member m
        where m.place >= a.place collate "C" and m.place < (a.place || '~') collate "C" and m.from_day <= ${day}
          and (m.until_day is null or m.until_day > ${day})
        limit ${limit}) m`
