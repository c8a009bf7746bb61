import { afterEach, beforeEach, expect, it } from 'vitest'
import { STAGE } from '../../../demo/cast.ts'
import { HOUR_MS, instant } from '#kernel/clock.ts'
import { asOwner } from '#kernel/db.ts'
import { destroyRows, tablesWithin } from '#kernel/destruction.ts'
import { holdsUnder } from '#kernel/holds.ts'
import { myNotices } from '#modules/notices/contract.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { closeTools, openTools } from '#test/city/opened.ts'
import { settle } from '#test/city/doors.ts'
import { drafted, issued } from '#test/city/orders.ts'
import {
  allowReturn,
  closeShelter,
  evacuate,
  evacuationProgress,
  listEvacuees,
  listShelters,
  noteEvacuee,
  openShelter,
} from './contract-evacuation.ts'
import { reliefMine } from './contract-mine.ts'
import { evacuation, shelters } from './levers.ts'

let house: House
let home: { household: string }
beforeEach(async () => {
  house = await openHouse()
  home = await settle(house, ['wangJianping', 'zhengGuixiang'])
})
afterEach(() => house.close())

const id = (): never => house.key() as never
const room = () => house.as('huWeiping')
const worker = () => house.as('yuXuewen')
const open = () => openTools(house, [evacuation, shelters])
const school = async (beds = 40) => {
  const shelter = { id: id(), place: STAGE.township, name: '沟溪乡中心小学', address: '沟溪村 1 号', beds }
  await house.send(room(), openShelter, shelter)
  return shelter.id
}
const move = (shelter: never, more: object = {}) =>
  house.send(house.as('yuGuorong'), evacuate, {
    id: id(),
    place: STAGE.grid,
    households: [home.household as never],
    shelter,
    escort: worker().post as never,
    ...more,
  })
const listed = async () => (await house.ask(worker(), listEvacuees, { place: STAGE.grid })).rows
const now = () => instant(house.clock.now())
const note = (evacuee: never, state: 'reached' | 'arrived' | 'refused' | 'returned', more: object = {}) =>
  house.send(worker(), noteEvacuee, { id: id(), evacuee, state, at: now(), ...more })

it('is closed in peace: no shelter, no list', async () => {
  await expect(school()).rejects.toMatchObject({ code: 'not_open', detail: { capability: 'relief.shelters' } })
  await expect(move(null as never)).rejects.toMatchObject({ code: 'not_open' })
  expect((await house.ask(worker(), listShelters, {})).rows).toEqual([])
})

it('moves a family to the school and home again, and everybody concerned reads who looked', async () => {
  await open()
  const shelter = await school()
  expect(await move(shelter)).toEqual({ households: 1, listed: 2, already: 0 })
  expect(await move(shelter)).toMatchObject({ listed: 0, already: 2 })
  await house.relay()
  expect((await house.ask(house.as('wangJianping'), myNotices, {})).rows[0]).toMatchObject({ kind: 'relief_evacuate' })
  expect((await house.ask(house.as('wangJianping'), reliefMine, {})).moving).toMatchObject([
    { state: 'listed', shelter: { name: '沟溪乡中心小学' }, escort: { name: '余学文' }, returnAllowed: false },
  ])
  const [first, second] = await listed()
  expect(first).toMatchObject({ state: 'listed', shelter: { id: shelter, name: '沟溪乡中心小学' }, mine: true })
  expect(first?.person.phoneMasked).toMatch(/\*{4}/)
  await note(first?.id as never, 'reached')
  house.clock.advance(HOUR_MS)
  for (const one of [first, second]) await note(one?.id as never, 'arrived')
  expect((await house.ask(house.nobody, listShelters, {})).rows).toMatchObject([
    { inside: 2, coming: 0, free: 38, contact: null },
  ])
  expect((await house.ask(house.as('chenLixin'), evacuationProgress, { place: STAGE.township })).rows).toMatchObject([
    { place: STAGE.village, total: 2, states: { arrived: 2, listed: 0 } },
  ])

  await expect(note(first?.id as never, 'returned')).rejects.toMatchObject({ code: 'too_soon' })
  await expect(house.send(room(), closeShelter, { id: shelter, reason: '水退了' })).rejects.toMatchObject({
    code: 'conflict',
  })
  await expect(
    house.send(house.as('yuGuorong'), allowReturn, { id: id(), place: STAGE.village, reason: '水退了' }),
  ).rejects.toMatchObject({ code: 'forbidden' })
  expect(await house.send(room(), allowReturn, { id: id(), place: STAGE.village, reason: '房屋已排查' })).toEqual({
    people: 2,
  })
  for (const one of [first, second]) await note(one?.id as never, 'returned')
  await house.send(room(), closeShelter, { id: shelter, reason: '都回家了' })
  expect((await house.ask(house.nobody, listShelters, {})).rows).toEqual([])
  const about = await house.rows<{ name: string }>(
    `select distinct name from kernel.record where about = '${first?.person.id ?? ''}' and name like 'relief.%' order by name`,
  )
  expect(about.map(({ name }) => name)).toEqual([
    'relief.allowReturn',
    'relief.evacuate',
    'relief.evacuation',
    'relief.evacuees',
    'relief.noteEvacuee',
  ])
})

it('keeps no bed for who had not left when it was safe again, and closes without him', async () => {
  await open()
  const shelter = await school()
  await move(shelter)
  const [first] = await listed()
  await note(first?.id as never, 'arrived')
  await house.send(room(), allowReturn, { id: id(), place: STAGE.village, reason: '水没有来' })
  expect((await house.ask(room(), listShelters, {})).rows).toMatchObject([{ inside: 1, coming: 0, free: 39 }])
  await note(first?.id as never, 'returned')
  await house.send(room(), closeShelter, { id: shelter, reason: '都回家了' })
})

it('names the order that asks for it: one that holds, and reaches the place', async () => {
  await open()
  const shelter = await school()
  const unknown = (problem: string) => ({ code: 'invalid', detail: { problems: [{ path: 'order', problem }] } })
  await expect(move(shelter, { order: id() })).rejects.toMatchObject(unknown('unknown_order'))
  const draft = await drafted(house, house.as('chenLixin'))
  await expect(move(shelter, { order: draft.id })).rejects.toMatchObject(unknown('unknown_order'))
  const elsewhere = await issued(house, house.as('chenLixin'), { audience: { within: ['330802212'] } })
  await expect(move(shelter, { order: elsewhere.id })).rejects.toMatchObject(unknown('order_elsewhere'))
  const spared = { within: [STAGE.township], except: [STAGE.village] }
  const around = await issued(house, house.as('chenLixin'), { title: '其他村转移', audience: spared })
  await expect(move(shelter, { order: around.id })).rejects.toMatchObject(unknown('order_elsewhere'))
  const here = await issued(house, house.as('chenLixin'), { title: '转移低洼农户' })
  expect(await move(shelter, { order: here.id })).toMatchObject({ listed: 2 })
  expect((await listed()).map(({ order }) => order)).toEqual([here.id, here.id])
})

it('counts the latest word by the clock of the phone, whichever comes first', async () => {
  await open()
  await move(await school())
  const [one] = await listed()
  const evacuee = one?.id as never
  house.clock.advance(2 * HOUR_MS)
  const early = instant(house.clock.now() - HOUR_MS)
  expect(await note(evacuee, 'arrived')).toMatchObject({ state: 'arrived' })
  expect(await note(evacuee, 'refused', { at: early, note: '要守着猪' })).toMatchObject({ state: 'arrived' })
  expect((await house.rows(`select from relief.evacuee_word where about = '${String(evacuee)}'`)).length).toBe(2)
  await expect(note(evacuee, 'refused')).rejects.toMatchObject({ code: 'name_needed' })
  await expect(note(evacuee, 'reached', { at: instant(house.clock.now() + HOUR_MS) })).rejects.toMatchObject({
    code: 'invalid',
  })
})

it('plans no more people into a shelter than it has beds, and takes in who stands at its door', async () => {
  await open()
  const small = await school(1)
  await expect(move(small)).rejects.toMatchObject({ code: 'quota_full', detail: { most: 1, wanted: 2 } })
  await move(await school(2))
  for (const { id: evacuee } of await listed()) await note(evacuee as never, 'arrived', { shelter: small })
  expect((await house.ask(room(), listShelters, {})).rows.find(({ id: one }) => one === small)).toMatchObject({
    inside: 2,
    free: 0,
  })
})

it('is seen and said by who is near, who escorts, and who answers for the shelter; by nobody else', async () => {
  await open()
  const far = house.as('yuXiaoqing')
  const shelter = {
    id: id(),
    place: STAGE.township,
    name: '文化礼堂',
    address: '碗窑村',
    beds: 9,
    contact: far.post as never,
  }
  await house.send(room(), openShelter, shelter)
  await move(shelter.id)
  const [one] = await listed()
  expect((await house.ask(far, listEvacuees, { place: STAGE.grid })).rows).toEqual([])
  const mine = (await house.ask(far, listEvacuees, { mine: true })).rows
  expect(mine).toHaveLength(2)
  expect(mine[0]).toMatchObject({ mine: true, can: expect.arrayContaining(['arrived']) })
  await house.send(far, noteEvacuee, { id: id(), evacuee: one?.id as never, state: 'arrived', at: now() })
  for (const who of ['zhouChunxian', 'jiangHaibo', 'wangJianping'] as const)
    await expect(
      house.send(house.as(who), noteEvacuee, { id: id(), evacuee: one?.id as never, state: 'arrived', at: now() }),
    ).rejects.toMatchObject({ code: expect.stringMatching(/forbidden|not_found/) })
})

it('begins anew: what is over and waits for its destruction keeps nobody off a list, and is no shelter any more', async () => {
  const under = await open()
  const old = await school()
  await move(old)
  await closeTools(house, under)
  house.clock.advance(HOUR_MS)
  await open()
  expect((await house.ask(worker(), listShelters, {})).rows).toEqual([])
  await expect(move(old)).rejects.toMatchObject({ code: 'invalid' })
  const shelter = await school()
  expect(await move(shelter)).toEqual({ households: 1, listed: 2, already: 0 })
  expect(await move(shelter)).toMatchObject({ listed: 0, already: 2 })
  expect((await listed()).map((one) => one.shelter?.id)).toEqual([shelter, shelter])
  expect((await house.ask(room(), listShelters, {})).rows).toMatchObject([{ id: shelter, coming: 2 }])
  // What is over is let home by nobody any more: those rows go with their own holds.
  expect(await house.send(room(), allowReturn, { id: id(), place: STAGE.village, reason: '房屋已排查' })).toEqual({
    people: 2,
  })
  expect(await listed()).toHaveLength(2)
})

it('lists anew in a second wave whoever was still at home when the first was over', async () => {
  await open()
  const shelter = await school()
  await move(shelter)
  house.clock.advance(HOUR_MS)
  await house.send(room(), allowReturn, { id: id(), place: STAGE.village, reason: '房屋已排查' })
  house.clock.advance(HOUR_MS)
  expect(await move(shelter)).toMatchObject({ listed: 2, already: 0 })
  expect((await house.ask(room(), listShelters, {})).rows).toMatchObject([{ coming: 2 }])
})

it('leaves nothing when the holds have ended', async () => {
  const under = await open()
  await move(await school())
  const [one] = await listed()
  await note(one?.id as never, 'reached')
  house.clock.advance(HOUR_MS)
  await closeTools(house, under)
  house.clock.advance(1)
  await expect(note(one?.id as never, 'arrived')).rejects.toMatchObject({ code: 'not_open' })
  const gone = await asOwner(house.p.db, async (tx) => {
    const holds = (await holdsUnder(tx, under)).map((hold) => hold.id)
    const tables = tablesWithin(house.p.slices).filter(({ table }) => table.startsWith('relief.'))
    const all = []
    for (const { table } of tables.toReversed()) all.push(await destroyRows(tx, table, holds, []))
    return all
  })
  expect(gone.filter(({ rows }) => rows > 0).map(({ table, rows }) => [table, rows])).toEqual([
    ['relief.evacuee_word', 1],
    ['relief.evacuee', 2],
    ['relief.shelter', 1],
  ])
  expect((await house.rows(`select from relief.evacuee`)).length).toBe(0)
})
