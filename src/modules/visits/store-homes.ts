import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'

/** Doors as homes publishes them. The caller has seen to it that the asker may know of them, and calls `saw`. */
export type DoorFacts = {
  household: string
  dwelling: string | null
  place: string
  address: string
  lon: number | null
  lat: number | null
  head: string | null
  headName: string | null
  since: string
}
const DOOR = `h.id as household, h.dwelling, h.place, concat_ws(' ', d.address, d.door) as address, d.lon, d.lat, h.head, p.name as "headName", h.from_day as since`
const FROM = `homes.pub_household h left join homes.pub_dwelling d on d.id = h.dwelling left join people.pub_person p on p.id = h.head`

export const doorsOfHouseholds = (tx: Tx, households: readonly string[]): Promise<DoorFacts[]> => {
  const q = sql(tx)
  return q<
    DoorFacts[]
  >`select ${q.unsafe(DOOR)} from ${q.unsafe(FROM)} where h.id = any(${households as string[]}::uuid[])`
}

/** Households of a range that began on or after a day and are still there. */
export const beganSince = (
  tx: Tx,
  { lo, hi }: { lo: string; hi: string },
  day: string,
  today: string,
): Promise<DoorFacts[]> => {
  const q = sql(tx)
  return q<DoorFacts[]>`select ${q.unsafe(DOOR)} from ${q.unsafe(FROM)}
    where h.place >= ${lo} and h.place < ${hi} and h.from_day >= ${day} and h.from_day <= ${today} and h.until_day is null
    order by h.from_day, h.id limit 60`
}

export type MemberFacts = {
  household: string
  person: string
  name: string
  born: string | null
  relation: string | null
}
export const membersOn = (tx: Tx, household: string, day: string): Promise<MemberFacts[]> => sql(tx)<MemberFacts[]>`
  select m.household, coalesce(p.stands_for, p.id) as person, p.name, p.born, m.relation
  from homes.pub_member m join people.pub_person p on p.id = m.person
  where m.household = ${household} and m.from_day <= ${day} and (m.until_day is null or m.until_day > ${day})
  order by m.relation <> 'head', m.relation <> 'spouse', p.born nulls last, p.name`

/** Where a person lives on a day; a household is named when he is a member of one. */
export async function homeOf(
  tx: Tx,
  person: string,
  day: string,
): Promise<{ household: string | null; place: string } | undefined> {
  const [row] = await sql(tx)<{ household: string | null; place: string | null }[]>`
    select m.household, coalesce(h.place, p.home_place) as place from people.pub_person p
    left join homes.pub_member m on m.person = p.id and m.from_day <= ${day} and (m.until_day is null or m.until_day > ${day})
    left join homes.pub_household h on h.id = m.household
    where p.id = ${person} order by m.from_day desc nulls last limit 1`
  return row?.place ? { household: row.household, place: row.place } : undefined
}

export const namesOf = (tx: Tx, persons: readonly string[]) => sql(tx)<{ id: string; name: string }[]>`
  select id, name from people.pub_person where id = any(${persons as string[]}::uuid[])`
