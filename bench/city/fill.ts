import type postgres from 'postgres'
import { loadCity } from '../../demo/load.ts'
import { asOwner } from '#kernel/db.ts'
import { migrate } from '#kernel/migrate.ts'
import { refigure } from '#modules/cases/store-seed.ts'
import { fillFloor } from '../floor/fill.ts'
import { benchPlatform } from '../road/platform.ts'
import { fingerprint, urlOf, withSql } from './cluster.ts'
import { multiply } from './multiply.ts'
import { takeRunsBack } from './taking-back.ts'

/** Half past three on a Tuesday afternoon in Quzhou: a day that is well under way. */
export const CITY_NOW = Date.parse('2026-09-01T07:30:00Z')
/** So many are simulated one by one; the rest are their copies elsewhere in the city. */
const SIMULATED = 20_000

export type City = { url: string; cases: number }
type Wanted = { cases: number; say: (line: string) => void; simulated?: number }

/** A city of so many cases, kept from an earlier run or made now; the empty one is always new. */
export async function openCity(base: string, { cases, say, simulated = SIMULATED }: Wanted): Promise<City> {
  const name = `bench_${fingerprint()}_${cases}`
  const url = urlOf(base, name)
  await withSql(base, async (sql) => {
    await dropOthers(sql, name.split('_')[1] ?? '')
    const [found] = await sql`select from pg_database where datname = ${name}`
    if (found && cases > 0 && (await isMade(url))) return takeRunsBack(url, CITY_NOW)
    await sql.unsafe(`drop database if exists ${name} with (force)`)
    await sql.unsafe(`create database ${name} template template0 encoding 'UTF8'`)
    say(`making a city of ${cases} cases`)
    await fill(url, cases, Math.min(cases, simulated))
  })
  return { url, cases }
}

async function dropOthers(sql: postgres.Sql, current: string): Promise<void> {
  const old = await sql<
    { name: string }[]
  >`select datname as name from pg_database where datname like 'bench\\_%' and datname not like ${`bench_${current}%`}`
  for (const { name } of old) await sql.unsafe(`drop database if exists ${name} with (force)`)
}

/** Not one that an ended run left half made. */
const isMade = (url: string): Promise<boolean> =>
  withSql(url, async (sql) => {
    const [made] = await sql<{ at: string | null }[]>`select to_regclass('bench_done')::text as at`
    return made?.at === 'bench_done'
  })

export async function fill(url: string, cases: number, simulated: number): Promise<void> {
  const p = benchPlatform({ url, now: CITY_NOW })
  await migrate(p.db, p.slices)
  await loadCity({ p, say: () => {}, cases: simulated })
  if (cases > simulated) {
    await withSql(url, (sql) => multiply(sql, Math.ceil(cases / simulated) - 1, cases - simulated))
    await asOwner(p.db, refigure)
  }
  await p.db.close()
  await withSql(url, async (sql) => {
    await fillFloor(sql)
    await sql.unsafe('vacuum (freeze, analyze)')
    await sql.unsafe('create table bench_done ()')
    await sql.unsafe('checkpoint').catch(() => {})
  })
}
