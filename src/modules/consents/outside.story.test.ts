import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { noteLooks } from '#kernel/audit.ts'
import type { Actor } from '#kernel/authorise.ts'
import { DAY_MS, dayOf, instant } from '#kernel/clock.ts'
import { buildServer } from '#apps/server/server.ts'
import { cast } from '../../../demo/cast.ts'
import { type House, openHouse, START } from '#test/city/house.ts'
import { listLooks } from './contract.ts'
import { addOutside, endOutside, listOutside, OUTSIDE_ACTS, OutsideId } from './contract-outside.ts'

let house: House
let app: FastifyInstance
let wang: Actor
let keeper: Actor
let token: string
beforeAll(async () => {
  house = await openHouse()
  app = await buildServer(house.p, { docs: false, perMinute: 1e6 })
  wang = house.as('wangJianping')
  keeper = house.as('zhengLan')
  token = (await add()).token
})
afterAll(async () => {
  await app.close()
  await house.close()
})

const userCode = cast.wangJianping.idNumber ?? ''
const newId = () => OutsideId.parse(house.key())
const add = (more: object = {}) =>
  house.send(keeper, addOutside, {
    id: newId(),
    code: 'zj/gov/hospital-register',
    name: { zh: '省健康档案系统' },
    may: [...OUTSIDE_ACTS],
    endsOn: dayOf(house.clock.now() + 90 * DAY_MS),
    ...more,
  })
async function knock(name: string, body: object | undefined, bearer = token) {
  const headers = { authorization: `Bearer ${bearer}`, 'idempotency-key': house.key() }
  const answer = await app.inject({
    method: body ? 'POST' : 'GET',
    url: `/api/consents.${name}`,
    headers,
    ...(body ? { payload: body } : {}),
  })
  return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() }
}
const usage = (more: object = {}) => knock('findUsage', { userCode, userId: userCode, ...more })

it('answers as the Estonian tracker does: heartbeat, period, and who looked, newest first', async () => {
  expect(await knock('heartbeat', undefined)).toMatchObject({
    status: 200,
    body: { status: 'UP', system: '省健康档案系统' },
  })
  expect((await knock('usagePeriod', undefined)).body).toMatchObject({ periodEnd: instant(house.clock.now()) })
  const entry = { name: 'cases.get', kind: 'query' as const, outcome: 'done', request: house.key(), subject: null }
  for (const who of ['huWeiping', 'yuXuewen'] as const) {
    house.clock.advance(1000)
    await noteLooks(house.p.db, house.as(who), house.clock.now(), [
      { ...entry, place: null, purpose: 'case_handling', about: [cast.wangJianping.id], detail: {} },
    ])
  }
  const { status, body } = await usage()
  expect(status).toBe(200)
  expect(body).toMatchObject({
    totalUsages: 2,
    usages: [
      { action: '办理您反映的事', receiverCode: '330802211209002', receiverSystem: 'OpenPalm' },
      { receiverName: '沟溪乡综合信息指挥室', logtime: instant(START + 1000) },
    ],
  })
  expect((await usage({ offset: 1, limit: 1 })).body).toMatchObject({ usages: [{ action: '办理您反映的事' }] })
  expect((await usage({ periodEnd: instant(START) })).body).toMatchObject({ totalUsages: 0, usages: [] })
})

it('puts the asking itself on the page of the person', async () => {
  await usage()
  const [look] = (await house.ask(wang, listLooks, {})).rows
  expect(look).toMatchObject({
    what: 'consents.findUsage',
    organ: '省健康档案系统',
    purpose: { key: 'usage_exchange' },
  })
})

it('puts what an outside register tells of onto the same page, once', async () => {
  const told = {
    ref: 'a-1',
    userCode,
    logtime: instant(START - DAY_MS),
    action: '查看了就诊记录',
    receiverCode: 'h-17',
    receiverName: '衢州市人民医院',
  }
  const nobody = { ...told, ref: 'a-2', userCode: '110101199003078515' }
  expect((await knock('reportUsage', { usages: [told, nobody] })).body).toEqual({ taken: 1, unknown: 1 })
  expect((await knock('reportUsage', { usages: [told] })).body).toEqual({ taken: 0, unknown: 0 })
  const { rows } = await house.ask(wang, listLooks, {})
  expect(rows.filter(({ what }) => what === 'outside')).toMatchObject([
    { organ: '衢州市人民医院', post: '省健康档案系统', fields: '查看了就诊记录', at: told.logtime },
  ])
  const paged: string[] = []
  let cursor: string | undefined
  do {
    const page = await house.ask(wang, listLooks, { limit: 1, cursor })
    paged.push(...page.rows.map(({ id }) => id))
    cursor = page.next ?? undefined
  } while (cursor)
  expect(paged).toEqual(rows.map(({ id }) => id))
})

it('does what the credential names, and nothing that is everybody’s', async () => {
  const narrow = await add({ code: 'narrow', may: ['consents.heartbeat'] })
  expect((await knock('heartbeat', undefined, narrow.token)).status).toBe(200)
  expect((await knock('usagePeriod', undefined, narrow.token)).body).toMatchObject({ code: 'forbidden' })
  expect((await knock('purposes', undefined, token)).body).toMatchObject({ code: 'forbidden' })
  expect((await knock('looks', undefined, token)).body).toMatchObject({ code: 'forbidden' })
  for (const who of ['wuKai', 'yeWenjing', 'huWeiping', 'wangJianping'] as const)
    await expect(
      house.send(house.as(who), addOutside, {
        id: newId(),
        code: 'x/y/z',
        name: { zh: '甲' },
        may: ['consents.heartbeat'],
        endsOn: '2026-12-01',
      }),
      who,
    ).rejects.toMatchObject({ code: 'forbidden' })
  for (const act of OUTSIDE_ACTS) expect(Object.keys(house.p.slices.grants[act] ?? {}), act).toEqual(['outside_system'])
})

it('has a limit a minute, ends on its day, and can be taken back at once', async () => {
  const slow = await add({ code: 'slow', perMinute: 2 })
  const beats = async () => [
    await knock('heartbeat', undefined, slow.token),
    await knock('heartbeat', undefined, slow.token),
    await knock('heartbeat', undefined, slow.token),
  ]
  expect((await beats()).map(({ status }) => status)).toEqual([200, 200, 429])
  // Another process on the same database: it counts on, not anew.
  const second = await buildServer({ ...house.p }, { docs: false, perMinute: 1e6 })
  const there = await second.inject({
    method: 'GET',
    url: '/api/consents.heartbeat',
    headers: { authorization: `Bearer ${slow.token}` },
  })
  expect(there.statusCode).toBe(429)
  await second.close()
  house.clock.advance(60_000)
  expect((await knock('heartbeat', undefined, slow.token)).status).toBe(200)
  await house.send(keeper, endOutside, { id: slow.id })
  expect((await knock('heartbeat', undefined, slow.token)).body).toMatchObject({ code: 'unauthenticated' })
  await expect(house.send(keeper, endOutside, { id: slow.id })).rejects.toMatchObject({ code: 'not_found' })
  await expect(add({ code: 'long', endsOn: '2028-01-01' })).rejects.toMatchObject({ code: 'invalid' })
  const rows = (await house.ask(house.as('yeWenjing'), listOutside, {})).rows
  expect(rows.find(({ code }) => code === 'slow')).toMatchObject({ live: false })
  house.clock.advance(91 * DAY_MS)
  expect((await knock('heartbeat', undefined)).body).toMatchObject({ code: 'unauthenticated' })
  house.clock.advance(-91 * DAY_MS)
})

it('keeps no token, neither in a table nor in the answers of commands', async () => {
  const kept = await house.rows<{ found: boolean }>(
    `select exists (select from kernel.command where answer::text like '%opx\\_%') or exists (select from consents.outside_system where encode(token, 'escape') like 'opx%') as found`,
  )
  expect(kept).toEqual([{ found: false }])
})

it('says nothing of a number that nobody has, and takes it in no address', async () => {
  expect((await knock('findUsage', { userCode: '110101199003078515', userId: 'x' })).body).toMatchObject({
    code: 'not_found',
  })
  const asked = await app.inject({
    method: 'GET',
    url: `/api/consents.findUsage?userCode=${userCode}`,
    headers: { authorization: `Bearer ${token}` },
  })
  expect(asked.statusCode).toBe(404)
})
