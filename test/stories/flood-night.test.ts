import { afterAll, beforeAll, expect, it } from 'vitest'
import { STAGE } from '../../demo/cast.ts'
import { HOUR_MS, instant } from '#kernel/clock.ts'
import { current, getActivation } from '#modules/emergency/contract.ts'
import { getAfterAction, getCertificate } from '#modules/emergency/contract-ending.ts'
import { answerOrder, callList, coverage, noteCall } from '#modules/orders/contract-answers.ts'
import {
  allowReturn,
  closeShelter,
  evacuate,
  evacuationProgress,
  listEvacuees,
  noteEvacuee,
  openShelter,
} from '#modules/relief/contract-evacuation.ts'
import { type CastName, type House, openHouse } from '#test/city/house.ts'
import { settle } from '#test/city/doors.ts'
import { issued } from '#test/city/orders.ts'
import { beginResponse, endResponse, finishResponse } from '#test/city/response.ts'

/** A flood night: declared after dark, an order to every grid, the silent called, a family moved and home again, the certificate. */
let house: House
beforeAll(async () => {
  house = await openHouse()
  house.clock.advance(13 * HOUR_MS)
})
afterAll(() => house.close())

const id = () => house.key() as never
const worker = () => house.as('yuXuewen')
const room = () => house.as('huWeiping')

it('flood night', async () => {
  const home = await settle(house, ['wangJianping', 'zhengGuixiang'])
  const { id: activation } = await beginResponse(house, { hours: 72 })
  expect((await house.ask(house.nobody, current, { place: STAGE.grid as never })).rows).toMatchObject([
    { level: 'III', here: true },
  ])

  // Ten at night: one order to every grid of the township. Two answer, the others are silent.
  const audience = { within: [STAGE.township as never], roles: ['grid_worker' as const] }
  const order = await issued(house, house.as('maoXuefen'), {
    title: '低洼户今夜转移',
    red: true,
    audience,
    dueAt: instant(house.clock.now() + 3 * HOUR_MS),
  })
  await house.relay()
  const say = (who: CastName, state: 'done' | 'blocked', more: object = {}) =>
    house.send(house.as(who), answerOrder, { id: id(), order: order.id, state, ...more })
  house.clock.advance(HOUR_MS)
  await say('yuXuewen', 'blocked', { need: 'vehicle', note: '两户老人走不动，要车' })
  const seen = await house.ask(house.as('chenLixin'), coverage, { id: order.id, node: STAGE.township as never })
  expect(seen.tally).toMatchObject({ blocked: 1 })
  expect(seen.tally.silent).toBe(seen.tally.addressed - 1)
  expect(seen.needs).toMatchObject([{ need: 'vehicle', count: 1 }])
  const silent = (await house.ask(room(), callList, { id: order.id, node: STAGE.village as never })).rows
  expect(silent.length).toBeGreaterThan(0)
  for (const { who } of silent)
    await house.send(room(), noteCall, {
      id: id(),
      order: order.id,
      who,
      state: 'understood',
      note: '电话里说马上出门',
    })
  expect((await house.ask(room(), coverage, { id: order.id, node: STAGE.village as never })).tally).toMatchObject({
    silent: 0,
  })

  // The school opens, a family is moved.
  const shelter = id()
  await house.send(room(), openShelter, {
    id: shelter,
    place: STAGE.township as never,
    name: '沟溪乡中心小学',
    address: '沟溪村 1 号',
    beds: 40,
  })
  await house.send(house.as('yuGuorong'), evacuate, {
    id: id(),
    place: STAGE.grid as never,
    households: [home.household as never],
    shelter,
    order: order.id,
    escort: worker().post as never,
  })
  const people = (await house.ask(worker(), listEvacuees, { place: STAGE.grid as never })).rows
  expect(people).toHaveLength(2)
  const note = (state: 'arrived' | 'returned') =>
    Promise.all(
      people.map((one) =>
        house.send(worker(), noteEvacuee, { id: id(), evacuee: one.id, state, at: instant(house.clock.now()) }),
      ),
    )
  house.clock.advance(HOUR_MS)
  await note('arrived')
  await say('yuXuewen', 'done', { note: '两户都到了学校' })
  expect(
    (await house.ask(house.as('chenLixin'), evacuationProgress, { place: STAGE.township as never })).rows,
  ).toMatchObject([{ place: STAGE.village, states: { arrived: 2 } }])

  // Morning: they may go home, everything is put away, and it is over.
  house.clock.advance(9 * HOUR_MS)
  await house.send(room(), allowReturn, { id: id(), place: STAGE.village as never, reason: '水退了，房屋已排查' })
  house.clock.advance(2 * HOUR_MS)
  await note('returned')
  await house.send(room(), closeShelter, { id: shelter, reason: '都回家了' })
  await endResponse(house, activation)
  await expect(
    house.send(room(), openShelter, {
      id: id(),
      place: STAGE.township as never,
      name: '村委会大楼',
      address: '余东村',
      beds: 10,
    }),
  ).rejects.toMatchObject({ code: 'not_open' })
  const certificate = (await finishResponse(house, activation)) as never
  const read = await house.ask(house.nobody, getCertificate, { id: certificate })
  expect(read.sound).toBe(true)
  expect(Object.fromEntries(read.lines.map(({ table, rows }) => [table, rows]))).toMatchObject({
    'relief.evacuee': 2,
    'relief.shelter': 1,
  })
  const report = await house.ask(house.as('chenLixin'), getAfterAction, { id: activation })
  expect(report.orders).toMatchObject({ issued: 1, done: 1 })
  expect(report.orders?.silent).toBeGreaterThan(0)
  expect(await house.ask(house.as('chenLixin'), getActivation, { id: activation })).toMatchObject({ state: 'closed' })
}, 60_000)
