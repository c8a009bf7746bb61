import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ELSEWHERE, STAGE } from '../../demo/cast.ts'
import type { Command } from '#kernel/contract.ts'
import { buildServer } from '#apps/server/server.ts'
import { slices } from '#apps/server/slices.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { EXPECTED } from './expected/all.ts'
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
]
const outward = [...slices.handlers.values()].filter(({ contract }) => !contract.inward)
const kept = outward
  .filter(({ keepsAnswer }) => keepsAnswer)
  .map(({ contract }): [string, Command] => [contract.name, contract])
/** What ends somebody's post or session, or changes the tree, comes last. */
const LAST = ['places.merge', 'places.split', 'places.rename', 'posts.handOver', 'posts.end', 'signin.revoke']
const inOrder = kept.toSorted(([a], [b]) => LAST.indexOf(a) - LAST.indexOf(b))

let house: House
let app: FastifyInstance
let players: Player[]
let first: Scene
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
  await app.listen({ port: 0, host: '127.0.0.1' })
}, 120_000)
afterAll(async () => {
  await app.close()
  await house.close()
})

const [LETTER, SESSION] = ['899999999999', id()]
/** Where what stands in the table would be done already by another command of this file. */
const INSTEAD: Record<string, () => Record<string, unknown>> = {
  'oversight.drop': () => ({ id: LETTER, reason: '无用' }),
  // Not the session that asks: a sender without his session is a stranger to his own key.
  'signin.revoke': () => ({ id: SESSION }),
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
  const who = players.find((one) =>
    name === 'signin.revoke' ? one.role === 'township_room' : trial?.expected(one) === 'answers',
  )
  if (!trial || !who) throw new Error(`nobody may ${name}`)
  const scene = name.startsWith('cases.') ? await setScene(house, players, ['grid_worker', 'village_cadre']) : first
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
  expect(answers[0]).toMatchObject({ status: 200 })
  expect(new Set(answers.map((one) => `${one.status} ${one.body}`)).size).toBe(1)
  expect(await house.rows(`select from kernel.command where id = '${key}'`)).toHaveLength(1)
  const [done] = await house.rows<{ n: number }>(
    `select count(distinct request)::int as n from kernel.record where kind = 'command' and name = '${name}' and seq > ${mark?.seq ?? 0}`,
  )
  expect(done?.n).toBe(1)
  expect(JSON.parse((await send(headers, otherBody(body))).body)).toMatchObject({ code: 'key_reused' })
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

/** The same thing said otherwise: whatever the contract lets differ. */
function otherBody(body: Record<string, unknown>): Record<string, unknown> {
  // Reasons that are codes cannot be said otherwise.
  if (typeof body['reason'] === 'string' && !/^\w+$/.test(body['reason']))
    return { ...body, reason: `${body['reason']}!` }
  if ('unsent' in body) return { ...body, unsent: 7 }
  if ('law' in body) return { ...body, law: '另一部法' }
  if ('answers' in body) return { ...body, certainty: 'doubtful' }
  if ('until' in body && !('id' in body)) return { ...body, until: '2026-12-31' }
  if ('phone' in body) return { ...body, phone: '15405709999' }
  if ('ids' in body) return { ...body, ids: [id()] }
  if ('number' in body) return { ...body, secret: 'wrongwrongwrong1' }
  if ('codes' in body) return { ...body, codes: [ELSEWHERE.grid, STAGE.grid] }
  if ('code' in body) return { ...body, reason: '另一个理由' }
  return { ...body, id: /^\d+$/.test(String(body['id'])) ? '123456789' : id() }
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
