import { afresh, type Fragment, sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { Tally } from './contract.ts'
import type { AnswerState, NEEDS } from './contract-answers.ts'

type Counted = Omit<Tally, 'silent'>
const SUMS = ['addressed', 'received', 'understood', 'blocked', 'impossible', 'already', 'done']
  .map((column) => `coalesce(sum(${column}), 0)::int as ${column}`)
  .join(', ')

/** An order and those by which places below pass it on, however deep; their answers are its own, unless they ask nobody any more. */
export async function familyOf(tx: Tx, id: string): Promise<string[]> {
  const rows = await sql(tx)<{ id: string }[]>`
    with recursive family as (
      select id, state, 0 as depth from orders.pub_order where id = ${id}
      union all select o.id, o.state, f.depth + 1 from family f join orders.pub_order o on o.parent = f.id where o.state not in ('draft', 'proposed', 'merged') and f.depth < 6
    )
    select id from family where depth = 0 or state not in ('withdrawn', 'superseded')`
  return rows.map((row) => row.id)
}

const VILLAGE = 12
/**
 * The counters of a node and of each place below it: villages are summed over their prefix range; inside a village recipients
 * are counted. Past row-level security: the query has found that the node lies in the reach of who asks.
 */
export async function countsBelow(
  tx: Tx,
  family: readonly string[],
  node: string,
  digits: number,
): Promise<(Counted & { place: string })[]> {
  const q = sql(tx)
  const ids = family as string[]
  afresh(tx)
  if (node.length < VILLAGE)
    return q<(Counted & { place: string })[]>`
      select left(node, ${digits}) as place, ${q.unsafe(SUMS)} from orders.pub_tally
      where "order" = any(${ids}::uuid[]) and node >= ${node} and node < ${`${node}~`} group by 1 order by 1`
  return q<(Counted & { place: string })[]>`
    select left(place, ${digits}) as place, ${q.unsafe(COUNTS)} from orders.pub_recipient
    where "order" = any(${ids}::uuid[]) and place >= ${node} and place < ${`${node}~`} group by 1 order by 1`
}
const COUNTS = [
  'count(*)::int as addressed',
  ...['received', 'understood', 'blocked', 'impossible', 'already', 'done'].map(
    (state) => `(count(*) filter (where state = '${state}'))::int as ${state}`,
  ),
].join(', ')

export const needsIn = (tx: Tx, family: readonly string[], node: string) => sql(tx)<
  { need: (typeof NEEDS)[number]; count: number }[]
>`select need, count(*)::int as count from orders.pub_recipient
  where "order" = any(${family as string[]}::uuid[]) and place >= ${node} and place < ${`${node}~`} and state = 'blocked' and need is not null
  group by 1 order by 2 desc, 1`

export type Row = {
  order: string
  who: string
  holder: string | null
  name: string
  title: string
  phone: string | null
  place: string
  answer: AnswerState | null
  note: string
  need: (typeof NEEDS)[number] | null
  photos: string[]
  at: string | null
  due: string
  chased: number
  substitute: string | null
}
export type Asked = {
  family: readonly string[]
  node: string
  state: AnswerState | 'silent' | null
  after: string[] | undefined
  limit: number
}

/** Who is addressed at a node, in the order of places; with the number to call only where the query asks for it. */
export async function listRecipients(tx: Tx, { family, node, state, after, limit }: Asked): Promise<Row[]> {
  const q = sql(tx)
  const stands: Fragment =
    state === null ? q`` : state === 'silent' ? q`and r.state is null` : q`and r.state = ${state}`
  return q<Row[]>`
    select page.*, coalesce(n.name, '') as name, coalesce(p.title, '') as title, n.phone, coalesce(said.note, '') as note, coalesce(said.photos, '{}') as photos, s.name as substitute
    from (
      select r."order", r.who, coalesce(p.person, r.holder) as holder, r.place, r.state as answer, r.need, r.said_at as at, coalesce(r.due_at, o.due_at) as due,
        greatest(r.chased, case when r.due_at is null then o.chased else 0 end)::int as chased, r.substitute as by_post
      from orders.pub_recipient r join orders.pub_order o on o.id = r."order" left join posts.pub_post p on p.id = r.who
      where r."order" = any(${family as string[]}::uuid[]) and r.place >= ${node} and r.place < ${`${node}~`} ${stands}
        ${after ? q`and (r.place, r."order", r.who) > (${after[0] ?? ''} collate "C", ${after[1] ?? ''}::uuid, ${after[2] ?? ''}::uuid)` : q``}
      order by r.place, r."order", r.who limit ${limit}
    ) page
      left join people.pub_person n on n.id = page.holder
      left join posts.pub_post p on p.id = page.who
      left join posts.pub_post sp on sp.id = page.by_post left join people.pub_person s on s.id = sp.person
      left join lateral (select a.note, array(select ph.id from orders.pub_photo ph where ph.answer = a.id order by ph.no) as photos
        from orders.pub_answer a where a."order" = page."order" and a.who = page.who order by a.said_at desc limit 1) said on page.answer is not null
    order by page.place, page."order", page.who`
}
