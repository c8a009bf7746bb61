import { afterEach, beforeEach, expect, it } from 'vitest'
import { cast, STAGE } from '../../../demo/cast.ts'
import { HOUR_MS } from '#kernel/clock.ts'
import { tablesWithin } from '#kernel/destruction.ts'
import { myNotices } from '#modules/notices/contract.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { closeTools, openTools } from '#test/city/opened.ts'
import { getItem, itemSums, listItems, payItem, returnItem, takeItem } from './contract-requisition.ts'
import { reliefRoom } from './contract-room.ts'
import { requisition } from './levers.ts'

let house: House
beforeEach(async () => void (house = await openHouse()))
afterEach(() => house.close())

const id = (): never => house.key() as never
const county = () => house.as('chenLixin')
const take = (more: object = {}) =>
  house.send(county(), takeItem, {
    id: id(),
    place: STAGE.village,
    owner: { person: cast.wangJianping.id as never },
    item: '挖掘机',
    quantity: 1,
    unit: '台',
    worth: 300_000,
    condition: '八成新',
    purpose: '抢通道路',
    basis: '《突发事件应对法》第十二条',
    ...more,
  })

it('takes nothing in peace', async () => {
  await expect(take()).rejects.toMatchObject({ code: 'not_open', detail: { capability: 'relief.requisition' } })
})

it('takes against a receipt, gives back and pays also when nothing is open any more', async () => {
  const under = await openTools(house, [requisition])
  const item = await take()
  expect(item.number).toMatch(/^26-\d{6}$/)
  const wang = house.as('wangJianping')
  await house.relay()
  expect((await house.ask(wang, myNotices, {})).rows[0]).toMatchObject({ kind: 'relief_taken' })
  house.clock.advance(HOUR_MS)
  await closeTools(house, under)
  house.clock.advance(HOUR_MS)
  await expect(take()).rejects.toMatchObject({ code: 'not_open' })

  await expect(house.send(county(), payItem, { id: item.id, yuan: 1 })).rejects.toMatchObject({ code: 'conflict' })
  const back = { id: item.id, back: 'damaged' as const, note: '铲斗变形', owed: 5000 }
  expect(await house.send(house.as('huWeiping'), returnItem, back)).toMatchObject({ state: 'owed' })
  await expect(house.send(county(), returnItem, back)).rejects.toMatchObject({ code: 'already' })
  expect((await house.ask(wang, listItems, {})).rows).toMatchObject([
    { number: item.number, owed: 5000, paid: 0, state: 'owed', can: [] },
  ])
  const some = { id: item.id, yuan: 2000, note: '第一笔' }
  expect(await house.send(county(), payItem, some)).toMatchObject({ state: 'owed', paid: 2000 })
  await expect(house.send(county(), payItem, { id: item.id, yuan: 3001 })).rejects.toMatchObject({ code: 'conflict' })
  expect(await house.send(county(), payItem, { id: item.id, yuan: 3000 })).toMatchObject({ state: 'settled' })
  expect((await house.ask(county(), listItems, { state: 'owed' })).rows).toEqual([])
  expect((await house.ask(county(), listItems, { place: STAGE.township })).rows).toMatchObject([
    { owner: { person: { name: '汪建平' } }, back: 'damaged', state: 'settled', note: '铲斗变形\n第一笔' },
  ])
})

it('adds up, and gives the receipt of one thing to whoever may see it', async () => {
  await openTools(house, [requisition])
  const digger = await take()
  await take({ item: '水泵', worth: 900 })
  await house.send(county(), returnItem, { id: digger.id, back: 'damaged', owed: 5000 })
  await house.send(county(), payItem, { id: digger.id, yuan: 2000 })
  const none = { items: 0, worth: 0, owed: 0, paid: 0 }
  expect((await house.ask(county(), itemSums, { place: STAGE.township })).states).toEqual({
    held: { ...none, items: 1, worth: 900 },
    owed: { items: 1, worth: 300_000, owed: 5000, paid: 2000 },
    settled: none,
  })
  expect((await house.ask(house.as('huWeiping'), itemSums, {})).states.held.items).toBe(1)
  const receipt = await house.ask(county(), getItem, { id: digger.id })
  expect(receipt).toMatchObject({
    number: digger.number,
    owner: { person: { name: '汪建平' } },
    by: { name: '陈立新' },
    office: expect.stringContaining('柯城区'),
    paidAt: expect.any(String),
  })
  expect((await house.ask(house.as('wangJianping'), getItem, { id: digger.id })).number).toBe(digger.number)
  // Neither a department that did not take it, nor a neighbour.
  expect((await house.ask(house.as('jiangHaibo'), itemSums, {})).states).toEqual({
    held: none,
    owed: none,
    settled: none,
  })
  for (const who of ['jiangHaibo', 'xuLihua', 'yuGuorong'] as const)
    await expect(house.ask(house.as(who), getItem, { id: digger.id })).rejects.toMatchObject({ code: 'not_found' })
})

it('is a ledger: nothing of it goes with the holds', () => {
  expect(tablesWithin(house.p.slices).map(({ table }) => table)).not.toContain('relief.item')
})

it('is for a county and above, in its own area, from owners who are there', async () => {
  await openTools(house, [requisition], { place: STAGE.city })
  for (const who of ['huWeiping', 'yuGuorong', 'yuXuewen', 'wangJianping'] as const)
    await expect(
      house.send(house.as(who), takeItem, {
        id: id(),
        place: STAGE.village,
        owner: { person: cast.wangJianping.id as never },
        item: '水泵',
        quantity: 2,
        unit: '台',
        worth: 900,
        condition: '完好',
        purpose: '排涝',
        basis: '《突发事件应对法》第十二条',
      }),
    ).rejects.toMatchObject({ code: 'forbidden' })
  await expect(take({ owner: { organ: house.key() } })).rejects.toMatchObject({ code: 'invalid' })
  await expect(take({ owner: { person: house.key() } })).rejects.toMatchObject({ code: 'invalid' })
  await take({ owner: { name: '余老板', phone: '13911112222' } })
  expect((await house.ask(house.as('xuLihua'), listItems, {})).rows).toEqual([])
})

it('counts what was taken in an exercise only while that goes on: nothing is owed on it', async () => {
  const under = await openTools(house, [requisition], { exercise: true })
  const pump = await take({ item: '水泵', worth: 900 })
  expect(pump.number).toMatch(/^\d\d-D/)
  await house.send(county(), returnItem, { id: pump.id, back: 'damaged', owed: 500 })
  const owed = async () => (await house.ask(county(), itemSums, { place: STAGE.township })).states.owed.owed
  const inRoom = async () => (await house.ask(county(), reliefRoom, { place: STAGE.county })).items.yuanOwed
  expect([await owed(), await inRoom()]).toEqual([500, 500])
  house.clock.advance(HOUR_MS)
  await closeTools(house, under)
  house.clock.advance(1)
  expect([await owed(), await inRoom()]).toEqual([0, 0])
})
