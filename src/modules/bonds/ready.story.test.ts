import { afterAll, beforeAll, expect, it } from 'vitest'
import { myNotices } from '#modules/notices/contract.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { settleRoad, unbound } from '#test/city/road.ts'
import { cast, STAGE } from '../../../demo/cast.ts'
import { findReady, makeBond } from './contract.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
  await unbound(house)
})
afterAll(() => house.close())

it('who stands ready is found by name below a county, page by page, with what he has; who is bound in person is told', async () => {
  const homes = await settleRoad(house, 2)
  const to = { kind: 'household' as const, id: homes[0]?.household ?? '' }
  const from = { kind: 'person' as const, id: cast.wangJianping.id }
  await house.send(house.as('yuGuorong'), makeBond, { id: house.key() as never, kind: 'member_household', from, to })
  await house.relay()
  expect((await house.ask(house.as('wangJianping'), myNotices, {})).rows.map(({ kind }) => kind)).toContain(
    'bond_given',
  )

  const find = (who: Parameters<House['as']>[0], more: object = {}) =>
    house.ask(house.as(who), findReady, { place: STAGE.county, kind: 'member_household', limit: 5, ...more } as never)
  const first = await find('chenLixin')
  expect(first.rows).toHaveLength(5)
  const second = await find('chenLixin', { cursor: first.next })
  expect(second.rows.some(({ id }) => first.rows.some((row) => row.id === id))).toBe(false)
  const [one] = first.rows
  const named = await find('chenLixin', { text: one?.name.slice(0, 2), limit: 50 })
  expect(named.rows).toContainEqual(one)
  expect(named.rows.every(({ name }) => name.includes(one?.name.slice(0, 2) ?? '?'))).toBe(true)
  await expect(find('zhuJianjun')).rejects.toMatchObject({ code: 'forbidden' })
  await expect(find('wangJianping')).rejects.toMatchObject({ code: 'forbidden' })
})
