import { dayOf, instant } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'

export type PersonHeld = {
  id: string
  name: string
  born: string | null
  phone: string | null
  homePlace: string | null
}

/** Past row-level security: the caller may know of the row that names them, and notes by `saw` whom it shows. */
export const readPeople = (tx: Tx, ids: readonly string[]): Promise<PersonHeld[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : sql(tx)<PersonHeld[]>`select id, name, born, phone, home_place as "homePlace" from people.pub_person
        where id = any(${ids as string[]}::uuid[])`

export type Called = { no: number; person: string | null; name: string | null; phone: string | null }
/** Who is meant by an id, or by name and phone together; who stands for a merged entry. Nobody is entered by being looked for. */
export const findCalled = (tx: Tx, called: readonly Called[]) => sql(tx)<{ no: number; person: string }[]>`
  select distinct on (r.no) r.no, coalesce(p.stands_for, p.id) as person
  from jsonb_to_recordset(${called as never}::jsonb) as r(no int, person uuid, name text, phone text)
    join people.pub_person p on p.id = r.person or (r.person is null and p.phone = r.phone and p.name = r.name)
  order by r.no, p.stands_for nulls first, p.id`

export type Home = { person: string; place: string; address: string | null }
/** Where people live by what is held: the household they are not away from, else the home that they said, else where a pass led whom a checkpoint saw coming in. */
export function homesOf(tx: Tx, persons: readonly string[], now: number) {
  const day = dayOf(now)
  return sql(tx)<Home[]>`
  select distinct on (s.person) s.person, s.place, s.address from (
    select coalesce(p.stands_for, p.id) as person, d.place, concat_ws(' ', d.address, d.door) as address, 1 as rank, null::timestamptz as at
    from people.pub_person p join homes.pub_member m on m.person = p.id join homes.pub_household h on h.id = m.household
      join homes.pub_dwelling d on d.id = h.dwelling
    where coalesce(p.stands_for, p.id) = any(${persons as string[]}::uuid[]) and m.residence <> 'away'
      and m.from_day <= ${day} and (m.until_day is null or m.until_day > ${day})
    union all
    select p.id, p.home_place, null, 2, null from people.pub_person p where p.id = any(${persons as string[]}::uuid[]) and length(p.home_place) >= 12
      and not exists (select from homes.pub_member m where m.person = p.id and m.residence = 'away'
        and m.from_day <= ${day} and (m.until_day is null or m.until_day > ${day}))
    union all
    select a.person, a.place, null, 3, a.at from relief.pub_arrival a
    where a.person = any(${persons as string[]}::uuid[]) and a.hold = any (kernel.still_held(${instant(now)}))
  ) s order by s.person, s.rank, s.at desc`
}
