import { afterEach, beforeEach, expect, it } from 'vitest'
import { STAGE } from '../../../demo/cast.ts'
import { DAY_MS, HOUR_MS, instant } from '#kernel/clock.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { drafted, issued } from '#test/city/orders.ts'
import { issueOrder } from './contract.ts'
import { amendOrder, relayOrder, withdrawOrder } from './contract-after.ts'
import { answerOrder, callList, coverage, myOrders } from './contract-answers.ts'
import { checkOrder } from './contract-outlet.ts'

let house: House
beforeEach(async () => void (house = await openHouse()))
afterEach(() => house.close())
const county = () => house.as('chenLixin')
const water = () => house.as('jiangHaibo')
const audience = { within: [STAGE.village], roles: ['grid_worker' as const] }
/** What is asked of the first grid of the village, day by day. */
const asked = async () =>
  (
    await house.rows<{ day: string; minutes: number; orders: number }>(
      `select day::text as day, minutes, orders from orders.load where place = '${STAGE.grid}' and (minutes > 0 or orders > 0) order by day`,
    )
  ).map(({ day, minutes, orders }) => [day, minutes, orders])

it('goes with an order to the day it is amended to, and is taken from there when it is withdrawn', async () => {
  const tomorrow = instant(house.clock.now() + DAY_MS + 8 * HOUR_MS)
  await issued(house, water(), { minutes: 30, dueAt: tomorrow, audience })
  const order = await issued(house, county(), { minutes: 60, audience })
  expect(await asked()).toEqual([
    ['2026-09-01', 60, 1],
    ['2026-09-02', 30, 1],
  ])
  const changed = { id: order.id, base: 1, dueAt: tomorrow, why: '雨下得晚一天' }
  await house.send(county(), amendOrder, changed)
  expect(await asked()).toEqual([['2026-09-02', 90, 2]])
  await house.send(county(), withdrawOrder, { id: order.id, why: '不用了' })
  expect(await asked()).toEqual([['2026-09-02', 30, 1]])
})

it('is asked once of those whose order is superseded by another', async () => {
  const old = await issued(house, county(), { minutes: 100, audience })
  const next = await drafted(house, county(), { minutes: 110, audience, supersedes: old.id })
  expect(await house.ask(county(), checkOrder, { id: next.id })).toMatchObject({
    needsSignature: false,
    budget: { minutes: 110 },
  })
  expect((await house.send(county(), issueOrder, { id: next.id })).state).toBe('issued')
  expect(await asked()).toEqual([['2026-09-01', 110, 1]])
})

it('leaves nothing open with whoever answers in the moment in which an order is withdrawn', async () => {
  const { id: order } = await issued(house, county(), { audience })
  const yu = house.as('yuXuewen')
  const said = await house.p.db.pool.begin(async (q) => {
    await q.unsafe(`select from orders.recipient where "order" = '${order}' for update`)
    const word = { id: uuidv7(house.clock.now()) as never, order, state: 'received' as const }
    const answering = house.send(yu, answerOrder, word)
    await new Promise((resolve) => setTimeout(resolve, 400))
    await q.unsafe(`select orders.close_recipients('${order}')`)
    await q.unsafe(
      `update orders.order set state = 'withdrawn', why = '不用了', ended_at = now(), next_at = null where id = '${order}'`,
    )
    return { answering }
  })
  await said.answering
  expect((await house.ask(yu, myOrders, {})).rows).toEqual([])
})

it('waits for nobody, and calls nobody, by an order that was passed on and withdrawn there', async () => {
  const order = await issued(house, county(), { audience: { within: [STAGE.county], roles: ['township_room'] } })
  const room = house.as('huWeiping')
  const child = await house.send(room, relayOrder, {
    id: uuidv7(house.clock.now()) as never,
    parent: order.id,
    text: '先看塌方点',
    audience,
  })
  const waiting = async () => (await house.ask(county(), callList, { id: order.id })).rows.length
  expect(await waiting()).toBe((order.addressed ?? 0) + 2)
  await house.send(room, withdrawOrder, { id: child.id, why: '村里已经看过' })
  expect(await waiting()).toBe(order.addressed)
  const whole = await house.ask(county(), coverage, { id: order.id })
  expect(whole).toMatchObject({ relayed: 0, tally: { addressed: order.addressed } })
})
