import { afterEach, beforeEach, expect, it } from 'vitest'
import { cast, ELSEWHERE, STAGE } from '../../../demo/cast.ts'
import { DAY_MS, HOUR_MS, instant } from '#kernel/clock.ts'
import { asOwner } from '#kernel/db.ts'
import { keyOf } from '#kernel/jobs.ts'
import { seedOrgans } from '#modules/people/api.ts'
import { settle } from '#test/city/doors.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { closeTools, openTools } from '#test/city/opened.ts'
import { allowReturn, closeShelter, evacuate, listEvacuees, noteEvacuee, openShelter } from './contract-evacuation.ts'
import { sayFirm } from './contract-firms.ts'
import { crossPass, givePass, listPasses } from './contract-passes.ts'
import { listStays, startStay } from './contract-stays.ts'
import { listWalkIns, takeIn } from './contract-walk-ins.ts'
import { evacuation, firms, homeStay, passes, shelters } from './levers.ts'

let house: House
beforeEach(async () => void (house = await openHouse()))
afterEach(() => house.close())

const id = (): never => house.key() as never
const room = () => house.as('huWeiping')
const wang = () => house.as('wangJianping')
const person = cast.wangJianping.id as never
const days = (count: number): string => instant(house.clock.now() + count * DAY_MS)
const now = () => instant(house.clock.now())

it('asks nobody to stay at home, and lets nobody through, once the response is over', async () => {
  await settle(house, ['wangJianping'])
  const under = await openTools(house, [homeStay, passes])
  const helper = house.as('yuXiaoqing').post as never
  await house.send(room(), startStay, { id: id(), person, basis: '市疾控中心', helper, until: days(7) })
  const pass = { place: STAGE.village, person, reason: 'medical' as const, why: '看病', until: days(3) }
  await house.send(room(), givePass, { id: id(), ...pass })
  house.clock.advance(HOUR_MS)
  await closeTools(house, under)
  house.clock.advance(1)
  expect((await house.ask(wang(), listStays, { live: true })).rows).toEqual([])
  expect((await house.ask(wang(), listStays, {})).rows.flatMap(({ can }) => can)).toEqual([])
  expect((await house.ask(wang(), listPasses, { live: true })).rows).toEqual([])
  expect((await house.ask(wang(), listPasses, {})).rows.some(({ live }) => live)).toBe(false)
})

it('leaves what was said of a firm as it was, when another response begins and it is said anew', async () => {
  const firm = keyOf('firm of the stage') as never
  const papers = { id: firm, name: { zh: '余东文创有限公司' }, kind: 'firm' as const, line: null, creditCode: null }
  await asOwner(house.p.db, (tx) => seedOrgans(tx, [{ ...papers, place: STAGE.village }], house.clock.now()))
  house.p.cache.drop('people.organs')
  const say = (note: string) => house.send(house.as('yuGuorong'), sayFirm, { firm, state: 'stopped', workers: 0, note })
  const first = await openTools(house, [firms])
  await say('停水')
  await say('还没有来水')
  house.clock.advance(HOUR_MS)
  await closeTools(house, first)
  house.clock.advance(1)
  await openTools(house, [firms])
  await say('停电')
  const rows = await house.rows<{ note: string; under: string }>(
    `select f.note, h.under from relief.firm f join kernel.hold h on h.id = f.hold order by f.said_at`,
  )
  expect(rows.map(({ note, under }) => [note, under === first])).toEqual([
    ['还没有来水', true],
    ['停电', false],
  ])
})

it('nobody is on two lists: who went home and was listed again stands on the new one alone', async () => {
  const home = await settle(house, ['wangJianping'])
  await openTools(house, [evacuation])
  const village = house.as('yuGuorong')
  const households = [home.household as never]
  const list = () => house.send(village, evacuate, { id: id(), place: STAGE.grid, households })
  await list()
  const [first] = (await house.ask(village, listEvacuees, {})).rows
  const say = (state: 'reached' | 'returned') =>
    house.send(village, noteEvacuee, { id: id(), evacuee: first?.id as never, state, at: now() })
  await say('reached')
  await house.send(room(), allowReturn, { id: id(), place: STAGE.grid, reason: '水退了' })
  await say('returned')
  house.clock.advance(HOUR_MS)
  expect(await list()).toMatchObject({ listed: 1 })
  await expect(say('reached')).rejects.toMatchObject({ code: 'already' })
  expect(await house.rows(`select id from relief.evacuee where state <> 'returned'`)).toHaveLength(1)
})

it('an exercise elsewhere keeps nobody out of a shelter, and its passes open no road', async () => {
  await openTools(house, [evacuation, passes], { exercise: true })
  const home = await settle(house, ['wangJianping'])
  await house.send(house.as('yuGuorong'), evacuate, {
    id: id(),
    place: STAGE.grid,
    households: [home.household as never],
  })
  const { code } = await house.send(room(), givePass, {
    id: id(),
    place: STAGE.village,
    person,
    reason: 'medical',
    why: '演练',
    until: days(3),
  })
  await openTools(house, [shelters, passes], { place: ELSEWHERE.county })
  const there = house.as('zhuJianjun')
  const shelter = id()
  const school = { name: '中心小学', address: '1 号', beds: 40 }
  await house.send(there, openShelter, { id: shelter, place: ELSEWHERE.township, ...school })
  const { name, phone } = cast.wangJianping
  await house.send(there, takeIn, { id: id(), shelter, name, phone: phone ?? '', from: '余东村', at: now() })
  expect((await house.ask(there, listWalkIns, { shelter })).rows).toHaveLength(1)
  await expect(
    house.send(there, crossPass, { id: id(), place: ELSEWHERE.township, code, way: 'in' }),
  ).rejects.toMatchObject({ code: 'not_found' })
})

it('nobody arrives in a shelter that is closed; who arrived before is said to have, also later', async () => {
  const home = await settle(house, ['wangJianping'])
  await openTools(house, [evacuation, shelters])
  const school = { id: id(), place: STAGE.township, name: '中心小学', address: '1 号', beds: 40 }
  await house.send(room(), openShelter, school)
  const village = house.as('yuGuorong')
  await house.send(village, evacuate, { id: id(), place: STAGE.grid, households: [home.household as never] })
  const [one] = (await house.ask(village, listEvacuees, {})).rows
  const arrives = (at: string) =>
    house.send(village, noteEvacuee, {
      id: id(),
      evacuee: one?.id as never,
      state: 'arrived',
      shelter: school.id,
      at,
    })
  house.clock.advance(HOUR_MS)
  const before = now()
  house.clock.advance(HOUR_MS)
  await house.send(room(), closeShelter, { id: school.id, reason: '进水' })
  house.clock.advance(HOUR_MS)
  await expect(arrives(now())).rejects.toMatchObject({ code: 'gone' })
  expect(await arrives(before)).toMatchObject({ state: 'arrived' })
})
