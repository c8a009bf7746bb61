import type { Scope } from '#kernel/authorise.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { Reason } from './linkage/score.ts'

export type State = 'open' | 'later' | 'same' | 'different'
export type Pair = {
  id: string
  a: string
  b: string
  place: string
  likely: number
  bits: number
  reasons: Reason[]
  foundAt: string
  state: State
  merge: string | null
}
const PAIR = `r.id, r.a, r.b, r.place, r.likely, r.bits, r.reasons, r.found_at as "foundAt", r.state, r.merge`

export async function readPair(tx: Tx, id: string): Promise<Pair | undefined> {
  const q = sql(tx)
  const [row] = await q<Pair[]>`select ${q.unsafe(PAIR)} from matches.pair r where r.id = ${id}`
  return row
}

/** Whoever is late waits, and then finds the pair decided. */
export async function holdPair(tx: Tx, id: string): Promise<Pair | undefined> {
  const q = sql(tx)
  const [row] = await q<Pair[]>`select ${q.unsafe(PAIR)} from matches.pair r where r.id = ${id} for update`
  return row
}

type Wanted = {
  range: { lo: string; hi: string }
  /** those that lie between two places of this one, none within one of them */ exactly: string | null
  states: readonly State[]
  after: readonly string[] | undefined
  limit: number
}
export type ListedPair = Pair & { nameA: string; nameB: string; decidedAt: string | null }

/** Pairs of which one was merged by another act are settled, and not shown among those that wait. */
export function findPairs(tx: Tx, scope: Scope, { range, exactly, states, after, limit }: Wanted) {
  const q = sql(tx)
  const waiting = states.includes('open') || states.includes('later')
  return q<ListedPair[]>`
    select ${q.unsafe(PAIR)}, pa.name as "nameA", pb.name as "nameB",
      (select max(d.at) from matches.decision d where d.pair = r.id) as "decidedAt"
    from matches.pair r join people.pub_person pa on pa.id = r.a join people.pub_person pb on pb.id = r.b
    where r.place >= ${scope.lo} and r.place < ${scope.hi} and r.place >= ${range.lo} and r.place < ${range.hi}
      and r.state = any(${states as string[]}::text[])
      ${exactly === null ? q`` : q`and r.place = ${exactly}`}
      ${waiting ? q`and pa.stands_for is null and pb.stands_for is null` : q``}
      ${after ? q`and (r.likely, r.id) < (${after[0] ?? ''}::float8, ${after[1] ?? ''}::uuid)` : q``}
    order by r.likely desc, r.id desc limit ${limit}`
}

export type Counts = Record<State, number>
export async function countPairs(
  tx: Tx,
  scope: Scope,
  range: { lo: string; hi: string },
  exactly: string | null,
): Promise<Counts> {
  const q = sql(tx)
  const rows = await q<{ state: State; n: number }[]>`
    select r.state, count(*)::int as n from matches.pair r
    where r.place >= ${scope.lo} and r.place < ${scope.hi} and r.place >= ${range.lo} and r.place < ${range.hi}
      ${exactly === null ? q`` : q`and r.place = ${exactly}`}
      and (r.state in ('same', 'different') or not exists (
        select from people.pub_person p where p.id in (r.a, r.b) and p.stands_for is not null))
    group by r.state`
  return { open: 0, later: 0, same: 0, different: 0, ...Object.fromEntries(rows.map(({ state, n }) => [state, n])) }
}

type Decision = {
  id: string
  pair: string
  verdict: 'same' | 'different' | 'later' | 'undone'
  state: State
  merge: string | null
  /** the act of people that the decision made or took back */ act: string | null
  post: string | null
  person: string | null
  at: string
}
export async function decide(tx: Tx, d: Decision): Promise<void> {
  await sql(tx)`update matches.pair set state = ${d.state}, merge = ${d.merge} where id = ${d.pair}`
  await sql(tx)`
    insert into matches.decision (id, pair, verdict, merge, post, person, at)
    values (${d.id}, ${d.pair}, ${d.verdict}, ${d.act}, ${d.post}, ${d.person}, ${d.at})`
}

export const readDecisions = (tx: Tx, pair: string) =>
  sql(tx)<
    { verdict: 'same' | 'different' | 'later' | 'undone'; at: string }[]
  >`select verdict, at from matches.decision where pair = ${pair} order by at, id`

export type Seen = {
  id: string
  name: string
  sex: 'female' | 'male' | null
  born: string | null
  phone: string | null
  place: string | null
  entry: string
  standsFor: string | null
  documents: number
  address: string | null
  relation: string | null
}
/** Past row-level security: the query states a purpose and notes both by `saw`. */
export const readBoth = (tx: Tx, ids: readonly string[]) => sql(tx)<Seen[]>`
  select p.id, p.name, p.sex, p.born, p.phone, p.home_place as place, p.entry, p.stands_for as "standsFor",
    (select count(*)::int from people.pub_document d where d.person = p.id and d.ended_at is null) as documents,
    h.address, h.relation
  from people.pub_person p left join lateral (
    select concat_ws(' ', w.address, w.door) as address, m.relation from homes.pub_member m
      join homes.pub_household k on k.id = m.household join homes.pub_dwelling w on w.id = k.dwelling
    where m.person = p.id and m.until_day is null order by (m.residence <> 'away') desc, m.from_day desc, m.id limit 1) h on true
  where p.id = any(${ids as string[]}::uuid[])`
