import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { AnswerState, NEEDS } from './contract-answers.ts'
import { orderColumns, type StoredOrder } from './store.ts'

type Who = { post: string | null; person: string | null }
export type Mine = StoredOrder & {
  who: string
  own: boolean
  recipientPlace: string
  answer: AnswerState | null
  answered: number | null
  ownDueAt: string | null
  receivedAt: string | null
}
const PREFIXED = orderColumns.replaceAll(/(^|, *\n? *)(\w+)/g, '$1o.$2')
const MINE = `${PREFIXED}, r.who, r.place as "recipientPlace", r.state as answer, r.version as answered, r.due_at as "ownDueAt", r.received_at as "receivedAt"`

/** Open orders of a post or person and of those for whom it stands in, the most urgent first; inside the scope of the transaction. */
export const listOpenMine = (tx: Tx, me: Who, { after, limit }: { after: string[] | undefined; limit: number }) => {
  const q = sql(tx)
  const ids = [me.post, me.person].filter((one) => one !== null)
  return q<Mine[]>`
    select * from (
      select ${q.unsafe(MINE)}, true as own from orders.recipient r join orders.pub_order o on o.id = r."order" where r.who = any(${ids}::uuid[]) and not r.closed
      union all
      select ${q.unsafe(MINE)}, false from orders.recipient r join orders.pub_order o on o.id = r."order" where r.substitute = ${me.post}::uuid and not r.closed
    ) mine
    where ${after ? q`(coalesce("ownDueAt", "dueAt"), id) > (${after[0] ?? ''}::timestamptz, ${after[1] ?? ''}::uuid)` : q`true`}
    order by coalesce("ownDueAt", "dueAt"), id limit ${limit}`
}

/** A page is made of so many of the latest words; an order is answered in two or three. */
const LATEST = 1000
/** Those one has answered, oneself or by who stood in, the latest answer first, whatever became of them. */
export const listAnsweredMine = (tx: Tx, me: Who, { after, limit }: { after: string[] | undefined; limit: number }) => {
  const q = sql(tx)
  const ids = [me.post, me.person].filter((one) => one !== null)
  return q<(Mine & { saidAt: string })[]>`
    select ${q.unsafe(MINE)}, r.who = any(${ids}::uuid[]) as own, said.at as "saidAt"
    from (select distinct "order", who, said_at as at from (
        select a."order", a.who, a.said_at from orders.pub_answer a
        where a.who = any(${ids}::uuid[]) ${after ? q`and a.said_at <= ${after[0] ?? ''}::timestamptz` : q``}
        order by a.said_at desc limit ${LATEST}) latest) said
      join orders.recipient r on r."order" = said."order" and r.who = said.who and r.said_at = said.at and r.closed
      join orders.pub_order o on o.id = r."order"
    where ${after ? q`(said.at, o.id) < (${after[0] ?? ''}::timestamptz, ${after[1] ?? ''}::uuid)` : q`true`}
    order by said.at desc, o.id desc limit ${limit}`
}

export async function findMine(tx: Tx, order: string, me: Who): Promise<Mine | undefined> {
  const q = sql(tx)
  const ids = [me.post, me.person].filter((one) => one !== null)
  const [row] = await q<Mine[]>`select ${q.unsafe(MINE)}, r.who = any(${ids}::uuid[]) as own
    from orders.recipient r join orders.pub_order o on o.id = r."order"
    where r."order" = ${order} and (r.who = any(${ids}::uuid[]) or r.substitute = ${me.post}::uuid) order by own desc limit 1`
  return row
}

export type SaidBefore = {
  state: AnswerState
  note: string
  need: (typeof NEEDS)[number] | null
  photos: string[]
  at: string
  by: string
}
/** Everything that one recipient said, also by who stood in for him or wrote it down; the latest first. */
export const answersOf = (tx: Tx, order: string, who: string) => sql(tx)<SaidBefore[]>`
  select a.state, a.note, a.need, a.said_at as at, coalesce(n.name, '') as by,
    array(select p.id from orders.pub_photo p where p.answer = a.id order by p.no) as photos
  from orders.pub_answer a left join people.pub_person n on n.id = a.by_person
  where a."order" = ${order} and a.who = ${who} order by a.said_at desc, a.id desc limit 200`

/** From the first order of a chain down to this one, for who reads what was added on the way. */
export const chainOf = (tx: Tx, id: string) => {
  const q = sql(tx)
  return q<Pick<StoredOrder, 'id' | 'text' | 'organ' | 'issuerPlace' | 'issuedAt'>[]>`
    with recursive chain as (
      select o.*, 0 as depth from orders.pub_order o where o.id = ${id}
      union all select o.*, c.depth + 1 from chain c join orders.pub_order o on o.id = c.parent where c.depth < 6
    )
    select id, text, organ, issuer_place as "issuerPlace", issued_at as "issuedAt" from chain order by depth desc`
}
