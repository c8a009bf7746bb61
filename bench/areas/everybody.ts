import { createHash, randomBytes, randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { instant } from '#kernel/clock.ts'
import { cast, STAGE } from '../../demo/cast.ts'
import { CITY_NOW } from '../city/fill.ts'
import { closeOrders, openOrders } from '../city/orders.ts'
import type { Measured } from '../figures.ts'
import { type Chain, startGenerator } from '../load/spawned.ts'
import { Wire } from '../load/wire.ts'
import { cpuOf } from '../measure/cpu.ts'
import { percentile } from '../measure/numbers.ts'
import { command, type Signed, signInAs } from '../road/people.ts'
import { newId } from '../road/works.ts'
import type { Bench } from '../stage.ts'
import type { Area } from './area.ts'

/** A drill, not a rate: every one of them, each with a session of his own, once. */
export const everybody: Area = {
  name: 'everybody',
  about:
    'One order to 38,000 people, who all open it and say that it has come, each with a session of his own: 200 connections, each person reads his open orders and then answers. The command asks for the coverage all the while. At the end nobody may be silent, and the counters must be what counting anew says.',
  run: measure,
}

const CONNECTIONS = 200
const DAY = 86_400_000

async function measure(bench: Bench): Promise<Measured[]> {
  const { url } = await bench.city(bench.sizes.none)
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    const road = await bench.road(url)
    const city = await signInAs(road.origin, cast.zhuGuoliang.login ?? '')
    await openOrders(sql, bench.sizes.share)
    const place = bench.sizes.share < 1 ? STAGE.township : STAGE.city
    const people = await sessionsOf(sql, place)
    const addressed = people.length
    const id = await issue(road.origin, city, place)
    const chains = people.map((who): Chain => [
      { method: 'GET', path: '/api/orders.mine?limit=20', headers: who.headers },
      { ...send('orders.answer', who, { id: newId(), order: id, state: 'received' }) },
    ])
    const watching = watch(road.origin, city, id)
    const before = cpuOf(road.pid, bench.postmaster)
    const { seconds, walls } = await bench.generator.run({ origin: road.origin, connections: CONNECTIONS, chains })
    const after = cpuOf(road.pid, bench.postmaster)
    const looks = await watching()
    await proveAll(sql, id, addressed)
    await closeOrders(sql)
    const cpu = after.server - before.server + after.database - before.database
    return [
      { name: 'addressed, and all of them answered', value: addressed, unit: 'people' },
      { name: 'until the last one has answered', value: seconds, unit: 's', goal: '<= 300' },
      { name: 'answers a second, beside as many lists read', value: addressed / seconds, unit: '/s' },
      { name: 'an answer: p95', value: percentile(walls[1] ?? [], 0.95), unit: 'ms' },
      { name: 'a list of open orders: p95', value: percentile(walls[0] ?? [], 0.95), unit: 'ms' },
      { name: 'coverage of the city meanwhile: p95', value: percentile(looks, 0.95), unit: 'ms', goal: '<= 2000' },
      { name: 'CPU of server and database for one person', value: (1000 * cpu) / addressed, unit: 'ms' },
    ]
  } finally {
    await sql.end()
  }
}

const send = (name: string, who: { headers: Record<string, string> }, body: object) => ({
  method: 'POST' as const,
  path: `/api/${name}`,
  headers: { ...command(), ...who.headers },
  body: JSON.stringify(body),
})

/** Signed in before: a password costs on purpose, and nobody signs in to answer. */
async function sessionsOf(sql: postgres.Sql, place: string): Promise<{ headers: Record<string, string> }[]> {
  const posts = await sql<{ id: string; person: string }[]>`
    select id, person from posts.post where role = 'grid_worker' and upper_inf(held) and starts_with(place, ${place}) order by md5(id::text)`
  const people = posts.map(({ id, person }) => ({ post: id, person, token: randomBytes(32).toString('base64url') }))
  const rows = people.map(({ post, person, token }) => ({
    id: randomUUID(),
    hash: createHash('sha256').update(token).digest('hex'),
    person,
    post,
  }))
  const [from, to] = [instant(CITY_NOW - DAY), instant(CITY_NOW + DAY)]
  await sql`
    insert into signin.session (id, token_hash, person, kind, way, post, started_at, seen_at, idle_ends_at, ends_at, agent, address)
    select id, decode(hash, 'hex'), person, 'staff', 'password', post, ${from}, ${from}, ${to}, ${to}, 'bench', ''
    from jsonb_to_recordset(${sql.json(rows)}) as s(id uuid, hash text, person uuid, post uuid)`
  return people.map(({ token }) => ({ headers: { cookie: `op_session=${token}` } }))
}

async function issue(origin: string, city: Signed, place: string): Promise<string> {
  const wire = await Wire.open(origin)
  const id = newId()
  const draft = {
    id,
    kind: 'notice',
    title: '防汛三级响应：到岗到位',
    text: '收到即回复',
    purpose: 'disaster_ready',
    basis: '《突发事件应对法》第四十三条',
    doneWhen: '全部收到',
    minutes: 1,
    dueAt: instant(CITY_NOW + 300 * DAY),
    audience: { within: [place], roles: ['grid_worker'] },
  }
  for (const request of [send('orders.draft', city, draft), send('orders.issue', city, { id })]) {
    const reply = await wire.send(request)
    if (reply.status !== 200) throw new Error(reply.body)
  }
  wire.close()
  return id
}

/** The coverage of the city, twice a second, until it is asked how long each took. */
function watch(origin: string, city: Signed, id: string): () => Promise<number[]> {
  const generator = startGenerator()
  let going = true
  const walls: number[] = []
  const asking = (async () => {
    while (going) {
      const path = `/api/orders.coverage?id=${id}&node=${STAGE.city}`
      const done = await generator.run({
        origin,
        connections: 1,
        chains: [[{ method: 'GET', path, headers: city.headers }]],
      })
      walls.push(...done.walls.flat())
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
  })()
  return async () => {
    going = false
    await asking
    await generator.stop()
    return walls
  }
}

async function proveAll(sql: postgres.Sql, id: string, addressed: number): Promise<void> {
  const [row] = await sql<{ answers: number; counted: number; wrong: number }[]>`
    select (select count(*)::int from orders.answer where "order" = ${id}) as answers,
      (select sum(received)::int from orders.tally where "order" = ${id}) as counted,
      (select count(*)::int from orders.tally t full join (select * from orders.pub_recount where "order" = ${id}) r on r.node = t.node
        where t."order" = ${id} and (r.received is distinct from t.received or r.addressed is distinct from t.addressed)) as wrong`
  if (row?.answers !== addressed || row.counted !== addressed || row.wrong !== 0)
    throw new Error(`of ${addressed}: ${JSON.stringify(row)}`)
}
