import { afterEach, beforeEach, expect, it } from 'vitest'
import { STAGE } from '../../../demo/cast.ts'
import { DAY_MS, dayOf } from '#kernel/clock.ts'
import { makeBond } from '#modules/bonds/contract.ts'
import { claimWork, listReporting, offerWork } from '#modules/bonds/contract-reporting.ts'
import { type House, openHouse, START } from '#test/city/house.ts'
import { issued } from '#test/city/orders.ts'
import { answerOrder, noteCall, standIn } from './contract-answers.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
  await house.rows(`delete from bonds.bond where kind = 'department_community'`)
})
afterEach(() => house.close())

const id = (): never => house.key() as never
const village = () => house.as('yuGuorong')
/** Of the power supply, whose members have reported in at the village. */
const member = () => house.as('wuJianhua')
const grid = () => house.as('yuXuewen')
const counted = async () =>
  (await house.ask(village(), listReporting, { place: STAGE.village })).departments.map(({ orders }) => orders)
const say = (order: never, state: 'received' | 'done') =>
  house.send(member(), answerOrder, { id: id(), order, for: grid().post as never, state })

it('双报到: an order that a member did in somebody’s stead counts for his department, where it reports in', async () => {
  await house.send(village(), makeBond, {
    id: id(),
    kind: 'department_community',
    from: { kind: 'organ', id: member().organ ?? '' },
    to: { kind: 'place', id: STAGE.village },
    until: dayOf(START + 60 * DAY_MS),
  })
  const work = id()
  const seats = {
    place: STAGE.village,
    title: '巡堤守夜',
    seats: 2,
    from: dayOf(START),
    until: dayOf(START + 60 * DAY_MS),
  }
  await house.send(village(), offerWork, { id: work, ...seats })
  await house.send(member(), claimWork, { id: id(), work })
  await house.send(village(), standIn, { of: grid().post as never, by: member().post as never, reason: '下沉顶岗' })
  const orderOf = async (title: string) =>
    (await issued(house, house.as('chenLixin'), { title, audience: { within: [STAGE.grid] } })).id as never
  const first = await orderOf('今夜巡堤')
  await say(first, 'received')
  expect(await counted()).toEqual([0])
  house.clock.advance(60_000)
  await say(first, 'done')
  expect(await counted()).toEqual([1])
  // What whoever holds the post did himself is not the department's, nor what was told on the phone.
  house.clock.advance(60_000)
  await house.send(grid(), answerOrder, { id: id(), order: await orderOf('再巡一遍'), state: 'done' })
  const third = await orderOf('守涵洞')
  await house.send(house.as('chenLixin'), noteCall, {
    id: id(),
    order: third,
    who: grid().post as never,
    state: 'done',
    note: '电话里说守着了',
  })
  expect(await counted()).toEqual([1])
})
