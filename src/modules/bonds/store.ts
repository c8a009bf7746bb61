import { type Day, instant } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { Source, Target } from './contract.ts'

/** Exactly one of the three is set. */
export type SourceColumns = { person: string | null; post: string | null; organ: string | null }
export const columnsOf = ({ kind, id }: Source): SourceColumns => ({
  person: kind === 'person' ? id : null,
  post: kind === 'post' ? id : null,
  organ: kind === 'organ' ? id : null,
})
export const sourceOf = ({ person, post, organ }: SourceColumns): Source =>
  person ? { kind: 'person', id: person } : post ? { kind: 'post', id: post } : { kind: 'organ', id: organ ?? '' }

export type NewBond = SourceColumns & {
  id: string
  kind: string
  place: string
  toKind: Target['kind']
  toId: string | null
  role: string
  origin: 'assigned' | 'chosen'
  from: Day
  until: Day | null
  follows: string | null
}
type By = { person: string | null; post: string | null; now: number }

/** Any number of bonds in one statement. */
export async function insertBonds(tx: Tx, bonds: readonly NewBond[], by: By): Promise<void> {
  await sql(tx)`
    insert into bonds.bond (id, kind, place, to_kind, to_id, person, post, organ, role, origin, from_day, until_day, follows, by_person, by_post, at)
    select id, kind, place, "toKind", "toId", person, post, organ, role, origin, "from", until, follows, ${by.person}::uuid, ${by.post}::uuid, ${instant(by.now)}
    from jsonb_to_recordset(${bonds as never}::jsonb) as b(id uuid, kind text, place text, "toKind" text, "toId" uuid, person uuid, post uuid,
      organ uuid, role text, origin text, "from" date, until date, follows uuid)`
}

export type StoredBond = NewBond & { follows: string | null }
const BOND = `id, kind, place, to_kind as "toKind", to_id as "toId", person, post, organ, role, origin, from_day as "from", until_day as until, follows`

/** Locked, inside the scope of the transaction. */
export async function lockBond(tx: Tx, id: string): Promise<StoredBond | undefined> {
  const q = sql(tx)
  const [row] = await q<StoredBond[]>`select ${q.unsafe(BOND)} from bonds.bond where id = ${id} for update`
  return row
}

export const closeBond = async (
  tx: Tx,
  { id, day, by, why }: { id: string; day: Day; by: string | null; why: string },
): Promise<void> =>
  void (await sql(
    tx,
  )`update bonds.bond set until_day = greatest(from_day, ${day}::date), ended_by = ${by}, why_ended = ${why} where id = ${id}`)

/** What a source has of a kind on a day, past row-level security; a race for the last place waits here. */
export async function lockLoad(tx: Tx, kind: string, source: string, day: Day): Promise<number> {
  const q = sql(tx)
  await q`select pg_advisory_xact_lock(hashtextextended(${`bonds ${kind} ${source}`}, 0))`
  const [row] = await q<{ n: number }[]>`select count(*)::int as n from bonds.pub_bond
    where (person = ${source}::uuid or post = ${source}::uuid or organ = ${source}::uuid) and kind = ${kind}
      and (until_day is null or until_day > ${day})`
  return row?.n ?? 0
}

/** Households that no bond which counts reaches on a day, of those that this bond reached. */
export async function leftBy(tx: Tx, bond: StoredBond, day: Day): Promise<number> {
  const [row] = await sql(tx)<{ n: number }[]>`
    with near as (select code from (select distinct on (code) code, near from bonds.kind where from_day <= ${day} order by code, version desc) k where near),
    live as (select b.* from bonds.pub_bond b where b.kind in (select code from near) and b.id <> ${bond.id}
      and b.from_day <= ${day} and (b.until_day is null or b.until_day > ${day})
      and (b.to_kind <> 'place' or ${bond.place} like b.place || '%' or b.place like ${bond.place} || '%'))
    select count(*)::int as n from homes.pub_household h
    where h.place >= ${bond.place} and h.place < ${bond.place} || '~' and h.from_day <= ${day} and (h.until_day is null or h.until_day > ${day})
      and ${bond.kind} in (select code from near)
      and (${bond.toKind} = 'place' or h.id = ${bond.toId}::uuid or h.dwelling = ${bond.toId}::uuid)
      and not exists (select from live l where l.to_id in (h.id, h.dwelling))
      and not exists (select from live l where l.to_kind = 'place' and h.place like l.place || '%')`
  return row?.n ?? 0
}

export type NewSubstitute = {
  id: string
  place: string
  of: SourceColumns
  by: SourceColumns
  from: Day
  until: Day
  reason: string
  decidedBy: string | null
  now: number
}
export const insertSubstitute = async (tx: Tx, s: NewSubstitute): Promise<void> =>
  void (await sql(
    tx,
  )`insert into bonds.substitute (id, place, person, post, by_person, by_post, from_day, until_day, reason, decided_by, at)
    values (${s.id}, ${s.place}, ${s.of.person}, ${s.of.post}, ${s.by.person}, ${s.by.post}, ${s.from}, ${s.until}, ${s.reason}, ${s.decidedBy}, ${instant(s.now)})`)

/** Bonds of a source inside the scope of the transaction, and the places they are at. */
export const bondsOfSource = (tx: Tx, source: string, day: Day) => sql(tx)<{ id: string; place: string }[]>`
  select id, place from bonds.bond where (person = ${source}::uuid or post = ${source}::uuid)
    and from_day <= ${day} and (until_day is null or until_day > ${day}) order by place`

export type Subject = { place: string; name: string; title: string }

/** Where a source or a target is, and its name; undefined when there is none on that day. Past row-level security. */
export async function findSubject(tx: Tx, { kind, id }: Source | Target, day: Day): Promise<Subject | undefined> {
  const q = sql(tx)
  const [row] = await q<Subject[]>`${
    kind === 'post'
      ? q`select o.place, coalesce(n.name, '') as name, o.title from posts.pub_post o left join people.pub_person n on n.id = o.person
          where o.id = ${id}::uuid and (o.to_day is null or o.to_day > ${day})`
      : kind === 'organ'
        ? q`select place, name_zh as name, '' as title from people.pub_organ where id = ${id}::uuid`
        : kind === 'person'
          ? q`select coalesce(home_place, '') as place, name, '' as title from people.pub_person where id = ${id}::uuid`
          : kind === 'household'
            ? q`select place, '' as name, '' as title from homes.pub_household where id = ${id}::uuid and (until_day is null or until_day > ${day})`
            : q`select place, coalesce(address, '') as name, '' as title from homes.pub_dwelling where id = ${id}::uuid and (until_day is null or until_day > ${day})`
  }`
  return row
}

/** Bonds to a household end with it. */
export const endOfHousehold = async (tx: Tx, household: string, why: string): Promise<void> =>
  void (await sql(tx)`
    update bonds.bond b set until_day = greatest(b.from_day, h.until_day), why_ended = ${why}
    from homes.pub_household h where h.id = ${household}::uuid and h.until_day is not null
      and b.to_kind = 'household' and b.to_id = h.id and (b.until_day is null or b.until_day > h.until_day)`)
