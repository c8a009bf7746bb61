import { afterEach, beforeEach, expect, it } from 'vitest'
import { ELSEWHERE, STAGE } from '../../../demo/cast.ts'
import { HOUR_MS, instant } from '#kernel/clock.ts'
import { type CastName, type House, openHouse } from '#test/city/house.ts'
import { issued } from '#test/city/orders.ts'
import { closeOrder } from './contract-after.ts'
import { answerOrder } from './contract-answers.ts'
import { ordersRoom } from './contract-room.ts'

let house: House
beforeEach(async () => void (house = await openHouse()))
afterEach(() => house.close())

const county = () => house.as('chenLixin')
const say = (order: string, who: CastName, state: 'done' | 'blocked', more: object = {}) =>
  house.send(house.as(who), answerOrder, { id: house.key() as never, order: order as never, state, ...more })

it('the command room sees all orders in force together, and where they are not answered', async () => {
  const early = await issued(house, county(), { title: '检查山塘水库' })
  house.clock.advance(HOUR_MS)
  const began = instant(house.clock.now())
  const order = await issued(house, county(), { title: '低洼户今夜转移', dueAt: instant(house.clock.now() + HOUR_MS) })
  await say(order.id, 'yuXuewen', 'done')
  await say(early.id, 'yuXiaoqing', 'blocked', { need: 'vehicle', note: '路断了' })

  const all = await house.ask(county(), ordersRoom, {})
  expect(all).toMatchObject({ place: STAGE.county, orders: 2, late: 0, tally: { done: 1, blocked: 1 } })
  expect(all.tally.addressed).toBe((order.addressed ?? 0) + (early.addressed ?? 0))
  expect(all.tally.silent).toBe(all.tally.addressed - 2)
  expect(all.places.map(({ place }) => place)).toEqual([STAGE.township])

  // Since the decision only one was issued; told apart by village, and past its deadline in two hours.
  house.clock.advance(2 * HOUR_MS)
  const since = await house.ask(county(), ordersRoom, { since: began, by: 'village' })
  expect(since).toMatchObject({ orders: 1, late: 1, tally: { done: 1, blocked: 0 } })
  expect(since.places.find(({ place }) => place === STAGE.village)).toMatchObject({ done: 1 })
  const grids = await house.ask(house.as('yuGuorong'), ordersRoom, { since: began })
  expect(grids.places.find(({ place }) => place === STAGE.grid)).toMatchObject({ addressed: 1, done: 1, silent: 0 })

  // What is over counts no more.
  await house.send(county(), closeOrder, { id: order.id })
  expect((await house.ask(county(), ordersRoom, { since: began })).orders).toBe(0)
})

it('is each place of its own, and a department counts its own orders alone', async () => {
  await issued(house, county())
  await expect(house.ask(house.as('huWeiping'), ordersRoom, { place: STAGE.county })).rejects.toMatchObject({
    code: 'forbidden',
  })
  await expect(house.ask(county(), ordersRoom, { place: ELSEWHERE.county })).rejects.toMatchObject({
    code: 'forbidden',
  })
  await expect(house.ask(house.as('yuXuewen'), ordersRoom, {})).rejects.toMatchObject({ code: 'forbidden' })
  expect((await house.ask(house.as('jiangHaibo'), ordersRoom, {})).orders).toBe(0)
  await issued(house, house.as('jiangHaibo'), { title: '检查山塘' })
  expect((await house.ask(house.as('jiangHaibo'), ordersRoom, {})).orders).toBe(1)
})
