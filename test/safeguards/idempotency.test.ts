import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cast, STAGE } from '../../demo/cast.ts'
import type { Command } from '#kernel/contract.ts'
import { buildServer } from '#apps/server/server.ts'
import { claimSeat } from '#modules/relief/contract-shifts.ts'
import { slices } from '#apps/server/slices.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { addDwelling } from '#modules/homes/contract.ts'
import { EXPECTED } from './expected/all.ts'
import { setHome } from './home-scene.ts'
import { gatherPlayers, type Player } from './players.ts'
import { id, type Scene, setScene, TODAY } from './scene.ts'
import { headersOf } from './tried.ts'

/** One sending or six, in parallel or after a broken line: one effect, one record, one answer to the byte. */
/** Their answers are not kept, since they hold secrets or cookies: a repetition is done again, or finds it done. */
const NOT_KEPT = [
  'signin.password',
  'signin.code',
  'signin.out',
  'signin.actAs',
  'signin.changePassword',
  'signin.setPassword',
  'signin.startSecondFactor',
  'signin.finishSecondFactor',
  'signin.stopSecondFactor',
  'sync.register',
  'bonds.checkRotation',
  'consents.addOutside',
]
const outward = [...slices.handlers.values()].filter(({ contract }) => !contract.inward)
/** No player sends these: registers outside have a credential and no session. */
const OUTSIDE = ['consents.reportUsage']
const kept = outward
  .filter(({ keepsAnswer, contract }) => keepsAnswer && !OUTSIDE.includes(contract.name))
  .map(({ contract }): [string, Command] => [contract.name, contract])
/** What ends somebody's post or session, or changes the tree, comes last. */
const LAST = [
  'bonds.standDown',
  'bonds.rotate',
  'places.merge',
  'places.split',
  'places.rename',
  'posts.handOver',
  'posts.end',
  'signin.revoke',
]
/** And what another one would take away comes first. */
const FIRST = ['fields.answer', 'relief.answerHelp', 'relief.assignSeat']
const rankOf = (name: string): number => LAST.indexOf(name) - FIRST.indexOf(name)
const inOrder = kept.toSorted(([a], [b]) => rankOf(a) - rankOf(b))

let house: House
let app: FastifyInstance
let players: Player[]
let first: Scene
let vacant: string
let seat: string
beforeAll(async () => {
  house = await openHouse()
  app = await buildServer(house.p, { docs: false, perMinute: 1e6 })
  players = await gatherPlayers(house, app)
  first = await setScene(house, players, ['grid_worker', 'village_cadre'])
  const room = players.find(({ role }) => role === 'township_room')?.person
  await house.rows(
    `insert into kernel.outbox (id, key, name, payload, at, next_at, dead_at) overriding system value values (${LETTER}, 'y', 'nobody.cares', '{}', now(), now(), now())`,
  )
  await house.rows(`insert into signin.session (id, token_hash, person, kind, way, started_at, seen_at, idle_ends_at, ends_at, agent, address)
    values ('${String(SESSION)}', sha256('another phone'), '${String(room)}', 'staff', 'password', '2026-09-01', '2026-09-01', '2026-09-02', '2026-09-03', '', '')`)
  vacant = id()
  const worker = players.find(({ role, side }) => role === 'grid_worker' && side === 'near')
  await house.send(worker?.actor ?? house.nobody, addDwelling, {
    id: vacant as never,
    place: STAGE.grid as never,
    address: '余东村东山路 8 号',
  })
  // Of another shift: the one of the stage is freed by who leads there.
  seat = id()
  const resident = players.find(({ role, side }) => role === 'resident' && side === 'near')
  await house.send(resident?.actor ?? house.nobody, claimSeat, { id: seat as never, shift: first.relief.otherShift })
  await app.listen({ port: 0, host: '127.0.0.1' })
}, 120_000)
afterAll(async () => {
  await app.close()
  await house.close()
})

const [LETTER, SESSION] = ['899999999999', id()]
/** Who sends what no player is answered in the table. */
const ROLE_OF: Record<string, string> = { 'signin.revoke': 'township_room', 'homes.endDwelling': 'grid_worker' }
/** Where what stands in the table would be done already by another command of this file. */
const INSTEAD: Record<string, () => Record<string, unknown>> = {
  'oversight.drop': () => ({ id: LETTER, reason: '无用' }),
  // Not the session that asks: a sender without his session is a stranger to his own key.
  'signin.revoke': () => ({ id: SESSION }),
  // One with people in it is not ended.
  'homes.endDwelling': () => ({ dwelling: vacant }),
  'relief.leaveSeat': () => ({ id: seat, reason: '家里有事' }),
  // Somebody else than whom the household chooses.
  'bonds.make': () => ({
    id: id(),
    kind: 'member_household',
    from: { kind: 'person', id: cast.zhengGuixiang.id },
    to: { kind: 'household', id: first.bonds.household },
  }),
  // The worker's post has been rotated by then.
  'posts.handOver': () => ({ id: first.posts.operator, to: cast.fangXiaoyan.id, newId: id(), day: TODAY }),
  'posts.end': () => ({ id: first.posts.village_cadre, day: TODAY, reason: '调离' }),
  'places.split': () => ({
    code: '330802211208001',
    into: [
      { id: id(), code: '330802211208001', name: '甲' },
      { id: id(), code: '330802211208098', name: '乙' },
    ],
    day: TODAY,
    reason: '区划调整',
  }),
  'places.rename': () => ({ code: STAGE.township, name: '新沟溪', day: TODAY, reason: '更名' }),
}

it('the commands whose answers are not kept are these', () => {
  expect(
    outward
      .filter(({ keepsAnswer }) => !keepsAnswer)
      .map(({ contract }) => contract.name)
      .sort(),
  ).toEqual(NOT_KEPT.toSorted())
})

it.each(inOrder)('%s', async (name) => {
  const trial = EXPECTED[name]?.[0]
  const role = ROLE_OF[name]
  const who = players.find((one) =>
    role ? one.role === role && one.side !== 'far' : trial?.expected(one) === 'answers',
  )
  if (!trial || !who) throw new Error(`nobody may ${name}`)
  const scene = await sceneFor(name)
  const body = INSTEAD[name]?.() ?? trial.input(scene, who)
  const headers = headersOf(who)
  const key = headers['idempotency-key'] ?? ''
  const [mark] = await house.rows<{ seq: string }>('select max(seq) as seq from kernel.record')
  const send = async (from = headers, what = body) => {
    const answer = await app.inject({
      method: 'POST',
      url: `/api/${name}`,
      headers: { ...from, 'idempotency-key': key },
      payload: what,
    })
    return { status: answer.statusCode, body: answer.body }
  }
  await brokenOff(name, headers, body)
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => send()))
  answers.push(await send())
  expect(answers[0], answers[0]?.body).toMatchObject({ status: 200 })
  expect(new Set(answers.map((one) => `${one.status} ${one.body}`)).size).toBe(1)
  expect(await house.rows(`select from kernel.command where id = '${key}'`)).toHaveLength(1)
  const [done] = await house.rows<{ n: number }>(
    `select count(distinct request)::int as n from kernel.record where kind = 'command' and name = '${name}' and seq > ${mark?.seq ?? 0}`,
  )
  expect(done?.n).toBe(1)
  expect(JSON.parse((await send(headers, otherBody(name, body))).body)).toMatchObject({ code: 'key_reused' })
  const another = players.find((one) => one.person !== who.person) ?? who
  for (const from of [headersOf(another), headersOf({ token: undefined })]) {
    if (who.role === 'anonymous' && from.cookie === undefined) continue
    const theirs = await send(from)
    expect(theirs.status).not.toBe(200)
    expect(JSON.parse(theirs.body)).toMatchObject({ code: 'key_reused' })
  }
})

it('of commands whose answers are not kept, nothing is', async () => {
  expect(await house.rows(`select name from kernel.command where name = any('{${NOT_KEPT.join()}}')`)).toEqual([])
})

/** Cases, people and homes change by each command; the others leave each other's things alone. */
async function sceneFor(name: string): Promise<Scene> {
  if (name.startsWith('cases.')) return setScene(house, players, ['grid_worker', 'village_cadre'], first)
  if (!/^(people|homes)\./.test(name)) return first
  const worker = players.find(({ role, side }) => role === 'grid_worker' && side === 'near')
  return worker ? { ...first, home: await setHome(house, worker) } : first
}

/** The same thing said otherwise: the first text or number in it that the contract lets differ. */
function otherBody(name: string, body: Record<string, unknown>): Record<string, unknown> {
  const shape = slices.handlers.get(name)?.contract.input
  const said = JSON.stringify(shape?.parse(body))
  for (const path of leavesOf(body))
    for (const other of otherwise(at(body, path))) {
      const changed = withLeaf(body, path, other) as Record<string, unknown>
      const read = shape?.safeParse(changed)
      if (read?.success && JSON.stringify(read.data) !== said) return changed
    }
  throw new Error(`${name} can be said in one way only`)
}

type Path = readonly (string | number)[]
const leavesOf = (value: unknown, path: Path = []): Path[] =>
  value !== null && typeof value === 'object'
    ? Object.entries(value).flatMap(([key, inner]) =>
        leavesOf(inner, [...path, Array.isArray(value) ? Number(key) : key]),
      )
    : [path]
const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown>)[key], value)
const otherwise = (leaf: unknown): unknown[] =>
  typeof leaf === 'number'
    ? [leaf + 1]
    : typeof leaf === 'string'
      ? [`${leaf}!`, id(), '2026-12-30', '15405709999', '123456789']
      : [leaf !== true]
function withLeaf(value: unknown, [key, ...rest]: Path, leaf: unknown): unknown {
  if (key === undefined) return leaf
  if (Array.isArray(value)) return value.map((inner: unknown, no) => (no === key ? withLeaf(inner, rest, leaf) : inner))
  const record = value as Record<string, unknown>
  return { ...record, [key]: withLeaf(record[key], rest, leaf) }
}

/** The line breaks as soon as everything was said, before anything is answered. */
function brokenOff(name: string, headers: Record<string, string>, body: object): Promise<void> {
  const { port } = app.server.address() as AddressInfo
  const text = JSON.stringify(body)
  const head = Object.entries({
    ...headers,
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(text)),
  }).map(([key, value]) => `${key}: ${value}`)
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(`POST /api/${name} HTTP/1.1\r\nhost: localhost\r\n${head.join('\r\n')}\r\n\r\n${text}`, () => {
        setTimeout(() => socket.destroy(), 2)
        socket.once('close', () => resolve())
      })
    })
  })
}
