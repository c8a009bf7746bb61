import { afterAll, beforeAll, expect, it } from 'vitest'
import { DAY_MS } from '#kernel/clock.ts'
import { type House, openHouse, START } from '#test/city/house.ts'
import { dutyList } from './api.ts'
import { dutyHistory, listDuties, listLines, reviseDuty, suggestDuty } from './contract.ts'

/** 路灯: led by urban management or power, as shipped. */
const LAMP = '05-01'
let house: House
beforeAll(async () => void (house = await openHouse()))
afterAll(() => house.close())

const city = () => house.as('zhuGuoliang')
const on = async (day?: string) =>
  (await house.ask(house.nobody, listDuties, { day })).rows.find(({ code }) => code === LAMP)
const revise = (from: string, changes: object, key?: string) =>
  house.send(city(), reviseDuty, { code: LAMP, from, reason: '路灯要更快修好', changes }, key)

it('ships 14 classes and more than 110 kinds that anybody may read', async () => {
  const { rows, classes } = await house.ask(house.nobody, listDuties, {})
  expect(classes).toHaveLength(14)
  expect(rows.length).toBeGreaterThan(110)
  expect(rows.every(({ version, from, to }) => version === 1 && from === '2018-01-01' && to === null)).toBe(true)
  expect((await house.ask(house.nobody, listLines, {})).rows.map(({ key }) => key)).toContain('power')
})

it('finds the kind from what a resident says', async () => {
  const { rows } = await house.ask(house.nobody, suggestDuty, { text: '村口3号路灯不亮了' })
  expect(rows[0]).toMatchObject({ code: LAMP, className: { zh: '公共设施' } })
  expect(rows.length).toBeLessThanOrEqual(5)
  expect((await house.ask(house.nobody, suggestDuty, { text: '!!!' })).rows).toEqual([])
})

it('takes a new version from a day on; the day before, the old one still holds', async () => {
  const before = await on()
  const key = house.key()
  const [revised, again] = await Promise.all([
    revise('2026-10-01', { handleHours: 6 }, key),
    revise('2026-10-01', { handleHours: 6 }, key),
  ])
  expect(revised).toEqual(again)
  expect(revised).toMatchObject({
    code: LAMP,
    version: 2,
    from: '2026-10-01',
    to: null,
    handleHours: 6,
    acceptHours: before?.acceptHours,
  })
  await house.relay()
  expect(await on()).toEqual({ ...before, to: '2026-10-01' })
  expect(await on('2026-09-30')).toMatchObject({ version: 1 })
  expect(await on('2026-10-01')).toEqual(revised)
})

it('routes by the new version once its day has come, without a restart', async () => {
  const duties = await dutyList(house.p)
  expect(duties.get(LAMP)?.version).toBe(1)
  house.clock.advance(31 * DAY_MS)
  expect((await dutyList(house.p)).get(LAMP)?.version).toBe(2)
  house.clock.set(START)
  expect(duties.version(LAMP, 1)?.handleHours).not.toBe(6)
})

it('keeps the whole history, with who and why', async () => {
  await revise('2026-10-01', { handleHours: 7 })
  await house.relay()
  const { rows } = await house.ask(house.nobody, dutyHistory, { code: LAMP })
  expect(rows.map(({ version, handleHours, to, by, reason }) => ({ version, handleHours, to, by, reason }))).toEqual([
    { version: 3, handleHours: 7, to: null, by: '指挥中心 主任', reason: '路灯要更快修好' },
    { version: 2, handleHours: 6, to: '2026-10-01', by: '指挥中心 主任', reason: '路灯要更快修好' },
    { version: 1, handleHours: rows[2]?.handleHours, to: '2026-10-01', by: null, reason: '随平台提供的初始清单' },
  ])
})

it('finds by words that were added', async () => {
  house.clock.set(START)
  await house.send(city(), reviseDuty, {
    code: LAMP,
    from: '2026-09-01',
    reason: '居民这么说',
    changes: { synonyms: ['黑咕隆咚'] },
  })
  await house.relay()
  const { rows } = await house.ask(house.nobody, suggestDuty, { text: '村口黑咕隆咚的' })
  expect(rows[0]?.code).toBe(LAMP)
})

it('refuses the past, an unknown kind or line, and levels out of order', async () => {
  await expect(revise('2026-08-31', { handleHours: 6 })).rejects.toMatchObject({
    code: 'invalid',
    detail: { problems: [{ path: 'from', problem: 'in_the_past' }] },
  })
  await expect(
    house.send(city(), reviseDuty, { code: '99-99', from: '2026-10-01', reason: '没有', changes: {} }),
  ).rejects.toMatchObject({ code: 'not_found' })
  await expect(revise('2026-10-01', { line: 'moon' })).rejects.toMatchObject({
    detail: { problems: [{ path: 'changes.line' }] },
  })
  await expect(revise('2026-10-01', { startLevel: 'city' })).rejects.toMatchObject({
    detail: { problems: [{ path: 'changes.startLevel' }] },
  })
})

it('lets two that revise at once both have their version', async () => {
  const versions = await Promise.all([
    revise('2026-11-01', { acceptHours: 3 }),
    revise('2026-11-01', { acceptHours: 4 }),
  ])
  const numbers = versions.map(({ version }) => version)
  expect(Math.abs((numbers[1] ?? 0) - (numbers[0] ?? 0))).toBe(1)
})

it.each(['huWeiping', 'chenLixin', 'yeWenjing', 'wangJianping', 'zhengLan'] as const)(
  'refuses %s, who may read but not change it',
  async (who) => {
    await expect(
      house.send(house.as(who), reviseDuty, { code: LAMP, from: '2026-10-01', reason: '试试', changes: {} }),
    ).rejects.toMatchObject({ code: 'forbidden' })
  },
)

it('lets the system administrator change it, and puts what was done and refused on record', async () => {
  const wuKai = house.as('wuKai')
  const [done, refused] = [house.key(), house.key()]
  await house.send(
    wuKai,
    reviseDuty,
    { code: LAMP, from: '2026-12-01', reason: '年底', changes: { urgent: true } },
    done,
  )
  await house
    .send(house.as('huWeiping'), reviseDuty, { code: LAMP, from: '2026-12-01', reason: '年底', changes: {} }, refused)
    .catch(() => {})
  const record = (request: string) =>
    house.rows(`select kind, name, outcome, person, place from kernel.record where request = '${request}'`)
  expect(await record(done)).toEqual([
    { kind: 'command', name: 'duties.revise', outcome: 'done', person: wuKai.person, place: '3308' },
  ])
  expect(await record(refused)).toMatchObject([{ kind: 'refusal', name: 'duties.revise', outcome: 'forbidden' }])
})
