import { afterEach, beforeEach, expect, it } from 'vitest'
import { cast, STAGE } from '../../../demo/cast.ts'
import { DAY_MS, instant } from '#kernel/clock.ts'
import { myNotices } from '#modules/notices/contract.ts'
import { settle } from '#test/city/doors.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { openTools } from '#test/city/opened.ts'
import { askNeed, bringNeed, endStay, handStay, listStays, startStay } from './contract-stays.ts'
import { homeStay } from './levers.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
  await settle(house, ['wangJianping'])
})
afterEach(() => house.close())

const id = (): never => house.key() as never
const worker = () => house.as('yuXuewen')
const wang = () => house.as('wangJianping')
/** The helper is of the next grid. */
const helper = () => house.as('yuXiaoqing')
const start = (more: object = {}) =>
  house.send(house.as('huWeiping'), startStay, {
    id: id(),
    person: cast.wangJianping.id as never,
    basis: '柯城区疾控中心决定，《传染病防治法》第三十九条',
    helper: helper().post as never,
    until: instant(house.clock.now() + 7 * DAY_MS),
    ...more,
  })

it('is closed in peace', async () => {
  await expect(start()).rejects.toMatchObject({ code: 'not_open', detail: { capability: 'relief.homeStay' } })
})

it('has somebody who brings what is asked for, until the person may go out', async () => {
  await openTools(house, [homeStay])
  const stay = await start()
  expect(stay.place).toBe(STAGE.grid)
  await expect(start()).rejects.toMatchObject({ code: 'already' })
  const need = id()
  house.clock.advance(1000)
  await house.send(wang(), askNeed, { id: need, stay: stay.id, kind: 'medicine', text: '降压药' })
  await house.relay()
  expect((await house.ask(wang(), myNotices, {})).rows[0]).toMatchObject({ kind: 'relief_stay' })
  expect((await house.ask(helper(), myNotices, {})).rows[0]).toMatchObject({ kind: 'relief_need' })
  expect((await house.ask(helper(), listStays, { waiting: true, mine: true })).rows).toMatchObject([
    { person: { name: '汪建平' }, own: false, mine: true, needs: [{ text: '降压药', can: ['bring'] }], can: ['ask'] },
  ])
  const at = instant(house.clock.now())
  house.clock.advance(3_600_000)
  // Brought where there was no network: it counts from then.
  await house.send(helper(), bringNeed, { id: need, note: '放在门口', at })
  await expect(house.send(helper(), bringNeed, { id: need })).rejects.toMatchObject({ code: 'already' })
  expect((await house.ask(wang(), listStays, {})).rows).toMatchObject([
    { own: true, needs: [{ broughtBy: { name: '余小青' }, broughtAt: at, note: '放在门口', can: [] }], can: ['ask'] },
  ])
  expect((await house.ask(worker(), listStays, { waiting: true })).rows).toEqual([])
  await house.send(house.as('huWeiping'), endStay, { id: stay.id, reason: '检测阴性' })
  await expect(
    house.send(wang(), askNeed, { id: id(), stay: stay.id, kind: 'supplies', text: '米' }),
  ).rejects.toMatchObject({ code: 'gone' })
})

it('lasts no longer than it was said, nor than the hold', async () => {
  await openTools(house, [homeStay], { days: 10 })
  await expect(start({ until: instant(house.clock.now() + 11 * DAY_MS) })).rejects.toMatchObject({ code: 'invalid' })
  const stay = await start()
  house.clock.advance(7 * DAY_MS)
  await expect(
    house.send(wang(), askNeed, { id: id(), stay: stay.id, kind: 'supplies', text: '米' }),
  ).rejects.toMatchObject({ code: 'gone' })
})

it('is handed to somebody else with what is still waiting, and everybody concerned is told', async () => {
  await openTools(house, [homeStay])
  const stay = await start()
  await house.relay()
  expect((await house.ask(helper(), myNotices, {})).rows[0]).toMatchObject({ kind: 'relief_helps' })
  await house.send(wang(), askNeed, { id: id(), stay: stay.id, kind: 'supplies', text: '米和鸡蛋' })
  const hand = (post: string | null, who = house.as('huWeiping')) =>
    house.send(who, handStay, { id: stay.id, helper: post as never })
  await expect(hand(helper().post)).rejects.toMatchObject({ code: 'already' })
  await expect(hand(worker().post, helper())).rejects.toMatchObject({
    code: expect.stringMatching(/forbidden|not_found/),
  })
  await hand(worker().post)
  await house.relay()
  expect((await house.ask(helper(), listStays, { mine: true })).rows).toEqual([])
  expect((await house.ask(worker(), listStays, { mine: true, waiting: true })).rows).toMatchObject([
    { helper: { name: '余学文' }, needs: [{ text: '米和鸡蛋', can: ['bring'] }] },
  ])
  const kinds = async (who: ReturnType<typeof wang>) => (await house.ask(who, myNotices, {})).rows.map((n) => n.kind)
  expect(await kinds(wang())).toContain('relief_stay_helper')
  expect(await kinds(worker())).toContain('relief_helps')
  expect(await kinds(helper())).toContain('relief_helped')
  house.clock.advance(7 * DAY_MS)
  await expect(hand(helper().post)).rejects.toMatchObject({ code: 'gone' })
  expect((await house.ask(worker(), listStays, { live: true })).rows).toEqual([])
  expect((await house.ask(house.as('huWeiping'), listStays, { live: false })).rows).toMatchObject([{ can: ['end'] }])
})

it('is begun by name and phone together where people cannot be looked up', async () => {
  await openTools(house, [homeStay])
  const { name, phone } = cast.wangJianping
  const county = (called: { name: string; phone: string }) =>
    house.send(house.as('chenLixin'), startStay, {
      id: id(),
      called,
      basis: '柯城区疾控中心决定，《传染病防治法》第三十九条',
      helper: helper().post as never,
      until: instant(house.clock.now() + DAY_MS),
    })
  await expect(county({ name: '汪建民', phone })).rejects.toMatchObject({
    code: 'invalid',
    detail: { problems: [{ path: 'called', problem: 'not_in_city' }] },
  })
  expect(await county({ name, phone })).toMatchObject({ place: STAGE.grid })
})

it('is nobody else’s business', async () => {
  await openTools(house, [homeStay], { place: STAGE.city })
  const stay = await start()
  for (const who of ['yuXuewen', 'wangJianping', 'zhouChunxian'] as const)
    await expect(house.send(house.as(who), endStay, { id: stay.id, reason: '可以了' })).rejects.toMatchObject({
      code: expect.stringMatching(/forbidden|not_found/),
    })
  for (const who of ['xuLihua', 'zhouChunxian'] as const) {
    await expect(
      house.send(house.as(who), askNeed, { id: id(), stay: stay.id, kind: 'other', text: '打听' }),
    ).rejects.toMatchObject({ code: expect.stringMatching(/forbidden|not_found/) })
    expect((await house.ask(house.as(who), listStays, {})).rows).toEqual([])
  }
  await expect(start({ person: cast.xuLihua.id })).rejects.toMatchObject({
    code: expect.stringMatching(/invalid|forbidden/),
  })
})
