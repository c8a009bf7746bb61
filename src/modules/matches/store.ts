import type { Scope } from '#kernel/authorise.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { Found, Sought } from './search.ts'

export const insertSearch = (
  tx: Tx,
  s: { id: string; place: string; post: string | null; at: string },
): Promise<unknown> => sql(tx)`
  insert into matches.search (id, place, asked_at, post) values (${s.id}, ${s.place}, ${s.at}, ${s.post})`

/** Asked by the house: where one waits already, that one serves. */
export const wantSearch = (tx: Tx, s: { id: string; place: string; at: string }): Promise<unknown> => sql(tx)`
  insert into matches.search (id, place, asked_at) values (${s.id}, ${s.place}, ${s.at}) on conflict (place) where done_at is null do nothing`

export const waitingSearches = (tx: Tx, limit: number) => sql(tx)<{ id: string }[]>`
  select id from matches.search where done_at is null order by asked_at, id limit ${limit}`

export type Search = {
  place: string
  askedAt: string
  doneAt: string | null
  persons: number | null
  found: number | null
}
const SEARCH = `place, asked_at as "askedAt", done_at as "doneAt", persons, found`

export async function readSearch(tx: Tx, id: string): Promise<Search | undefined> {
  const q = sql(tx)
  const [row] = await q<Search[]>`select ${q.unsafe(SEARCH)} from matches.search where id = ${id} for update`
  return row
}

/** The last search of the place or of one that holds it. */
export async function lastSearch(tx: Tx, { lo, hi }: Scope, place: string): Promise<Search | undefined> {
  const q = sql(tx)
  const [row] = await q<Search[]>`
    select ${q.unsafe(SEARCH)} from matches.search where starts_with(${place}, place) and place >= ${lo} and place < ${hi}
    order by asked_at desc, id desc limit 1`
  return row
}

export const endSearch = (
  tx: Tx,
  s: { id: string; at: string; persons: number; found: number },
): Promise<unknown> => sql(tx)`
  update matches.search set done_at = ${s.at}, persons = ${s.persons}, found = ${s.found} where id = ${s.id}`

/** How many live in each grid of a place, in the order of its codes. */
export const countByGrid = (tx: Tx, place: string) => sql(tx)<{ grid: string; n: number }[]>`
  select left(home_place, 15) as grid, count(*)::int as n from people.pub_person
  where home_place >= ${place} and home_place < ${`${place}~`} and stands_for is null group by 1 order by 1`

/** Townships where somebody lives and that were not searched since an instant, the longest waiting first. */
export const unsearched = (tx: Tx, since: string, limit: number) => sql(tx)<{ place: string; last: string | null }[]>`
  select t.code as place, max(s.asked_at) as last from places.pub_place t left join matches.search s on s.place = t.code
  where t.level = 'township' and t.valid_to is null
    and exists (select from people.pub_person p where p.home_place >= t.code and p.home_place < t.code || '~')
  group by t.code having (max(s.asked_at) is null or max(s.asked_at) < ${since}) and bool_and(s.id is null or s.done_at is not null)
  order by max(s.asked_at) nulls first, t.code limit ${limit}`

/** What is compared of each: the digest of one live number, and the door of the home one lives in. */
const TRAITS = `p.id, p.name, p.sex, p.born, p.phone, p.home_place as place,
  (select encode(d.token, 'hex') from people.pub_document d where d.person = p.id and d.ended_at is null
    order by (d.kind = 'resident_id') desc, d.id limit 1) as token,
  (select concat_ws(' ', w.place, w.address, w.door) from homes.pub_member m
    join homes.pub_household h on h.id = m.household join homes.pub_dwelling w on w.id = h.dwelling
    where m.person = p.id and m.until_day is null order by (m.residence <> 'away') desc, m.from_day desc, m.id limit 1) as door`

type Row = Omit<Sought, 'number' | 'phones'> & { phone: string | null; token: string | null }

const soughtOf = ({ phone, token, ...row }: Row): Sought => ({
  ...row,
  phones: phone ? [phone] : [],
  // What is held was verified by its checksum when it came in.
  number: token ? { value: token, whole: true } : null,
})

/** Who lives in a range of places, and whoever lives elsewhere under the same telephone or number, or name and birthday. */
export async function readSought(tx: Tx, { lo, hi }: Scope): Promise<Sought[]> {
  const q = sql(tx)
  const inside = await q<Row[]>`
    select ${q.unsafe(TRAITS)}, true as inside from people.pub_person p
    where p.home_place >= ${lo} and p.home_place < ${hi} and p.stands_for is null order by p.id`
  const phones = [...new Set(inside.flatMap(({ phone }) => phone ?? []))]
  const tokens = [...new Set(inside.flatMap(({ token }) => token ?? []))]
  const elsewhere = await q<Row[]>`
    with alike as (
      select id from people.pub_person where phone = any(${phones})
      union
      select person from people.pub_document where token in (select decode(t, 'hex') from unnest(${tokens}::text[]) t) and ended_at is null
      union
      select o.id from people.pub_person i join people.pub_person o on o.born = i.born and o.name_key = i.name_key and o.stands_for is null
      where i.home_place >= ${lo} and i.home_place < ${hi} and i.stands_for is null and o.born is not null)
    select ${q.unsafe(TRAITS)}, false as inside from alike a join people.pub_person p on p.id = a.id
    where p.home_place is not null and not (p.home_place >= ${lo} and p.home_place < ${hi}) and p.stands_for is null
    order by p.id limit 20000`
  return [...inside, ...elsewhere].map(soughtOf)
}

/** New pairs are added; of one that still waits the weights are today's; what was decided stays decided. Returns how many are new. */
export async function keepPairs(tx: Tx, pairs: readonly (Found & { id: string })[], at: string): Promise<number> {
  const rows = await sql(tx)<{ fresh: boolean }[]>`
    insert into matches.pair (id, a, b, place, likely, bits, reasons, found_at)
    select id, a, b, place, likely, bits, reasons, ${at}
    from jsonb_to_recordset(${pairs as never}::jsonb) as g(id uuid, a uuid, b uuid, place text, likely float8, bits float8, reasons jsonb)
    on conflict (a, b) do update set likely = excluded.likely, bits = excluded.bits, reasons = excluded.reasons, place = excluded.place
      where pair.state in ('open', 'later')
    returning (xmax = 0) as fresh`
  return rows.filter(({ fresh }) => fresh).length
}
