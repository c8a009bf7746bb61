import { openCity, type City, CITY_NOW } from './city/fill.ts'
import { openCluster, withSql } from './city/cluster.ts'
import { openHomes } from './city/homes.ts'
import { answerOf, type Child, type Generator, start, startGenerator } from './load/spawned.ts'
import { type RoadOptions } from './road/options.ts'
import { type Staff, signInAll } from './road/people.ts'

/** How much is measured. The small sizes are for the test of the bench itself. */
export type Sizes = {
  none: number
  some: number
  whole: number
  simulated: number
  rounds: number
  lanes: number
  share: number
  /** longer than figures are kept */ staleMs: number
  fewDoors: number
  doors: number
}
export const FULL: Sizes = {
  none: 0,
  some: 100_000,
  whole: 1_300_000,
  simulated: 20_000,
  rounds: Number(process.env['BENCH_ROUNDS'] ?? 5),
  lanes: 48,
  share: 1,
  staleMs: 1700,
  fewDoors: 6000,
  doors: 600_000,
}

/** What an area measures on: cities, servers, load; all of it ends with the bench. */
export type Bench = {
  sizes: Sizes
  postmaster: number
  generator: Generator
  /** So many of something, at full size. */
  many: (full: number) => number
  city: (cases: number) => Promise<City>
  /** Who lives behind so many doors; no cases. */
  homes: (dwellings: number) => Promise<{ url: string }>
  road: (url: string, options?: Partial<RoadOptions>) => Promise<Server>
  floor: (url: string) => Promise<Server>
  staff: (url: string, origin: string) => Promise<Staff>
  say: (line: string) => void
  /** Stops the servers of an area; each holds connections. */
  rest: () => Promise<void>
}
export type Server = { origin: string; pid: number; stop: () => Promise<void> }

type Opening = {
  sizes: Sizes
  say: (line: string) => void
  cluster?: { url: string; postmaster: number; stop: () => Promise<void> }
}

export async function openBench({ sizes, say, cluster }: Opening): Promise<Bench & { close: () => Promise<void> }> {
  const { url, postmaster, stop } = cluster ?? (await openCluster())
  const generator = startGenerator()
  const children: Child[] = []
  const cities = new Map<number, Promise<City>>()
  const serve = async (file: string, options: object): Promise<Server> => {
    const child = start(file, [JSON.stringify(options)], profiling())
    children.push(child)
    const { origin } = await answerOf<{ origin: string }>(child)
    return { origin, pid: child.pid, stop: child.stop }
  }
  const rest = async (): Promise<void> => void (await Promise.all(children.splice(0).map((child) => child.stop())))
  return {
    sizes,
    postmaster,
    generator,
    say,
    many: (full) => Math.max(2, Math.round(full * sizes.share)),
    city(cases) {
      const opening = cities.get(cases) ?? openCity(url, { cases, say, simulated: sizes.simulated })
      cities.set(cases, opening)
      return opening
    },
    homes: (dwellings) => openHomes(url, { dwellings, say }),
    road: (database, options) => serve('road/server.ts', { url: database, now: CITY_NOW, ...options }),
    floor: (database) => serve('floor/server.ts', { url: database }),
    staff: (database, origin) => withSql(database, (sql) => signInAll(sql, origin, sizes.lanes)),
    rest,
    async close() {
      await Promise.all([generator.stop(), rest()])
      await stop()
    },
  }
}

/** `BENCH_PROFILE=folder npm run bench -- NAME` leaves a CPU profile of each server there. */
const profiling = (): string[] => {
  const folder = process.env['BENCH_PROFILE']
  return folder ? ['--cpu-prof', `--cpu-prof-dir=${folder}`] : []
}
