import { withSql } from '../city/cluster.ts'
import type { Measured } from '../figures.ts'
import { cpuOf } from '../measure/cpu.ts'
import { median, percentile } from '../measure/numbers.ts'
import { interleave, p95Of } from '../measure/rounds.ts'
import { figures } from '../road/works.ts'
import type { Bench } from '../stage.ts'
import type { Area } from './area.ts'

/** (d) */
export const dashboard: Area = {
  name: 'dashboard',
  about:
    'Figures of a node with its subtree. Computed: every node is asked for once within the two seconds for which figures are kept, so each is reckoned from the counters. Kept: one node asked for again and again, 20 at a time. Four people at once where nodes are computed.',
  run: measure,
}

const LEVELS = [
  { level: 'city', most: 1 },
  { level: 'county', most: 6 },
  { level: 'township', most: 40 },
  { level: 'village', most: 60 },
  { level: 'grid', most: 60 },
] as const
const AT_ONCE = 4

async function measure(bench: Bench): Promise<Measured[]> {
  const { url } = await bench.city(bench.sizes.whole)
  const road = await bench.road(url)
  const { city } = await bench.staff(url, road.origin)
  const { generator, postmaster, sizes, many } = bench
  const server = { origin: road.origin, pid: road.pid, postmaster }
  const computed: Measured[] = []
  const every: number[] = []
  const first: Measured[] = []
  for (const { level, most } of LEVELS) {
    const places = await withSql(
      url,
      (sql) =>
        sql<{ code: string }[]>`select code from places.place where level = ${level} order by md5(code) limit ${most}`,
    )
    const walls: number[] = []
    const cpus: number[] = []
    for (let round = 0; round <= sizes.rounds; round++) {
      await pause(sizes.staleMs)
      const load = {
        origin: server.origin,
        connections: AT_ONCE,
        chains: places.map(({ code }) => [figures(city, code)]),
      }
      const before = cpuOf(server.pid, postmaster)
      const done = await generator.run(load)
      const after = cpuOf(server.pid, postmaster)
      if (round === 0) {
        first.push({
          name: `a ${level}, asked for the first time: p95`,
          value: percentile(done.walls[0] ?? [], 0.95),
          unit: 'ms',
        })
        continue
      }
      walls.push(...(done.walls[0] ?? []))
      cpus.push((1000 * (after.server + after.database - before.server - before.database)) / places.length)
    }
    every.push(...walls)
    computed.push(
      { name: `a ${level}, computed: p95`, value: percentile(walls, 0.95), unit: 'ms', goal: '<= 50' },
      { name: `a ${level}, computed: p50`, value: percentile(walls, 0.5), unit: 'ms' },
      { name: `a ${level}, computed: CPU`, value: median(cpus), unit: 'ms' },
    )
  }
  const kept = await interleave(
    generator,
    [{ name: 'kept', ...server, chains: () => Array.from({ length: many(1000) }, () => [figures(city, city.place)]) }],
    sizes.rounds,
  )
  return [
    { name: 'any node, computed: p95', value: percentile(every, 0.95), unit: 'ms', goal: '<= 50' },
    ...computed,
    ...first,
    {
      name: 'the city, kept, 20 at a time: p95',
      value: median((kept.get('kept') ?? []).map(p95Of)),
      unit: 'ms',
      goal: '<= 50',
    },
  ]
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms))
