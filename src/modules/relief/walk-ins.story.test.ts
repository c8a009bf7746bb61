import { afterEach, beforeEach, expect, it } from 'vitest'
import { cast, STAGE } from '../../../demo/cast.ts'
import { HOUR_MS, instant } from '#kernel/clock.ts'
import { settle } from '#test/city/doors.ts'
import { type CastName, type House, openHouse } from '#test/city/house.ts'
import { closeTools, openTools } from '#test/city/opened.ts'
import { closeShelter, evacuate, listShelters, openShelter } from './contract-evacuation.ts'
import { listWalkIns, seeOff, takeIn } from './contract-walk-ins.ts'
import { evacuation, shelters } from './levers.ts'

let house: House
beforeEach(async () => void (house = await openHouse()))
afterEach(() => house.close())

const id = (): never => house.key() as never
const now = () => instant(house.clock.now())
const room = () => house.as('huWeiping')
/** Stands in the 2nd grid; whoever answers for it is of the 1st. */
async function hall(beds = 2) {
  const shelter = { id: id(), place: STAGE.grid, name: '余东村文化礼堂', address: '余东村 8 号', beds }
  await house.send(room(), openShelter, { ...shelter, contact: house.as('yuXiaoqing').post as never })
  return shelter.id
}
const arrives = (shelter: never, more: object = {}, who: CastName = 'yuXiaoqing') => {
  house.clock.advance(1000)
  return house.send(house.as(who), takeIn, {
    id: id(),
    shelter,
    name: '陈阿姨',
    from: '对岸石坝,水漫过桥回不去',
    at: now(),
    ...more,
  })
}
const counts = async () =>
  (await house.ask(house.nobody, listShelters, {})).rows.map(({ inside, free }) => [inside, free])

it('is closed in peace', async () => {
  const under = await openTools(house, [shelters])
  const shelter = await hall()
  await closeTools(house, under)
  house.clock.advance(1)
  await expect(arrives(shelter)).rejects.toMatchObject({ code: 'not_found' })
  await expect(hall()).rejects.toMatchObject({ code: 'not_open', detail: { capability: 'relief.shelters' } })
})

it('takes in who stands at the door, with a phone or without, also when it is full; they lie in a bed and leave again', async () => {
  await openTools(house, [shelters])
  const shelter = await hall()
  expect(await arrives(shelter)).toMatchObject({ inside: 1, beds: 2 })
  expect(await counts()).toEqual([[1, 1]])
  const { phone, name } = cast.wangJianping
  await arrives(shelter, { name, phone, from: '第2网格' })
  expect(await arrives(shelter, { name: '小宝', from: '和陈阿姨一起' })).toMatchObject({ inside: 3, beds: 2 })
  const { rows } = await house.ask(house.as('yuXiaoqing'), listWalkIns, { shelter })
  expect(rows).toMatchObject([
    { name: '陈阿姨', phoneMasked: null, can: ['seeOff'] },
    { name: '汪建平', phoneMasked: expect.stringMatching(/\*{4}/) },
    { name: '小宝', leftAt: null },
  ])
  // The same phone is not in two beds.
  await expect(arrives(shelter, { name, phone })).rejects.toMatchObject({ code: 'already' })
  await expect(house.send(room(), closeShelter, { id: shelter, reason: '水退了' })).rejects.toMatchObject({
    code: 'conflict',
  })
  house.clock.advance(HOUR_MS)
  for (const one of rows) await house.send(house.as('yuXiaoqing'), seeOff, { id: one.id, to: '自己回家', at: now() })
  await expect(
    house.send(house.as('yuXiaoqing'), seeOff, { id: rows[0]?.id as never, to: '家', at: now() }),
  ).rejects.toMatchObject({ code: 'already' })
  expect(await counts()).toEqual([[0, 2]])
  expect((await house.ask(room(), listWalkIns, { shelter })).rows).toEqual([])
  expect((await house.ask(room(), listWalkIns, { shelter, left: true })).rows).toHaveLength(3)
  await house.send(room(), closeShelter, { id: shelter, reason: '都走了' })
  await expect(arrives(shelter)).rejects.toMatchObject({ code: 'gone' })
  const about = await house.rows<{ name: string }>(
    `select distinct name from kernel.record where about = '${cast.wangJianping.id}' and name like 'relief.%' order by name`,
  )
  expect(about.map((one) => one.name)).toEqual(['relief.seeOff', 'relief.takeIn', 'relief.walkIns'])
})

it('counts nobody twice: who is on a list is said to have arrived', async () => {
  await settle(house, ['wangJianping'])
  await openTools(house, [shelters, evacuation])
  const shelter = await hall(4000)
  await house.send(room(), evacuate, { id: id(), place: STAGE.grid, shelter })
  const { phone, name } = cast.wangJianping
  await expect(arrives(shelter, { name, phone })).rejects.toMatchObject({
    code: 'already',
    detail: { problems: [{ path: 'phone', problem: 'on_a_list' }] },
  })
})

it('puts nobody on a list who is in a shelter by himself', async () => {
  const home = await settle(house, ['wangJianping'])
  await openTools(house, [shelters, evacuation])
  const shelter = await hall()
  const { phone, name } = cast.wangJianping
  await arrives(shelter, { name, phone })
  const listing = { id: id(), place: STAGE.grid, households: [home.household as never], shelter }
  expect(await house.send(room(), evacuate, listing)).toMatchObject({ listed: 0, already: 1 })
  expect(await counts()).toEqual([[1, 1]])
})

it('is the matter of who answers for the shelter and of who is near it', async () => {
  await openTools(house, [shelters])
  const shelter = await hall()
  for (const who of ['yuXiaoqing', 'yuXuewen', 'yuGuorong', 'huWeiping'] as const) {
    await arrives(shelter, {}, who)
    const [seen] = (await house.ask(house.as(who), listShelters, {})).rows
    expect(seen?.can, who).toContain('takeIn')
  }
  for (const who of ['zhouChunxian', 'jiangHaibo', 'wangJianping'] as const) {
    await expect(arrives(shelter, {}, who), who).rejects.toMatchObject({ code: 'forbidden' })
    await expect(house.ask(house.as(who), listWalkIns, { shelter }), who).rejects.toMatchObject({
      code: expect.stringMatching(/forbidden|not_found/),
    })
    expect((await house.ask(house.as(who), listShelters, {})).rows[0]?.can, who).toEqual([])
  }
  await expect(arrives(shelter, { at: instant(house.clock.now() + HOUR_MS) })).rejects.toMatchObject({
    code: 'invalid',
  })
})
