import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'

/** Who and what is there already in the subtree of a place, out of the public views; past row-level security, noted by `saw`. */
export type KnownPerson = { id: string; name: string; born: string | null; phone: string | null; place: string }

export const knownByName = (tx: Tx, place: string, names: readonly string[]) => sql(tx)<KnownPerson[]>`
  select id, name, to_char(born, 'YYYY-MM-DD') as born, phone, home_place as place from people.pub_person
  where home_place >= ${place} and home_place < ${`${place}~`} and stands_for is null and name = any(${names as string[]})`

/** Wherever they live: a number is looked for in the whole city. */
export const knownByToken = (tx: Tx, tokens: readonly string[]) => sql(tx)<
  { token: string; id: string; name: string; place: string | null }[]
>`
  select encode(d.token, 'hex') as token, coalesce(p.stands_for, p.id) as id, p.name, p.home_place as place
  from people.pub_document d join people.pub_person p on p.id = d.person
  where d.token in (select decode(t, 'hex') from unnest(${tokens as string[]}::text[]) t) and d.ended_at is null`

export type KnownDwelling = { id: string; place: string; address: string; door: string | null }
export const knownDwellings = (tx: Tx, place: string, addresses: readonly string[]) => sql(tx)<KnownDwelling[]>`
  select id, place, address, door from homes.dwelling
  where place >= ${place} and place < ${`${place}~`} and until_day is null and address = any(${addresses as string[]}) order by from_day, id`

export type Living = { person: string; household: string; dwelling: string; place: string }
export const livingNow = (tx: Tx, persons: readonly string[]) => sql(tx)<Living[]>`
  select m.person, m.household, h.dwelling, h.place from homes.pub_member m join homes.pub_household h on h.id = m.household
  where m.person = any(${persons as string[]}::uuid[]) and m.until_day is null and m.residence <> 'away'`

export type NewDwelling = { id: string; place: string; address: string; door: string | null; fromDay: string }
export const insertDwellings = (tx: Tx, rows: readonly NewDwelling[], entry: string): Promise<unknown> => sql(tx)`
  insert into homes.dwelling (id, place, address, door, kind, entry, from_day)
  select id, place, address, door, 'house', ${entry}::uuid, "fromDay"
  from jsonb_to_recordset(${rows as never}::jsonb) as g(id uuid, place text, address text, door text, "fromDay" date)`

export type NewHousehold = { id: string; dwelling: string; place: string; head: string | null; fromDay: string }
export const insertHouseholds = (tx: Tx, rows: readonly NewHousehold[], entry: string): Promise<unknown> => sql(tx)`
  insert into homes.household (id, dwelling, place, head, entry, from_day)
  select id, dwelling, place, head, ${entry}::uuid, "fromDay"
  from jsonb_to_recordset(${rows as never}::jsonb) as g(id uuid, dwelling uuid, place text, head uuid, "fromDay" date)`

export const readListed = (tx: Tx, place: string, limit: number) => sql(tx)<Listed[]>`
  select p.id, p.name, p.sex, to_char(p.born, 'YYYY-MM-DD') as born, p.phone, p.home_place as place, d.address, d.door, m.relation, m.residence,
    m.from_day as since, h.id as household, p.entry
  from people.pub_person p
    left join lateral (
      select * from homes.pub_member b where b.person = p.id and b.until_day is null order by (b.residence = 'away'), b.from_day desc limit 1) m on true
    left join homes.pub_household h on h.id = m.household left join homes.pub_dwelling d on d.id = h.dwelling
  where p.home_place >= ${place} and p.home_place < ${`${place}~`} and p.stands_for is null
  order by p.home_place, d.address, d.door, h.id, (m.relation = 'head') desc nulls last, p.born nulls last, p.id limit ${limit}`

export type Listed = {
  id: string
  name: string
  sex: 'female' | 'male' | null
  born: string | null
  phone: string | null
  place: string
  address: string | null
  door: string | null
  relation: string | null
  residence: string | null
  since: string | null
  household: string | null
  entry: string
}
