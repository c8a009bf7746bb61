import { afterEach, beforeEach, expect, it } from 'vitest'
import { cast, STAGE } from '../../../demo/cast.ts'
import { DAY_MS, instant } from '#kernel/clock.ts'
import { myNotices } from '#modules/notices/contract.ts'
import { settle } from '#test/city/doors.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { openTools } from '#test/city/opened.ts'
import { askNeed, bringNeed, endStay, listStays, startStay } from './contract-stays.ts'
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
  await house.send(wang(), askNeed, { id: need, stay: stay.id, kind: 'medicine', text: '降压药' })
  await house.relay()
  expect((await house.ask(wang(), myNotices, {})).rows[0]).toMatchObject({ kind: 'relief_stay' })
  expect((await house.ask(helper(), myNotices, {})).rows[0]).toMatchObject({ kind: 'relief_need' })
  expect((await house.ask(helper(), listStays, { waiting: true, mine: true })).rows).toMatchObject([
    { person: { name: '汪建平' }, mine: true, needs: [{ text: '降压药', can: ['bring'] }], can: ['ask'] },
  ])
  await house.send(helper(), bringNeed, { id: need, note: '放在门口' })
  await expect(house.send(helper(), bringNeed, { id: need })).rejects.toMatchObject({ code: 'already' })
  expect((await house.ask(wang(), listStays, {})).rows).toMatchObject([
    { needs: [{ broughtBy: { name: '余小青' }, note: '放在门口', can: [] }], can: ['ask'] },
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
