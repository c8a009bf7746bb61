import postgres from 'postgres'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import { STAGE } from '../../demo/cast.ts'
import { type Density, type GridHomes, makeHomes } from '../../demo/homes.ts'
import { loadCity } from '../../demo/load.ts'
import { demoPlaces } from '../../demo/sources.ts'
import { instant } from '#kernel/clock.ts'
import { keyOf } from '#kernel/jobs.ts'
import { migrate } from '#kernel/migrate.ts'
import { benchPlatform } from '../road/platform.ts'
import { CITY_NOW } from './fill.ts'
import { fingerprint, urlOf, withSql } from './cluster.ts'
import { putIndexesAside } from './multiply.ts'

/** Homes of so many dwellings, kept from an earlier run or made now. */
type Wanted = { dwellings: number; say: (line: string) => void }

/** A grid has as many doors in every size, as a grid has; a smaller city has fewer grids with anybody in them, the stage's first. */
const DOORS_IN_A_GRID = 600_000 / 4236

export async function openHomes(base: string, { dwellings, say }: Wanted): Promise<{ url: string }> {
  const name = `bench_${fingerprint()}_homes_${dwellings}`
  const url = urlOf(base, name)
  await withSql(base, async (sql) => {
    const [found] = await sql`select from pg_database where datname = ${name}`
    if (found && (await isMade(url))) return
    await sql.unsafe(`drop database if exists ${name} with (force)`)
    await sql.unsafe(`create database ${name} template template0 encoding 'UTF8'`)
    say(`making homes of ${dwellings} dwellings`)
    await fill(url, dwellings, say)
  })
  return { url }
}

const isMade = (url: string): Promise<boolean> =>
  withSql(url, async (sql) => {
    const [made] = await sql<{ at: string | null }[]>`select to_regclass('bench_done')::text as at`
    return made?.at === 'bench_done'
  })

async function fill(url: string, dwellings: number, say: (line: string) => void): Promise<void> {
  const p = benchPlatform({ url, now: CITY_NOW })
  await migrate(p.db, p.slices)
  await loadCity({ p, say: () => {}, cases: 0, homes: false })
  await p.db.close()
  const many = postgres(url, { max: PARTS.length + 1, onnotice: () => {} })
  await withSql(url, async (sql) => {
    const began = performance.now()
    const counted = await copyHomes(sql, many, dwellings)
    const copied = performance.now()
    await sql.unsafe('vacuum (freeze, analyze)')
    await sql.unsafe('create table bench_done ()')
    say(
      `${counted.persons} persons, ${counted.dwellings} dwellings, ${counted.households} households, ${counted.documents} documents: copied in ${seconds(copied - began)} s, vacuumed in ${seconds(performance.now() - copied)} s`,
    )
    for (const { table, size } of await sizes(sql)) say(`  ${table.padEnd(18)} ${size}`)
  })
  await many.end()
}
const seconds = (ms: number): string => (ms / 1000).toFixed(0)

const TABLES = ['people.person', 'people.document', 'homes.dwelling', 'homes.household', 'homes.member']
const sizes = (sql: postgres.Sql) => sql<{ table: string; size: string }[]>`
  select t as table, pg_size_pretty(pg_total_relation_size(t::regclass)) || ' with indexes, ' || pg_size_pretty(pg_relation_size(t::regclass)) || ' without' as size
  from unnest(${TABLES}::text[]) t union all select 'all', pg_size_pretty(pg_database_size(current_database()))`

/** Households of the demo's making in grid after grid, copied as they are made; indexes and references are built at the end. */
async function copyHomes(sql: postgres.Sql, many: postgres.Sql, dwellings: number) {
  await sql.unsafe(`set maintenance_work_mem = '512MB'; set synchronous_commit = off`)
  const entry = keyOf('bench homes')
  const at = instant(CITY_NOW)
  await sql`insert into people.entry (id, source, day, certainty, at) values (${entry}, 'import', '2026-08-01', 'certain', ${at})`
  const rebuild = await putIndexesAside(sql, TABLES)
  const counted = { persons: 0, dwellings: 0, households: 0, documents: 0 }
  await copyParts(many, homesOf(dwellings), { entry, at })
  for (const table of ['dwellings', 'households'] as const)
    counted[table] = (await sql.unsafe(`select count(*)::int as n from homes.${table.slice(0, -1)}`))[0]?.[
      'n'
    ] as number
  const [people] = await sql<{ n: number }[]>`select count(*)::int as n from people.person where source = 'household'`
  counted.persons = people?.n ?? 0
  counted.documents = (await sql.unsafe(DOCUMENTS, [entry])).count
  for (const statement of rebuild) await sql.unsafe(statement)
  return counted
}

function homesOf(dwellings: number): Generator<GridHomes> {
  const places = demoPlaces()
  const grids = places.filter(({ level }) => level === 'grid').map(({ code }) => code)
  const nearness = (code: string): number => (code === STAGE.grid ? 0 : code.startsWith(STAGE.township) ? 1 : 2)
  const order = grids.toSorted((a, b) => nearness(a) - nearness(b))
  const wanted = new Map<string, number>()
  let left = dwellings
  order.forEach((code, i) => {
    const many = Math.min(left, Math.round((i + 1) * DOORS_IN_A_GRID) - Math.round(i * DOORS_IN_A_GRID))
    wanted.set(code, many)
    left -= many
  })
  // 2.58 million people behind 600,000 doors: of those lived in, nearly every second has two households
  const density: Density = {
    dwellings: (grid) => wanted.get(grid) ?? 0,
    households: 1.425,
    empty: 0.07,
    numbers: () => false,
  }
  return makeHomes(places, density)
}

type Known = { entry: string; at: string }
type Part = { into: string; rows: (grid: GridHomes, known: Known) => (string | number | null)[][] }
/** In the order in which rows name each other. The same homes are made once for each: they come from one seed. */
const PARTS: readonly Part[] = [
  {
    into: 'homes.dwelling (id, place, address, door, lon, lat, position_source, kind, entry, from_day)',
    rows: ({ dwellings }, { entry }) =>
      dwellings.map((d) => [d.id, d.place, d.address, d.door, d.lon, d.lat, 'grid', d.kind, entry, d.fromDay]),
  },
  {
    into: 'people.person (id, name, phone, home_place, source, entered_at, sex, born, entry)',
    rows: ({ persons }, { entry, at }) =>
      persons.map((p) => [p.id, p.name, p.phone, p.homePlace, 'household', at, p.sex, p.born, entry]),
  },
  {
    into: 'homes.household (id, dwelling, place, head, entry, from_day)',
    rows: ({ households }, { entry }) => households.map((h) => [h.id, h.dwelling, h.place, h.head, entry, h.fromDay]),
  },
  {
    into: 'homes.member (id, household, person, place, relation, residence, entry, from_day)',
    rows: ({ members }, { entry }) =>
      members.map((m) => [m.id, m.household, m.person, m.place, m.relation, m.residence, entry, m.fromDay]),
  },
]

/** Each table by a connection of its own, so that the homes are made once. */
async function copyParts(sql: postgres.Sql, homes: Generator<GridHomes>, known: Known): Promise<void> {
  const open = await Promise.all(
    PARTS.map(async ({ into, rows }) => ({ rows, out: await sql.unsafe(`copy ${into} from stdin`).writable() })),
  )
  for (const grid of homes)
    for (const { rows, out } of open) {
      const lines = rows(grid, known).map((row) => `${row.map((value) => value ?? '\\N').join('\t')}\n`)
      if (lines.length > 0 && !out.write(lines.join(''))) await once(out, 'drain')
    }
  await Promise.all(
    open.map(({ out }) => {
      out.end()
      return finished(out)
    }),
  )
}

/**
 * A document for everybody over sixteen: digests and sealed texts of the right length, not openable; sealing 2.2 million numbers
 * one by one would measure AES.
 */
const DOCUMENTS = `
  insert into people.document (id, person, place, kind, token, sealed, entry)
  select gen_random_uuid(), id, home_place, 'resident_id', sha256(convert_to('token' || id::text, 'UTF8')),
    substring('\\x01'::bytea || sha256(convert_to(id::text, 'UTF8')) || sha256(convert_to(name, 'UTF8')) for 47), $1::uuid
  from people.person where source = 'household' and born < '2010-09-01'`
