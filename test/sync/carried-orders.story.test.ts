import { afterAll, beforeAll, expect, it } from 'vitest'
import { STAGE } from '../../demo/cast.ts'
import { myOrder, myOrders } from '#modules/orders/contract-answers.ts'
import { takeBundle } from '#modules/sync/contract.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { issued } from '#test/city/orders.ts'
import { Phone } from './phone.ts'

let house: House
beforeAll(async () => void (house = await openHouse()))
afterAll(() => house.close())

it('a phone takes along the orders that wait for its owner, as its screens ask for them, and nobody else’s', async () => {
  const order = await issued(house, house.as('huWeiping'), {
    audience: { within: [STAGE.grid], roles: ['grid_worker'] },
  })
  const bundleOf = async (who: 'yuXuewen' | 'yuXiaoqing') => {
    const phone = new Phone(house, who)
    await phone.register()
    const { entries } = await house.ask(phone.actor, takeBundle, { device: phone.device as never })
    return entries.filter(({ query }) => query === myOrders.name || query === myOrder.name)
  }
  const mine = await bundleOf('yuXuewen')
  expect(mine.map(({ query, input }) => [query, input])).toEqual([
    [myOrders.name, { open: true, limit: 30 }],
    [myOrder.name, { id: order.id }],
  ])
  expect((await bundleOf('yuXiaoqing')).map(({ query }) => query)).toEqual([myOrders.name])
})
