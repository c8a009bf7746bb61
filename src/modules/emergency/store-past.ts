import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { Activation } from './store.ts'

type Figures = { issued: number; reached: number; answered: number; done: number; silent: number }

/** Orders issued in the area while it was in force; those of a drill bear its mark. Sums of the counters that orders keep. */
export async function orderFigures(tx: Tx, a: Activation): Promise<Figures> {
  const [row] = await sql(tx)<Figures[]>`
    with these as (select o.id from orders.pub_order o
      where o.issued_at >= ${a.since} and o.issued_at < ${a.endedAt} and (o.mark is not null) = ${a.drill}
        and exists (select from unnest(${a.area}::text[]) as g(code) where starts_with(o.place, g.code) or starts_with(g.code, o.place)))
    select (select count(*)::int from these) as issued, coalesce(sum(addressed), 0)::int as reached,
      coalesce(sum(received + understood + blocked + impossible + already + done), 0)::int as answered,
      coalesce(sum(done + already), 0)::int as done,
      coalesce(sum(addressed - received - understood - blocked - impossible - already - done), 0)::int as silent
    from orders.pub_tally t join these on these.id = t."order"
    where exists (select from unnest(${a.area}::text[]) as g(code) where starts_with(t.node, g.code))`
  return row ?? { issued: 0, reached: 0, answered: 0, done: 0, silent: 0 }
}

/** A time of the past in some subtrees, to say what another setting would have met; inside the scope of the transaction. */
export type Past = { area: readonly string[]; from: string; until: string }

/** Cases that were reported, and of them those whose reporters were asked whether it is solved. */
export async function pastCases(tx: Tx, { area, from, until }: Past): Promise<{ all: number; asked: number }> {
  const [row] = await sql(tx)<{ all: number; asked: number }[]>`
    select count(*)::int as all, count(c.window_ends_at)::int as asked from cases.pub_past c
    where c.received_at >= ${from} and c.received_at < ${until}
      and exists (select from unnest(${area as string[]}::text[]) as g(code) where starts_with(c.place, g.code))`
  return row ?? { all: 0, asked: 0 }
}

/** Notices by the hour of the day in Shanghai at which they were made; `calm`: with a text message, and not urgent. */
export const pastNotices = (tx: Tx, { area, from, until }: Past) => sql(tx)<
  { hour: number; all: number; calm: number }[]
>`
  select extract(hour from n.at at time zone 'Asia/Shanghai')::int as hour, count(*)::int as all,
    count(*) filter (where n.texted and not n.urgent)::int as calm
  from notices.pub_sent n
  where n.at >= ${from} and n.at < ${until}
    and exists (select from unnest(${area as string[]}::text[]) as g(code) where starts_with(n.place, g.code)) group by 1`

export async function pastOrders(tx: Tx, { area, from, until }: Past): Promise<number> {
  const [row] = await sql(tx)<{ n: number }[]>`select count(*)::int as n from orders.pub_order o
    where o.issued_at >= ${from} and o.issued_at < ${until}
      and exists (select from unnest(${area as string[]}::text[]) as g(code) where starts_with(o.place, g.code))`
  return row?.n ?? 0
}
