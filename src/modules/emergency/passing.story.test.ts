import { afterEach, beforeEach, expect, it } from 'vitest'
import { STAGE } from '../../../demo/cast.ts'
import { DAY_MS, HOUR_MS } from '#kernel/clock.ts'
import { listEvacuees } from '#modules/relief/contract-evacuation.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { beginResponse, endResponse, finishResponse, moveFamily } from '#test/city/response.ts'
import { getCertificate } from './contract-ending.ts'

let house: House
beforeEach(async () => void (house = await openHouse()))
afterEach(() => house.close())

const listed = async () => (await house.ask(house.as('yuGuorong'), listEvacuees, { place: STAGE.grid })).rows.length
const NEAR = { playbook: 'geological', level: 'IV', area: [STAGE.township], hours: 96 }

it('goes on under another one in force there from the end on, not days later', async () => {
  await beginResponse(house, { hours: 720 })
  const near = await beginResponse(house, NEAR)
  await moveFamily(house)
  expect(await listed()).toBe(2)
  house.clock.advance(HOUR_MS)
  await endResponse(house, near.id)
  await house.sweep()
  expect(await listed()).toBe(2)
  const certificate = await house.ask(house.nobody, getCertificate, {
    id: (await finishResponse(house, near.id)) as never,
  })
  expect(certificate.lines.map(({ table, rows, passed }) => [table, rows, passed])).toEqual([
    ['relief.evacuee', 0, 2],
    ['relief.shelter', 0, 1],
  ])
  expect(await listed()).toBe(2)
})

it('hands nothing on to one that begins when it is over: what is over does not come back', async () => {
  const first = await beginResponse(house)
  await moveFamily(house)
  await endResponse(house, first.id)
  await house.sweep()
  house.clock.advance(HOUR_MS)
  await beginResponse(house, { hours: 720 })
  expect(await listed()).toBe(0)
  house.clock.advance(7 * DAY_MS)
  await house.sweep()
  expect(await listed()).toBe(0)
  expect(await house.rows(`select id from relief.evacuee`)).toEqual([])
})
