import type postgres from 'postgres'
import { withSql } from '../city/cluster.ts'
import type { Measured } from '../figures.ts'
import type { Chain } from '../load/generator.ts'
import type { Request } from '../load/wire.ts'
import { cpuOf } from '../measure/cpu.ts'
import { median } from '../measure/numbers.ts'
import { cpuEach, interleave, ratio, summary } from '../measure/rounds.ts'
import { accept, figures, newest, newId, one, report } from '../road/works.ts'
import type { Staff } from '../road/people.ts'
import type { Bench, Server } from '../stage.ts'
import type { Area } from './area.ts'
import { casesIn, plainKind } from './kinds.ts'

/** (b) */
export const roadVsFloor: Area = {
  name: 'road-vs-floor',
  about:
    'CPU a request of server and PostgreSQL together, the whole road (HTTP, session, scope, purpose, row-level security, record) against bench/floor on the same data, 20 connections, in turns. The relay and the sealer, which work behind the answers, rest; what they cost more is told apart.',
  run: measure,
}

type Work = {
  name: string
  goal: string | null
  connections?: number
  road: (round: number) => Chain[]
  floor: (round: number) => Chain[]
}
type Stage = { bench: Bench; staff: Staff; kind: string; ids: string[] }

async function measure(bench: Bench): Promise<Measured[]> {
  const { url } = await bench.city(bench.sizes.whole)
  const [road, floor] = [await bench.road(url), await bench.floor(url)]
  const staff = await bench.staff(url, road.origin)
  const stage = { bench, staff, kind: await plainKind(url), ids: await casesIn(url, staff.county.place, 3000) }
  const all: Measured[] = []
  for (const work of works(stage)) all.push(...(await compare(bench, work, { road, floor })))
  all.push(...(await freshDashboard(bench, stage, { road, floor })))
  const [, server, database] = all
  return [...all, ...(await withWhatFollows(bench, url, stage, (server?.value ?? 0) + (database?.value ?? 0)))]
}

async function compare(
  { generator, postmaster, sizes, say }: Bench,
  work: Work,
  { road, floor }: { road: Server; floor: Server },
): Promise<Measured[]> {
  const [connections] = [work.connections ?? 20]
  const variants = [
    { name: 'floor', origin: floor.origin, pid: floor.pid, postmaster, connections, chains: work.floor },
    { name: 'road', origin: road.origin, pid: road.pid, postmaster, connections, chains: work.road },
  ]
  const rounds = await interleave(generator, variants, sizes.rounds)
  const [ours, theirs] = [summary(rounds.get('road') ?? []), summary(rounds.get('floor') ?? [])]
  const times = ratio(rounds, 'road', 'floor', cpuEach)
  say(
    `  ${work.name}: ${times.toFixed(3)} x (road ${ours.server.toFixed(2)} + ${ours.database.toFixed(2)}, floor ${theirs.server.toFixed(2)} + ${theirs.database.toFixed(2)} ms)`,
  )
  return [
    { name: `${work.name}: CPU against the floor`, value: times, unit: 'x', ...(work.goal ? { goal: work.goal } : {}) },
    { name: `${work.name}: CPU of the road, server`, value: ours.server, unit: 'ms' },
    { name: `${work.name}: CPU of the road, PostgreSQL`, value: ours.database, unit: 'ms' },
    { name: `${work.name}: CPU of the floor, server`, value: theirs.server, unit: 'ms' },
    { name: `${work.name}: CPU of the floor, PostgreSQL`, value: theirs.database, unit: 'ms' },
    { name: `${work.name}: p95 of the road`, value: ours.p95, unit: 'ms' },
    { name: `${work.name}: p95 of the floor`, value: theirs.p95, unit: 'ms' },
    { name: `${work.name}: requests of the road`, value: ours.perSecond, unit: '/s' },
    {
      name: `${work.name}: noise, CPU of the rounds (most - least) / median`,
      value: Math.max(ours.spread, theirs.spread),
      unit: '',
    },
  ]
}

function works({ bench, staff, kind, ids }: Stage): Work[] {
  const { many } = bench
  const made: Record<'road' | 'floor', string[]> = { road: [], floor: [] }
  const lane = (i: number) => staff.lanes[i % staff.lanes.length] ?? fail()
  const pick = (i: number): string => ids[(i * 7919) % ids.length] ?? ''
  const repeat = (count: number, of: (i: number) => Request): Chain[] =>
    Array.from({ length: count }, (_, i) => [of(i)])
  const county = staff.county.place
  return [
    {
      name: '1 create',
      goal: '<= 3',
      road: () => repeat(many(1500), (i) => report(lane(i), kind, remember(made.road))),
      floor: () =>
        repeat(many(1500), (i) =>
          onFloor('POST', 'create', {
            id: remember(made.floor),
            number: '260000000',
            kind,
            title: '村口路面破损',
            description: '村口往北五十米的水泥路面有一处破损，雨后积水，电瓶车经过容易打滑。',
            place: lane(i).worker.place,
            person: lane(i).worker.post,
          }),
        ),
    },
    {
      name: '4 transition',
      goal: '<= 3',
      road: () => made.road.splice(0, many(1500)).map((id, i) => [accept(lane(i), id)]),
      floor: () =>
        made.floor.splice(0, many(1500)).map((id, i) => [onFloor('POST', 'move', { id, person: lane(i).worker.post })]),
    },
    {
      name: '2 newest 50 open of a county with the total',
      goal: '<= 0.5',
      road: () => repeat(many(150), () => newest(staff.county, { open: true })),
      floor: () => repeat(many(150), () => onFloor('GET', 'list', { county })),
    },
    {
      name: '2b newest 50 closed of a county with the total',
      goal: '<= 0.5',
      road: () => repeat(many(60), () => newest(staff.county, { open: false })),
      floor: () => repeat(many(60), () => onFloor('GET', 'closed', { county })),
    },
    {
      name: '3 one case with its history',
      goal: '<= 3',
      road: (r) => repeat(many(1500), (i) => one(staff.county, pick(i + r * 1500))),
      floor: (r) => repeat(many(1500), (i) => onFloor('GET', 'one', { id: pick(i + r * 1500) })),
    },
    {
      name: '5 dashboard of the city',
      goal: '<= 0.02',
      connections: 4,
      road: () => repeat(many(400), () => figures(staff.city, staff.city.place)),
      floor: () => repeat(4, () => onFloor('GET', 'figures', {})),
    },
  ]
}

function remember(list: string[]): string {
  const id = newId()
  list.push(id)
  return id
}

function fail(): never {
  throw new Error('nobody is signed in')
}

const onFloor = (method: 'GET' | 'POST', work: string, input: Record<string, string>): Request =>
  method === 'POST'
    ? { method, path: `/${work}`, body: JSON.stringify(input) }
    : { method, path: `/${work}?${new URLSearchParams(input).toString()}` }

/** The dashboard when nobody has asked for it within two seconds, so that it is computed. */
async function freshDashboard(
  { generator, postmaster, sizes }: Bench,
  { staff }: Stage,
  { road, floor }: { road: Server; floor: Server },
): Promise<Measured[]> {
  const variants = [
    {
      name: 'floor',
      origin: floor.origin,
      pid: floor.pid,
      postmaster,
      connections: 1,
      chains: () => [[onFloor('GET', 'figures', {})]],
    },
    {
      name: 'road',
      origin: road.origin,
      pid: road.pid,
      postmaster,
      connections: 1,
      chains: () => [[figures(staff.city, staff.city.place)]],
    },
  ]
  const slow = {
    ...generator,
    run: async (load: Parameters<typeof generator.run>[0]) => {
      await pause(sizes.staleMs)
      return generator.run(load)
    },
  }
  const rounds = await interleave(slow, variants, sizes.rounds)
  return [
    {
      name: '5 dashboard of the city, computed anew: CPU against the floor',
      value: ratio(rounds, 'road', 'floor', cpuEach),
      unit: 'x',
    },
    {
      name: '5 dashboard of the city, computed anew: CPU of the road',
      value: summary(rounds.get('road') ?? []).cpu,
      unit: 'ms',
    },
  ]
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms))

/** What a create costs with everything that follows it: delivered announcements, words to find it by, notices, seals. */
async function withWhatFollows(bench: Bench, url: string, { staff, kind }: Stage, alone: number): Promise<Measured[]> {
  const { generator, postmaster, many } = bench
  // What the other rounds announced is not this one's to deliver.
  await withSql(url, (sql) => sql`truncate kernel.outbox`)
  const { origin, pid, stop } = await bench.road(url, { worker: true })
  const chains = () =>
    Array.from({ length: many(1500) }, (_, i) => [report(staff.lanes[i % staff.lanes.length] ?? fail(), kind, newId())])
  const round = async (): Promise<number> => {
    const before = cpuOf(pid, postmaster)
    await generator.run({ origin, connections: 20, chains: chains() })
    await withSql(url, untilDelivered)
    const after = cpuOf(pid, postmaster)
    return (1000 * (after.server + after.database - before.server - before.database)) / many(1500)
  }
  const costs = [await round(), await round(), await round()].slice(1)
  await stop()
  return [
    {
      name: '1 create with all that follows it (relay, words, notices, seal): CPU against create alone',
      value: median(costs) / alone,
      unit: 'x',
    },
  ]
}

async function untilDelivered(sql: postgres.Sql): Promise<void> {
  for (;;) {
    const [row] = await sql<{ left: boolean }[]>`select exists (select from kernel.outbox) as left`
    if (!row?.left) return
    await pause(50)
  }
}
