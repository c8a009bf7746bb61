import { afterEach, beforeEach, expect, it } from 'vitest'
import { ELSEWHERE, STAGE } from '../../../demo/cast.ts'
import { HOUR_MS, instant } from '#kernel/clock.ts'
import { settle } from '#test/city/doors.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { openTools } from '#test/city/opened.ts'
import { evacuate, listEvacuees, noteEvacuee, openShelter } from './contract-evacuation.ts'
import { reliefMap, reliefRoom } from './contract-room.ts'
import { claimSeat, offerShift } from './contract-shifts.ts'
import { evacuation, shelters, shifts } from './levers.ts'

let house: House
beforeEach(async () => void (house = await openHouse()))
afterEach(() => house.close())

const id = (): never => house.key() as never
const room = () => house.as('huWeiping')
const in_ = (hours: number): string => instant(house.clock.now() + hours * HOUR_MS)

it('the command room sees where people have to be moved, where they can go and who stands there', async () => {
  const home = await settle(house, ['wangJianping', 'zhengGuixiang'])
  await openTools(house, [evacuation, shelters, shifts])
  const school = id()
  const named = { name: '沟溪乡中心小学', address: '沟溪村 1 号', beds: 40, lon: 118.7, lat: 28.98 }
  await house.send(room(), openShelter, { id: school, place: STAGE.township, ...named })
  const shelter = { households: [home.household as never], shelter: school }
  await house.send(house.as('yuGuorong'), evacuate, { id: id(), place: STAGE.grid, ...shelter })
  const [first] = (await house.ask(house.as('yuXuewen'), listEvacuees, { place: STAGE.grid })).rows
  const arrived = { id: id(), evacuee: first?.id as never, state: 'arrived' as const, at: instant(house.clock.now()) }
  await house.send(room(), noteEvacuee, arrived)

  // Two shifts at one checkpoint: the one that is on counts, the next one does not yet.
  const spot = { place: STAGE.village, title: '卡口值守', spot: '余东桥头卡口' }
  const now = id()
  await house.send(room(), offerShift, { id: now, ...spot, seats: 3, starts: in_(1), ends: in_(5) })
  await house.send(room(), offerShift, { id: id(), ...spot, seats: 2, starts: in_(5), ends: in_(9) })
  await house.send(house.as('zhengGuixiang'), claimSeat, { id: id(), shift: now })
  house.clock.advance(2 * HOUR_MS)

  const seen = await house.ask(house.as('chenLixin'), reliefMap, { by: 'township' })
  expect(seen.places).toMatchObject([{ place: STAGE.township, left: 1, moved: 1, refused: 0, doors: 0 }])
  expect(seen.points).toMatchObject([
    { sort: 'shelter', name: named.name, lon: 118.7, lat: 28.98, room: 40, taken: 2 },
    { sort: 'post', name: spot.spot, room: 3, taken: 1 },
  ])
  // A checkpoint lies at the middle of its village.
  expect(seen.points[1]?.lon).toBeCloseTo(118.8, 0)
  const all = await house.ask(house.as('chenLixin'), reliefRoom, {})
  expect(all).toMatchObject({
    people: { listed: 1, arrived: 1 },
    shelters: { beds: 40 },
    seats: { wanted: 5, taken: 1 },
  })
})

it('is no business of the next county', async () => {
  await openTools(house, [shelters])
  await house.send(room(), openShelter, {
    id: id(),
    place: STAGE.township,
    name: '沟溪乡中心小学',
    address: '沟溪村 1 号',
    beds: 40,
  })
  await expect(
    house.ask(house.as('chenLixin'), reliefMap, { by: 'township', place: ELSEWHERE.county }),
  ).resolves.toEqual({ places: [], points: [] })
  await expect(house.ask(house.as('wangJianping'), reliefMap, { by: 'village' })).rejects.toMatchObject({
    code: 'forbidden',
  })
})
