import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { ask } from '#kernel/ask.ts'
import type { Actor } from '#kernel/authorise.ts'
import { DAY_MS, HOUR_MS } from '#kernel/clock.ts'
import { getCase, reportCase } from '#modules/cases/contract.ts'
import { commentCase } from '#modules/cases/contract-acts.ts'
import { myNotices } from '#modules/notices/contract.ts'
import { getResident } from '#modules/people/contract-residents.ts'
import { cast, STAGE } from '../../../demo/cast.ts'
import { type CastName, type House, openHouse } from '#test/city/house.ts'
import { listLooks } from './contract.ts'
import { askDelay, decideDelay } from './contract-disclosure.ts'
import { breakGlass, closeGlass, GlassId, listGlasses } from './contract-glass.ts'

let house: House
let wang: Actor
let zhu: Actor
let report: never
beforeAll(async () => {
  house = await openHouse()
  wang = house.as('wangJianping')
  // Of the command of another county: nothing of the stage is in his reach.
  zhu = house.as('zhuJianjun')
  report = house.key() as never
  const input = { id: report, secret: 'a1B2c3D4e5F6g7H8', channel: 'town' as const, kind: '05-01', place: STAGE.grid }
  await house.send(wang, reportCase, { ...input, description: '工地拖欠了三个月的工资' })
})
afterAll(() => house.close())
beforeEach(() => house.clock.advance(2 * DAY_MS))

const REASON = '老人独自在江山走失，需要马上联系家人'
const newId = () => GlassId.parse(house.key())
const smash = (by: Actor, more: object = {}) =>
  house.send(by, breakGlass, { id: newId(), person: cast.wangJianping.id as never, reason: REASON, ...more })
const through = (by: Actor, glass: string | undefined) =>
  ask(house.p, by, getCase.name, { id: report }, { request: house.key(), glass })
const glasses = async (who: CastName | Actor, input = {}) =>
  (await house.ask(typeof who === 'string' ? house.as(who) : who, listGlasses, input)).rows

it('opens what is out of reach, with a reason; the person is told at once and sees each look', async () => {
  await expect(through(zhu, undefined)).rejects.toMatchObject({ code: 'not_found' })
  const { id, name } = await smash(zhu)
  expect(name).toBe('汪建平')
  expect(await through(zhu, id)).toMatchObject({ id: report })
  await house.relay()
  const notice = (await house.ask(wang, myNotices, {})).rows.find(({ kind }) => kind === 'glass_broken')
  expect(notice).toMatchObject({
    kind: 'glass_broken',
    subject: id,
    urgent: true,
    params: { office: expect.stringContaining('江山') },
  })
  const { rows } = await house.ask(wang, listLooks, {})
  expect(rows.slice(0, 2)).toMatchObject([
    { what: 'cases.get', purpose: { key: 'break_glass' }, glass: { reason: REASON } },
    { what: 'consents.breakGlass', purpose: { key: 'break_glass' } },
  ])
})

it('shows the person as his own grid worker sees him, and nobody beside', async () => {
  const resident = (glass?: string, id: string = cast.wangJianping.id) =>
    ask(house.p, zhu, getResident.name, { id }, { request: house.key(), glass })
  await expect(resident()).rejects.toMatchObject({ code: 'forbidden' })
  const { id } = await smash(zhu)
  expect(await resident(id)).toMatchObject({ resident: { id: cast.wangJianping.id } })
  await expect(resident(id, cast.yuWeidong.id)).rejects.toMatchObject({ code: 'not_found' })
})

it('ends by itself after three hours, for this actor and post alone', async () => {
  const { id, endsAt } = await smash(zhu)
  expect(Date.parse(endsAt) - house.clock.now()).toBe(3 * HOUR_MS)
  await expect(through(house.as('chenLixin'), id)).rejects.toMatchObject({ code: 'gone' })
  await expect(through({ ...zhu, post: house.key() }, id)).rejects.toMatchObject({ code: 'gone' })
  await expect(through(wang, id)).rejects.toMatchObject({ code: 'forbidden' })
  house.clock.advance(3 * HOUR_MS - 1)
  await through(zhu, id)
  house.clock.advance(1)
  await expect(through(zhu, id)).rejects.toMatchObject({ code: 'gone' })
  await expect(
    house.rows(`update consents.glass set ends_at = ends_at + interval '1 second' where id = '${id}'`),
  ).rejects.toThrow(/check/)
})

it('is closed early by whoever opened it, and by nobody else', async () => {
  const { id } = await smash(zhu)
  await expect(house.send(house.as('chenLixin'), closeGlass, { id })).rejects.toMatchObject({ code: 'not_found' })
  await house.send(zhu, closeGlass, { id })
  await expect(through(zhu, id)).rejects.toMatchObject({ code: 'gone' })
  await expect(house.send(zhu, closeGlass, { id })).rejects.toMatchObject({ code: 'already' })
})

it('finds a person by full name and number together, never by one of them', async () => {
  const { phone, name } = cast.wangJianping
  expect(await smash(zhu, { person: undefined, name, phone })).toMatchObject({ person: cast.wangJianping.id })
  await expect(smash(zhu, { person: undefined, name: '王', phone })).rejects.toMatchObject({ code: 'not_found' })
  await expect(smash(zhu, { person: undefined, phone })).rejects.toMatchObject({ code: 'invalid' })
  await expect(smash(zhu, { reason: '急' })).rejects.toMatchObject({ code: 'invalid' })
})

it('is listed for auditors with what was looked at through it, and for whoever opened it', async () => {
  const { id } = await smash(zhu)
  await through(zhu, id)
  await through(zhu, id)
  const [seen] = await glasses('yeWenjing', { open: true })
  expect(seen).toMatchObject({
    id,
    reason: REASON,
    open: true,
    told: true,
    looks: 2,
    name: null,
    by: '祝建军 · 指挥中心 主任',
  })
  expect(await glasses(zhu, { open: true })).toMatchObject([{ id, name: '汪建平' }])
  expect(await glasses('huWeiping')).toEqual([])
  house.clock.advance(3 * HOUR_MS)
  expect(await glasses('yeWenjing', { open: true })).toEqual([])
})

it('stays rare: five a day and no more; nobody breaks his own, and some have no business with it', async () => {
  for (let i = 0; i < 5; i++) await smash(house.as('maoXuefen'))
  await expect(smash(house.as('maoXuefen'))).rejects.toMatchObject({ code: 'too_many' })
  await expect(smash(zhu, { person: zhu.person })).rejects.toMatchObject({ code: 'same_person' })
  for (const who of ['wuKai', 'zhengLan', 'yeWenjing', 'xuLihua'] as const)
    await expect(smash(house.as(who)), who).rejects.toMatchObject({ code: 'forbidden' })
  await expect(smash(house.nobody)).rejects.toMatchObject({ code: 'unauthenticated' })
})

it('opens no command: what lies out of reach is read, never touched', async () => {
  await smash(zhu)
  await expect(house.send(zhu, commentCase, { id: report, note: '我也看到了' })).rejects.toMatchObject({
    code: 'not_found',
  })
})

it('tells the person when the delay is over, where the law delays looks of that office', async () => {
  const delay = house.key() as never
  const appearsOn = new Date(house.clock.now() + 8 * HOUR_MS + 5 * DAY_MS).toISOString().slice(0, 10)
  const why = '刑事侦查需要，提前告知将妨碍履行法定职责'
  await house.send(zhu, askDelay, {
    id: delay,
    person: cast.wangJianping.id as never,
    article: 'pipl_35',
    reason: why,
    appearsOn,
  })
  await house.send(house.as('zhuGuoliang'), decideDelay, { id: delay, approve: true })
  const before = (await house.ask(wang, listLooks, {})).rows.length
  const { id } = await smash(zhu)
  await through(zhu, id)
  const told = async () => {
    await house.sweep()
    await house.relay()
    return (await house.ask(wang, myNotices, {})).rows.some(({ subject }) => subject === id)
  }
  expect(await told()).toBe(false)
  expect((await house.ask(wang, listLooks, {})).rows).toHaveLength(before)
  expect((await glasses('yeWenjing', { open: true }))[0]).toMatchObject({ id, told: false })
  house.clock.advance(5 * DAY_MS)
  expect(await told()).toBe(true)
  expect((await house.ask(wang, listLooks, {})).rows).toHaveLength(before + 2)
})
