import postgres from 'postgres'
import { cast } from '../../demo/cast.ts'
import { instant } from '#kernel/clock.ts'
import { CITY_NOW } from '../city/fill.ts'
import { withSql } from '../city/cluster.ts'
import { addDay, bareIssue, closeOrders, openOrders, sizeOf } from '../city/orders.ts'
import type { Measured } from '../figures.ts'
import type { Chain } from '../load/generator.ts'
import { startGenerator } from '../load/spawned.ts'
import { type Request, Wire } from '../load/wire.ts'
import { cpuOf } from '../measure/cpu.ts'
import { median, percentile } from '../measure/numbers.ts'
import { command, type Lane, type Signed, signInAs } from '../road/people.ts'
import { newId } from '../road/works.ts'
import type { Bench, Server } from '../stage.ts'
import type { Area } from './area.ts'

export const orders: Area = {
  name: 'orders',
  about:
    'Orders to 38,000 people: how long one takes to leave, against a bare INSERT..SELECT of as many rows into a table with the same two keys (by order, by recipient); answers over HTTP by 20 connections with session, scope, counters and record, against a bare update of 20 connections without HTTP, each waiting for its answer as people do, and behind HTTP; coverage of any node while they arrive; a week of 1,000 orders a day to every grid.',
  run: measure,
}

const DAY = 86_400_000
const CONNECTIONS = 20

async function measure(bench: Bench): Promise<Measured[]> {
  const { url } = await bench.city(bench.sizes.none)
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    const road = await bench.road(url)
    const city = await signInAs(road.origin, cast.zhuGuoliang.login ?? '')
    const staff = await bench.staff(url, road.origin)
    // Signed in before, since a lane is a worker who is alone in his grid.
    const addressed = await openOrders(sql, bench.sizes.share)
    const stage: Stage = { bench, sql, url, road, city, lanes: staff.lanes }
    const left = await leaving(stage)
    const answered = await answering(stage, left.orders)
    const covered = await covering(stage, left.orders)
    const week = await weekOf(stage)
    await closeOrders(sql)
    return [
      { name: 'addressed by one order', value: addressed, unit: 'people' },
      ...left.figures,
      ...answered,
      ...covered,
      ...week,
    ]
  } finally {
    await sql.end()
  }
}

type Stage = { bench: Bench; sql: postgres.Sql; url: string; road: Server; city: Signed; lanes: Lane[] }

const post = (name: string, who: Signed, body: object) => ({
  method: 'POST' as const,
  path: `/api/${name}`,
  headers: { ...command(), ...who.headers },
  body: JSON.stringify(body),
})

/** An order of the city to all grid teams, each for another day, so that the budget of none is used up. */
const draft = (id: string, day: number) => ({
  id,
  kind: 'task',
  title: '排查地质灾害隐患点',
  text: '逐点查看',
  purpose: 'disaster_ready',
  basis: '《突发事件应对法》第四十三条',
  doneWhen: '隐患点全部看过',
  minutes: 1,
  dueAt: instant(CITY_NOW + (day + 1) * DAY),
  audience: { within: ['3308'], roles: ['grid_worker'] },
})

/** The whole command against the bare rows, in turns; the first of each warms up. */
async function leaving({ bench, sql, road, city }: Stage): Promise<{ figures: Measured[]; orders: string[] }> {
  const wire = await Wire.open(road.origin)
  const ids: string[] = []
  const [ours, bare]: [number[], number[]] = [[], []]
  for (let round = 0; round <= bench.sizes.rounds; round++) {
    const id = newId()
    const written = await wire.send(post('orders.draft', city, draft(id, round)))
    if (written.status !== 200) throw new Error(written.body)
    const send = async (): Promise<void> => {
      const began = performance.now()
      const reply = await wire.send(post('orders.issue', city, { id }))
      if (reply.status !== 200 || !reply.body.includes('"issued"')) throw new Error(reply.body.slice(0, 300))
      ours.push(performance.now() - began)
    }
    const plain = async (): Promise<void> => {
      const began = performance.now()
      await bareIssue(sql, id)
      bare.push(performance.now() - began)
    }
    for (const one of round % 2 === 0 ? [send, plain] : [plain, send]) await one()
    ids.push(id)
  }
  wire.close()
  const times = ours.slice(1).map((ms, i) => ms / (bare[i + 1] ?? ms))
  return {
    orders: ids,
    figures: [
      { name: 'an order leaves, against a bare INSERT..SELECT', value: median(times), unit: 'x', goal: '<= 1.5' },
      { name: 'an order leaves', value: median(ours.slice(1)), unit: 'ms' },
      { name: 'a bare INSERT..SELECT', value: median(bare.slice(1)), unit: 'ms' },
    ],
  }
}

/** A word may be said again; so many times each, for a round that is long enough to be measured. */
const AGAIN = 5
const STATES = ['received', 'understood', 'done'] as const
const answersTo = (ids: readonly string[], lanes: readonly Lane[], state: (typeof STATES)[number]): Chain[] =>
  ids.flatMap((order) => lanes.map(({ worker }) => [post('orders.answer', worker, { id: newId(), order, state })]))

/** Everybody of the lanes answers every order, word by word; beside it one update of as many bare rows. */
async function answering({ bench, url, road, lanes }: Stage, ids: readonly string[]): Promise<Measured[]> {
  const floor = await bench.floor(url)
  const [ours, bare, behind]: [number[], number[], number[]] = [[], [], []]
  const walls: number[] = []
  const [cpus, each]: [number[], number[]] = [[], []]
  for (const state of STATES) {
    const chains = Array.from({ length: AGAIN }, () => answersTo(ids, lanes, state)).flat()
    const spent = await cpuOfRun(bench, road, chains)
    const { done } = spent
    ours.push(chains.length / done.seconds)
    walls.push(...done.walls.flat())
    bare.push(await bareAnswers(url, ids, chains.length))
    const updates = ids.flatMap((order) =>
      chains.slice(0, chains.length / ids.length).map((): Chain => [bareAnswer(order)]),
    )
    const plain = await cpuOfRun(bench, floor, updates)
    behind.push(updates.length / plain.done.seconds)
    cpus.push(spent.each / plain.each)
    each.push(spent.each)
  }
  const share = median(ours.map((rate, i) => rate / (bare[i] ?? rate)))
  return [
    { name: 'answers through the whole road, against bare updates', value: share, unit: 'x', goal: '>= 0.5' },
    {
      name: 'answers through the whole road, against one update behind HTTP without anything else',
      value: median(ours.map((rate, i) => rate / (behind[i] ?? rate))),
      unit: 'x',
      goal: '>= 0.5',
    },
    { name: 'answers through the whole road', value: median(ours), unit: '/s' },
    { name: 'an answer: CPU, against one update behind HTTP without anything else', value: median(cpus), unit: 'x' },
    { name: 'an answer: CPU', value: median(each), unit: 'ms' },
    { name: 'bare updates', value: median(bare), unit: '/s' },
    { name: 'an answer: p95', value: percentile(walls, 0.95), unit: 'ms' },
  ]
}

/** Milliseconds of CPU a request, of the server and the database. */
async function cpuOfRun(bench: Bench, { origin, pid }: Server, chains: Chain[]) {
  const before = cpuOf(pid, bench.postmaster)
  const done = await bench.generator.run({ origin, connections: CONNECTIONS, chains })
  const after = cpuOf(pid, bench.postmaster)
  const spent = after.server - before.server + after.database - before.database
  return { done, each: (1000 * spent) / chains.length }
}

let asked = 0
/** The floor's own: it knows no sessions, so any recipient will do. */
const bareAnswer = (order: string): Request => ({
  method: 'POST',
  path: '/answer',
  body: JSON.stringify({ order, who: bareWho[asked++ % bareWho.length] ?? '' }),
})
const bareWho: string[] = []

async function bareAnswers(url: string, ids: readonly string[], most: number): Promise<number> {
  const sql = postgres(url, { max: CONNECTIONS, onnotice: () => {} })
  const rows = await sql<{ order: string; who: string }[]>`
    select "order", who from bare.recipient where "order" = any(${ids as string[]}::uuid[]) and acked_at is null order by who, "order" limit ${most}`
  bareWho.splice(0, bareWho.length, ...rows.map(({ who }) => who))
  await Promise.all(Array.from({ length: CONNECTIONS }, () => sql`select pg_sleep(0.05)`))
  const began = performance.now()
  let next = 0
  const lane = async (): Promise<void> => {
    for (let row = rows[next++]; row; row = rows[next++])
      await sql`update bare.recipient set acked_at = now() where "order" = ${row.order} and who = ${row.who} and acked_at is null`
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, lane))
  const rate = rows.length / ((performance.now() - began) / 1000)
  await sql.end()
  return rate
}

/** Nodes of every level, asked one after the other while 20 connections answer. */
async function covering({ bench, sql, road, city, lanes }: Stage, ids: readonly string[]): Promise<Measured[]> {
  const nodes = await sql<{ code: string }[]>`
    (select code from places.place where level in ('city', 'county')) union all
    (select code from places.place where level in ('township', 'village') order by md5(code) limit 40)`
  const asking = nodes.map(({ code }, i): Chain => [
    { method: 'GET', path: `/api/orders.coverage?id=${ids[i % ids.length] ?? ''}&node=${code}`, headers: city.headers },
  ])
  const second = startGenerator()
  const still = await second.run({ origin: road.origin, connections: 1, chains: asking })
  const load = bench.generator.run({
    origin: road.origin,
    connections: CONNECTIONS,
    chains: answersTo(ids, lanes, 'done'),
  })
  const under = await second.run({ origin: road.origin, connections: 1, chains: asking })
  await load
  await second.stop()
  return [
    {
      name: 'coverage of any node while answers arrive: p95',
      value: percentile(under.walls.flat(), 0.95),
      unit: 'ms',
      goal: '<= 50',
    },
    { name: 'coverage of any node: p95', value: percentile(still.walls.flat(), 0.95), unit: 'ms' },
  ]
}

const WEEK = 7
/** The last day of the week against the first, and what an order to every grid takes on the disk. */
async function weekOf({ bench, sql, url, road, lanes }: Stage): Promise<Measured[]> {
  const perDay = Number(process.env['BENCH_ORDERS_A_DAY'] ?? bench.many(1000))
  const mine = (): Promise<number> => askOwn(bench, road, lanes)
  const [before, sizeBefore] = [await mine(), await sizeOf(sql)]
  const days: number[] = []
  for (let day = 0; day < WEEK; day++) {
    days.push(await addDay(sql, { day, orders: perDay }))
    bench.say(`  day ${day + 1}: ${perDay} orders in ${days.at(-1)?.toFixed(1)} s`)
  }
  await withSql(url, (one) => one.unsafe('vacuum (analyze) orders.recipient'))
  const bytes = (await sizeOf(sql)) - sizeBefore
  return [
    { name: 'a week: orders a day', value: perDay, unit: 'orders' },
    {
      name: 'a week: an order to every grid on the disk, with its counters',
      value: bytes / (WEEK * perDay) / 1024,
      unit: 'KiB',
    },
    {
      name: 'a week: its last day against its second',
      value: (days.at(-1) ?? 0) / (days[1] ?? 1),
      unit: 'x',
      goal: '<= 1.2',
    },
    { name: "a week: a worker's open orders after it, p95", value: await mine(), unit: 'ms' },
    { name: "a week: a worker's open orders before it, p95", value: before, unit: 'ms' },
  ]
}

async function askOwn({ generator, many }: Bench, { origin }: Server, lanes: readonly Lane[]): Promise<number> {
  const chains = Array.from({ length: many(400) }, (_, i): Chain => {
    const { worker } = lanes[i % lanes.length] ?? noLane()
    return [{ method: 'GET', path: '/api/orders.mine?limit=20', headers: worker.headers }]
  })
  const { walls } = await generator.run({ origin, connections: 1, chains })
  return percentile(walls.flat(), 0.95)
}

function noLane(): never {
  throw new Error('nobody is signed in')
}
