import { type Day, instant } from '#kernel/clock.ts'
import { type Fragment, sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import { type Asked, audienceOf } from './store-audience.ts'

/** The next number of an issuing place in a year; whoever issues at the same place waits here. */
export async function nextNumber(tx: Tx, place: string, year: number): Promise<number> {
  const [row] = await sql(tx)<{ last: number }[]>`
    insert into orders.numbering (place, year, last) values (${place}, ${year}, 1)
    on conflict (place, year) do update set last = orders.numbering.last + 1 returning last`
  return row?.last ?? 1
}

/** `parent`: the order that it passes on. */
export type Leaving = { id: string; parent: string | null; asked: Asked; minutes: number; dueDay: Day; limit: number }
export type Left = { addressed: number; /** grids that are asked more than the limit with it */ over: number }

/** Minutes of people `r` together. Whom the order above reached already does that work once: only what is more than it counts. */
const costOf = (tx: Tx, { parent, minutes }: Pick<Leaving, 'parent' | 'minutes'>): Fragment => {
  const q = sql(tx)
  if (parent === null) return q`count(*)::int * ${minutes}::int` as Fragment
  return q`sum(${minutes}::int - coalesce((select least(${minutes}::int, o.minutes) from orders.pub_recipient a join orders.pub_order o on o.id = a."order"
    where a."order" = ${parent} and a.who = r.who), 0))::int` as Fragment
}

/**
 * Everybody whom the rule reaches at this moment, the counters of their villages and the minutes of their grids: one statement.
 * Grids are written in the order of their codes, so that two that leave at once wait for each other in one direction only.
 */
export async function fanOut(tx: Tx, { id, parent, asked, minutes, dueDay, limit }: Leaving): Promise<Left> {
  const [q, cost] = [sql(tx), costOf(tx, { parent, minutes })]
  const [row] = await q<Left[]>`
    with reached as materialized (${audienceOf(tx, asked)}),
    away as (select distinct on (post) post, by_post from (
      select of_post as post, by_post, null::date as until_day from orders.pub_stand_in
      union all select s.post, coalesce(s.by_post, o.id), s.until_day
      from bonds.pub_substitute s left join posts.pub_post o on o.person = s.by_person and o.from_day <= ${asked.day} and (o.to_day is null or o.to_day > ${asked.day})
      where s.post is not null and s.from_day <= ${asked.day} and s.until_day > ${asked.day} and coalesce(s.by_post, o.id) is not null) one
      order by post, until_day desc nulls first),
    put as (insert into orders.recipient ("order", who, person, holder, place, substitute)
      select ${id}::uuid, r.who, r.person, r.holder, r.place, a.by_post from reached r left join away a on a.post = r.who and r.person is null),
    counted as (insert into orders.tally ("order", node, addressed)
      select ${id}::uuid, left(place, 12), count(*) from reached group by 2),
    loaded as (insert into orders.load (day, place, minutes, orders)
      select ${dueDay}::date, left(place, 15), ${cost}, 1 from reached r where length(place) >= 15 group by 2 having ${cost} > 0 order by 2
      on conflict (day, place) do update set minutes = orders.load.minutes + excluded.minutes, orders = orders.load.orders + 1
      returning minutes)
    select (select count(*)::int from reached) as addressed, (select count(*)::int from loaded where minutes > ${limit}) as over`
  return row ?? { addressed: 0, over: 0 }
}

/** What is tried is undone when it turns out that it has to wait; all else of the transaction stays. */
export async function trying<T>(tx: Tx, work: () => Promise<T>, stays: (outcome: T) => boolean): Promise<T> {
  await sql(tx)`savepoint trying`
  const outcome = await work()
  if (!stays(outcome)) await sql(tx)`rollback to savepoint trying`
  return outcome
}

export type Issued = {
  id: string
  year: number
  no: number
  addressed: number
  despite: string
  nextAt: number | null
  now: number
}
export async function setIssued(tx: Tx, i: Issued): Promise<void> {
  await sql(tx)`
    with first as (insert into orders.version ("order", version, title, text, done_when, due_at, by_person, by_post, at)
      select id, 1, title, text, done_when, due_at, by_person, post, ${instant(i.now)} from orders.order where id = ${i.id})
    update orders.order set state = 'issued', year = ${i.year}, no = ${i.no}, addressed = ${i.addressed}, despite = coalesce(nullif(${i.despite}, ''), despite),
      issued_at = ${instant(i.now)}, clock_from = ${instant(i.now)}, next_at = ${i.nextAt === null ? null : instant(i.nextAt)} where id = ${i.id}`
}

export type Signing = { id: string; by: string | null; post: string | null; note: string; now: number }
export const setSigned = async (tx: Tx, s: Signing): Promise<void> =>
  void (await sql(
    tx,
  )`update orders.order set signed_by = ${s.by}, signed_post = ${s.post}, signed_note = ${s.note}, signed_at = ${instant(s.now)} where id = ${s.id}`)

export type Freed = { id: string; parent: string | null; minutes: number }
type Grid = { place: string; minutes: number; orders: number; own: number }
/** The grids that orders of a day ask most of, with this one and without the one that it supersedes; those above a limit are counted. */
export async function loadWith(
  tx: Tx,
  { parent, asked, minutes, dueDay, frees }: Omit<Leaving, 'id' | 'limit'> & { frees: Freed | null },
  limit: number,
): Promise<{ total: number; over: number; own: number; worst: Grid[] }> {
  const [q, cost] = [sql(tx), costOf(tx, { parent, minutes })]
  const [row] = await q<{ total: number; over: number; own: number; worst: Grid[] }[]>`
    with reached as materialized (${audienceOf(tx, asked)}),
    grids as (select left(place, 15) collate "C" as place, ${cost} as own from reached r where length(place) >= 15 group by 1 having ${cost} > 0),
    freed as (${gridsOf(tx, frees)}),
    with_it as (select g.place, g.own, g.own + greatest(0, coalesce(l.minutes, 0) - coalesce(f.own, 0)) as minutes,
        greatest(0, coalesce(l.orders, 0) - (f.own is not null)::int) + 1 as orders
      from grids g left join orders.load l on l.day = ${dueDay}::date and l.place = g.place left join freed f on f.place = g.place)
    select (select count(*)::int from reached) as total, (select count(*)::int from with_it where minutes > ${limit}) as over, coalesce((select max(own)::int from with_it), 0) as own,
      coalesce((select json_agg(w) from (select place, minutes::int, orders::int, own::int from with_it order by minutes desc, place limit 10) w), '[]') as worst`
  return row ?? { total: 0, over: 0, own: 0, worst: [] }
}

/** What an order that is out asks of each grid; of none, nothing. */
const gridsOf = (tx: Tx, order: Freed | null): Fragment => {
  const [q, cost] = [sql(tx), costOf(tx, order ?? { parent: null, minutes: 0 })]
  return q`select left(r.place, 15) collate "C" as place, ${cost} as own from orders.pub_recipient r
    where r."order" = ${order?.id ?? null}::uuid and length(r.place) >= 15 group by 1 having ${cost} > 0` as Fragment
}

/** What an order that is withdrawn, superseded or put off no longer asks on its day. */
export const unload = async (tx: Tx, order: Freed, dueDay: Day): Promise<void> =>
  void (await sql(tx)`
    update orders.load l set minutes = greatest(0, l.minutes - g.own), orders = greatest(0, l.orders - 1)
    from (${gridsOf(tx, order)}) g where l.day = ${dueDay}::date and l.place = g.place`)

/** An order that is out is due on another day: its minutes go there. */
export async function moveLoad(tx: Tx, order: Freed, from: Day, to: Day): Promise<void> {
  if (from === to) return
  await unload(tx, order, from)
  await sql(tx)`insert into orders.load (day, place, minutes, orders)
    select ${to}::date, g.place, g.own, 1 from (${gridsOf(tx, order)}) g order by g.place
    on conflict (day, place) do update set minutes = orders.load.minutes + excluded.minutes, orders = orders.load.orders + 1`
}

export type Beside = {
  id: string
  title: string
  year: number | null
  no: number | null
  organ: string | null
  issuerPlace: string
  dueAt: string
  act: string
  subject: string | null
  form: string | null
  shared: number
}
/** Live orders of other offices that ask some of the same people around the same day; those about the same matter, too. */
export async function ordersBeside(
  tx: Tx,
  {
    asked,
    own,
    dueDay,
    subject,
  }: {
    asked: Asked
    own: { id: string; organ: string | null; issuerPlace: string; root: string; supersedes: string | null }
    dueDay: Day
    subject: string | null
  },
): Promise<Beside[]> {
  const q = sql(tx)
  const { within } = asked.audience
  return q<Beside[]>`
    with beside as materialized (
      select o.* from orders.pub_order o
      where o.state in ('issued', 'amended') and o.id <> ${own.id} and o.root <> ${own.root} and o.id is distinct from ${own.supersedes}::uuid
        and ((o.due_at at time zone 'Asia/Shanghai')::date = ${dueDay}::date or (${subject}::text is not null and o.subject = ${subject}))
        and (o.organ is distinct from ${own.organ}::uuid or o.issuer_place <> ${own.issuerPlace})
        and exists (select from unnest(${within}::text[]) as w(code) where starts_with(o.place, w.code) or starts_with(w.code, o.place))),
    reached as materialized (select * from (${audienceOf(tx, asked)}) one where exists (select from beside))
    select b.id, b.title, b.year, b.no, b.organ, b.issuer_place as "issuerPlace", b.due_at as "dueAt", b.act, b.subject, b.form, count(*)::int as shared
    from beside b join reached a on true join orders.pub_recipient r on r."order" = b.id and r.who = a.who
    group by b.id, b.title, b.year, b.no, b.organ, b.issuer_place, b.due_at, b.act, b.subject, b.form
    order by shared desc, b.id limit 50`
}
