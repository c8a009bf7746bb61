import type postgres from 'postgres'
import { instant } from '#kernel/clock.ts'
import { CITY_NOW } from './fill.ts'

/** Grid teams (红色网格联队) of nine: with them the city has 38,000 who are addressed at once. */
const TEAM = 8
const TITLE = 'bench team'

/** Members of grid teams beside the demo's workers, and the tables of who does without a product. */
export async function openOrders(sql: postgres.Sql, share: number): Promise<number> {
  const day = instant(CITY_NOW).slice(0, 10)
  await sql`select orders.make_months(${day}::date)`
  await sql`
    insert into posts.post (id, person, role, title, place, held)
    select gen_random_uuid(), gen_random_uuid(), 'grid_worker', ${TITLE}, p.code, daterange('2026-01-01', null)
    from places.place p, generate_series(1, ${Math.max(1, Math.round(TEAM * Math.min(1, share * 50)))}) where p.level = 'grid'`
  await sql.unsafe(`
    create schema if not exists bare;
    create table if not exists bare.recipient ("order" uuid not null, place text collate "C" not null, who uuid not null, acked_at timestamptz, primary key ("order", who));
    create index if not exists recipient_open on bare.recipient (who, "order");
    truncate bare.recipient`)
  await sql.unsafe('vacuum (analyze) posts.post')
  const [row] = await sql<
    { n: number }[]
  >`select count(*)::int as n from posts.post where role = 'grid_worker' and upper_inf(held)`
  return row?.n ?? 0
}

/** The other areas find the city as it was. */
export async function closeOrders(sql: postgres.Sql): Promise<void> {
  await sql`delete from posts.post where title = ${TITLE}`
  await sql.unsafe('drop schema if exists bare cascade')
}

/** The same rows without anything around them. */
export const bareIssue = (sql: postgres.Sql, order: string) => sql`
  insert into bare.recipient ("order", place, who)
  select ${order}, place, id from posts.post where place >= '3308' and place < '3308~' and role = 'grid_worker' and held @> '2026-09-01'::date`

/** One day of a week of orders: each to every grid of the city, and answered by nearly all. In the shape that issuing and answering leave. */
export async function addDay(sql: postgres.Sql, { day, orders }: { day: number; orders: number }): Promise<number> {
  const at = CITY_NOW - 8 * 86_400_000 + day * 86_400_000
  const began = performance.now()
  await sql.begin(async (tx) => {
    await tx`
      create temp table today on commit drop as
      select (left(h, 8) || '-' || substr(h, 9, 4) || '-7' || substr(md5(n::text || ${day}::text), 1, 3) || '-8' || substr(md5(n::text), 4, 3) || '-' || substr(md5(n::text || 'x' || ${day}::text), 1, 12))::uuid as id, n
      from generate_series(1, ${orders}) n, lateral (select lpad(to_hex(${at}::bigint + n * 80000 / ${orders}), 12, '0') as h) one`
    await tx`
      insert into orders.order (id, root, kind, title, text, purpose, basis, red, act, done_when, evidence, minutes, due_at, audience, place, issuer_place, state, year, no, made_at, issued_at, addressed, chased)
      select id, id, 'task', '排查隐患点', '逐点查看', 'disaster_ready', '《突发事件应对法》', false, 'do', '看过', 'none', 5, ${instant(at + 86_400_000)}::timestamptz, '{"within": ["3308"]}', '3308', '3308',
        'issued', 1900 + ${day}, n, ${instant(at)}::timestamptz, ${instant(at)}::timestamptz, 4200, 4 from today`
    await tx`
      insert into orders.recipient ("order", who, holder, place, state, closed, version, said_at, received_at, settled_at)
      select t.id, p.id, p.person, p.place, case when x then 'done' end, x, case when x then 1 end, case when x then ${instant(at)}::timestamptz end, case when x then ${instant(at)}::timestamptz end, case when x then ${instant(at)}::timestamptz end
      from (select distinct on (place) id, person, place from posts.post where role = 'grid_worker' and upper_inf(held) and length(place) = 15 order by place, id) p, today t,
        lateral (select hashtext(p.id::text || t.n::text) % 50 <> 0 as x) y
      order by t.id, p.id`
    await tx`
      insert into orders.tally ("order", node, addressed, done) select "order", left(place, 12), count(*), count(*) filter (where state = 'done')
      from orders.recipient where "order" in (select id from today) group by 1, 2`
  })
  return (performance.now() - began) / 1000
}

export const sizeOf = async (sql: postgres.Sql): Promise<number> => {
  const [row] = await sql<{ bytes: string }[]>`
    select (sum(pg_total_relation_size(c.oid)))::text as bytes from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where (n.nspname = 'orders_month' or (n.nspname = 'orders' and c.relname in ('order', 'tally', 'version', 'load'))) and c.relkind = 'r'`
  return Number(row?.bytes ?? 0)
}
