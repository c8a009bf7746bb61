import type postgres from 'postgres'
import { CITY_NOW } from '../city/fill.ts'
import { withSql } from '../city/cluster.ts'
import type { Chain } from '../load/generator.ts'
import type { Measured } from '../figures.ts'
import { cpuOf } from '../measure/cpu.ts'
import { median, percentile } from '../measure/numbers.ts'
import type { Signed } from '../road/people.ts'
import type { Bench } from '../stage.ts'
import type { Area } from './area.ts'

/** (h) */
export const looks: Area = {
  name: 'looks',
  about:
    '"Who looked at me?" on a record of ten years in 120 months: a page of 30, the same for one office, and the groups by office, purpose and month, asked by people who were looked at 100 times each, four at a time. A small record and a large one, in the same database, with the same 100 looks a person: only what lies around them grows. To 100 million it is extrapolated: by the growth that two decades of rows showed, applied once more, with the months as many and all of it in memory as it was; with a cold cache a page reads 120 leaves and 30 rows more from disk, which was not measured. Rows are made in bulk with their indexes put aside, in the order of time in which they would have come.',
  run: measure,
}

const LARGE = Number(process.env['BENCH_LOOKS'] ?? 10_000_000)
const SMALL = 100_000
const MONTHS = 120
const EACH = 100
const AT_ONCE = 4

async function measure(bench: Bench): Promise<Measured[]> {
  const { url } = await bench.city(bench.sizes.none)
  const road = await bench.road(url)
  const { lanes, county, city } = await bench.staff(url, road.origin)
  const people = [...new Set([...lanes.flatMap(({ worker, room }) => [worker, room]), county, city])]
  const sizes = [bench.many(SMALL), bench.many(LARGE)]
  const found: Measured[][] = []
  for (const rows of sizes) {
    bench.say(`  filling the record up to ${rows.toLocaleString('en')} rows`)
    await withSql(url, (sql) => fill(sql, people, rows))
    found.push(await ask(bench, { origin: road.origin, pid: road.pid, people, rows, url }))
  }
  const [small = [], large = []] = found
  const p95 = (of: Measured[]): number => of[0]?.value ?? 0
  return [
    {
      name: `a page, p95 at ${named(sizes[1])} against ${named(sizes[0])} rows`,
      value: p95(large) / p95(small),
      unit: 'x',
      goal: '<= 1.5',
    },
    {
      name: `a page of 30: p95 at ${named(10 * (sizes[1] ?? 0))} rows, extrapolated`,
      value: p95(large) * Math.max(1, p95(large) / p95(small)) ** (1 / Math.log10((sizes[1] ?? 1) / (sizes[0] ?? 1))),
      unit: 'ms',
      goal: '<= 50',
    },
    ...large.map((one, i) => (i === 0 ? { ...one, goal: '<= 50' } : one)),
    ...small,
    ...(await withSql(url, (sql) => weigh(sql, sizes[1] ?? 0))),
  ]
}

const named = (rows = 0): string => rows.toLocaleString('en')
type Asked = { origin: string; pid: number; people: Signed[]; rows: number; url: string }

async function ask(
  { generator, many, sizes, postmaster }: Bench,
  { origin, pid, people, rows, url }: Asked,
): Promise<Measured[]> {
  const offices = await withSql(
    url,
    (sql) => sql<{ organ: string }[]>`select id as organ from people.organ order by id limit ${OFFICES}`,
  )
  const get = (who: Signed, name: string, query: Record<string, string>): Chain => [
    { method: 'GET', path: `/api/${name}?${new URLSearchParams(query).toString()}`, headers: who.headers },
  ]
  const kinds: Record<string, (who: Signed, i: number) => Chain> = {
    'a page of 30': (who) => get(who, 'consents.looks', { limit: '30' }),
    'a page of one office': (who, i) =>
      get(who, 'consents.looks', { limit: '30', office: offices[i % offices.length]?.organ ?? '' }),
    'groups by office, purpose and month': (who) => get(who, 'consents.lookGroups', {}),
  }
  const measured: Measured[] = []
  for (const [name, of] of Object.entries(kinds)) {
    const { walls, cpu } = await timed({ generator, sizes, many, postmaster }, { origin, pid, people, of })
    measured.push(
      { name: `${name}: p95 at ${named(rows)} rows`, value: percentile(walls, 0.95), unit: 'ms' },
      { name: `${name}: p50 at ${named(rows)} rows`, value: percentile(walls, 0.5), unit: 'ms' },
      { name: `${name}: CPU at ${named(rows)} rows`, value: cpu, unit: 'ms' },
    )
  }
  return measured
}

type Means = Pick<Bench, 'generator' | 'sizes' | 'many' | 'postmaster'>
type Timed = { origin: string; pid: number; people: Signed[]; of: (who: Signed, i: number) => Chain }

async function timed({ generator, sizes, many, postmaster }: Means, { origin, pid, people, of }: Timed) {
  const walls: number[] = []
  const cpus: number[] = []
  const asked = (count: number): Chain[] =>
    Array.from({ length: count }, (_, i) => of(people[i % people.length] ?? fail(), i))
  // Each connection of the server plans a question once.
  await generator.run({ origin, connections: AT_ONCE, chains: asked(many(200)) })
  for (let round = 0; round < sizes.rounds; round++) {
    const before = cpuOf(pid, postmaster)
    const done = await generator.run({ origin, connections: AT_ONCE, chains: asked(many(400)) })
    const after = cpuOf(pid, postmaster)
    walls.push(...(done.walls[0] ?? []))
    cpus.push((1000 * (after.server + after.database - before.server - before.database)) / many(400))
  }
  return { walls, cpu: median(cpus) }
}

const OFFICES = 40

/** Everybody who asks is looked at as often as everybody else; the others are so many that the record has its size. */
async function fill(sql: postgres.Sql, people: readonly Signed[], rows: number): Promise<void> {
  const rebuild = await putIndexesAside(sql)
  await sql.unsafe('set synchronous_commit = off')
  await sql.unsafe('truncate kernel.record')
  const end = new Date(CITY_NOW).toISOString()
  const posts = people.map(({ post }) => post)
  await sql`create temp table looked as
    select person, row_number() over () - 1 as no from (
      select person from posts.post where id = any(${posts}::uuid[]) group by person
      union all select md5(n::text)::uuid from generate_series(1, ${Math.max(0, Math.round(rows / EACH) - people.length)}) n) p`
  await sql`create temp table office as select id, row_number() over (order by id) - 1 as no from (select id from people.organ order by id limit ${OFFICES}) o`
  for (let month = MONTHS - 1; month >= 0; month--) {
    await sql`select kernel.make_month((date_trunc('month', ${end}::timestamptz at time zone 'Asia/Shanghai') - ${month} * interval '1 month')::date)`
    await sql`
      insert into kernel.record (at, kind, name, outcome, request, actor_kind, role, person, post, organ, actor_place, subject, place, purpose, about, detail)
      select date_trunc('month', ${end}::timestamptz) - ${month} * interval '1 month' + l.no * interval '1 second' * (86400 * 27.0 / (select count(*) from looked)) ,
        'query', 'cases.get', 'done', md5(l.no::text || ${month})::uuid, 'staff', 'township_room', md5((l.no % 3000)::text)::uuid, md5((l.no % 3000)::text || 'p')::uuid,
        o.id, '330802211', md5((l.no / 3)::text || ${month})::uuid, '330802211209', 'case_handling', l.person, '{"fields":"report"}'
      from looked l join office o on o.no = (l.no + ${month}) % ${OFFICES}
      -- 100 looks over 120 months: five of six months have one
      where (l.no + ${month}) % 6 <> 0`
  }
  await sql.unsafe('drop table looked; drop table office')
  for (const statement of rebuild) await sql.unsafe(statement)
  await sql.unsafe('vacuum (analyze) kernel.record')
}

async function putIndexesAside(sql: postgres.Sql): Promise<string[]> {
  const all = await sql<{ name: string; text: string }[]>`
    select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as text from pg_index i where i.indrelid = 'kernel.record'::regclass`
  for (const { name } of all) await sql.unsafe(`drop index ${name}`)
  return [`set maintenance_work_mem = '256MB'`, ...all.map(({ text }) => text.replace(' ON ONLY ', ' ON '))]
}

/** What ten times as much would weigh. */
async function weigh(sql: postgres.Sql, rows: number): Promise<Measured[]> {
  const [size] = await sql<{ heap: number; indexes: number; rows: number }[]>`
    select sum(pg_relation_size(i.inhrelid))::float8 as heap, sum(pg_indexes_size(i.inhrelid))::float8 as indexes, (select count(*)::int from kernel.record) as rows
    from pg_inherits i where i.inhparent = 'kernel.record'::regclass`
  const each = size ? (size.heap + size.indexes) / Math.max(size.rows, 1) : 0
  return [
    { name: `rows in ${MONTHS} months`, value: size?.rows ?? rows, unit: 'rows' },
    { name: 'a row with its five indexes', value: each, unit: 'bytes' },
    { name: '100 million of them', value: (each * 1e8) / 2 ** 30, unit: 'GiB' },
  ]
}

function fail(): never {
  throw new Error('nobody is signed in')
}
