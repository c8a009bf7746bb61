import { cast, STAGE } from '../../demo/cast.ts'
import type { Lever } from '#kernel/levers.ts'
import { evacuate, listEvacuees, noteEvacuee, openShelter } from '#modules/relief/contract-evacuation.ts'
import { takeIn } from '#modules/relief/contract-walk-ins.ts'
import {
  answerLine,
  checkLines,
  closeCheck,
  disputeLine,
  endCheck,
  signCheck,
  startCheck,
} from '#modules/relief/contract-checks.ts'
import { askNeed, startStay } from '#modules/relief/contract-stays.ts'
import { crossPass, givePass } from '#modules/relief/contract-passes.ts'
import { takeCall } from '#modules/relief/contract-hotline.ts'
import { claimSeat, offerShift } from '#modules/relief/contract-shifts.ts'
import { seek } from '#modules/relief/contract-reunification.ts'
import { askForFirm, sayFirm } from '#modules/relief/contract-firms.ts'
import { returnItem, takeItem } from '#modules/relief/contract-requisition.ts'
import { knock, startSweep, sweepDoors } from '#modules/relief/contract-sweeps.ts'
import { slice as relief } from '#modules/relief/slice.ts'
import { SYSTEM } from '#kernel/authorise.ts'
import { DAY_MS, instant } from '#kernel/clock.ts'
import { type House, START } from '#test/city/house.ts'
import { openTools } from '#test/city/opened.ts'
import type { Player } from './players.ts'
import { id } from './scene.ts'

/** Every tool is open in the whole city, and each has something of the resident's in it. */
export type ReliefScene = Awaited<ReturnType<typeof setRelief>>

export const NOW = instant(START)
type Near = (role: Player['role']) => Player

export async function setRelief(house: House, near: Near) {
  const tools = (relief.levers as unknown as Lever<boolean>[]).filter(({ usual }) => usual === false)
  await openTools(house, tools, { place: STAGE.city })
  const [home] = await house.rows<{ household: never }>(
    `select household from homes.member where person = '${cast.wangJianping.id}' and until_day is null`,
  )
  if (!home) throw new Error('the resident of the stage lives nowhere')
  return {
    ...home,
    ...(await moved(house, near, home.household)),
    ...(await called(house, near)),
    ...(await asked(house, near)),
    ...(await taken(house, near)),
    ...(await served(house, near)),
    ...(await sought(house, near)),
    ...(await stood(house, near)),
    ...(await rang(house, near)),
    ...(await passed(house, near)),
    ...(await stayed(house, near)),
  }
}

async function moved(house: House, near: Near, household: never) {
  const [shelter, emptyShelter] = [id(), id()]
  const room = near('township_room').actor
  for (const one of [shelter, emptyShelter])
    await house.send(room, openShelter, {
      id: one,
      place: STAGE.township,
      name: '中心小学',
      address: '沟溪村 1 号',
      beds: 40,
    })
  await house.send(room, evacuate, { id: id(), place: STAGE.grid, households: [household], shelter })
  const { rows } = await house.ask(near('grid_worker').actor, listEvacuees, { place: STAGE.grid })
  const mine = rows.find(({ person }) => person.id === cast.wangJianping.id)
  const evacuee = mine?.id as never
  await house.send(near('grid_worker').actor, noteEvacuee, { id: id(), evacuee, state: 'reached', at: NOW })
  const walkIn = id()
  await house.send(room, takeIn, { id: walkIn, shelter, name: '过路客', from: '省道积水', at: NOW })
  return { shelter, emptyShelter, evacuee, walkIn }
}

async function called(house: House, near: Near) {
  const [sweep, otherSweep] = [id(), id()]
  const room = near('township_room').actor
  for (const one of [sweep, otherSweep])
    await house.send(room, startSweep, { id: one, place: STAGE.village, title: '逐户摸排' })
  const worker = near('grid_worker').actor
  const [door] = (await house.ask(worker, sweepDoors, { sweep })).rows
  await house.send(worker, knock, { id: id(), door: door?.id as never, state: 'reached', help: ['medicine'], at: NOW })
  return { sweep, otherSweep, door: door?.id as never }
}

/** What a list of the resident alone says of itself. */
export const listOf = (source: never) => ({
  place: STAGE.township,
  kind: 'hazard',
  title: '危房住户排查',
  source,
  sourceNumber: '柯住建〔2026〕8号',
  purpose: '请住户搬离',
  basis: '《突发事件应对法》第七十三条',
  until: instant(START + 7 * DAY_MS),
  lines: [{ id: id(), person: cast.wangJianping.id as never, reason: 'unsafe_house', evidence: '鉴定报告第3号' }],
})

async function asked(house: House, near: Near) {
  const [organ] = await house.rows<{ id: never }>(
    `select id from people.organ where place = '${STAGE.county}' and line = 'water'`,
  )
  const source = organ?.id as never
  const [check, otherCheck, dueCheck, goneCheck, wrongCheck] = [id(), id(), id(), id(), id()]
  const room = near('township_room').actor
  for (const one of [check, otherCheck, dueCheck, goneCheck, wrongCheck])
    await house.send(room, startCheck, { ...listOf(source), kind: 'hazard', id: one })
  // The other list waits for its second signature.
  for (const one of [check, wrongCheck])
    await house.send(near('county_command').actor, signCheck, { id: one, lines: 1 })
  for (const one of [dueCheck, goneCheck]) await house.send(room, closeCheck, { id: one, reason: '已排查完' })
  await house.send(SYSTEM, endCheck, { id: goneCheck })
  const worker = near('grid_worker').actor
  const [line] = (await house.ask(worker, checkLines, { check })).rows
  await house.send(worker, answerLine, { id: id(), line: line?.id as never, state: 'nobody', at: NOW })
  const [wrong] = (await house.ask(worker, checkLines, { check: wrongCheck })).rows
  const disputed = wrong?.id as never
  await house.send(house.as('wangJianping'), disputeLine, { line: disputed, text: '我家房子没有裂缝' })
  return { check, otherCheck, dueCheck, source, line: line?.id as never, disputed }
}

export const pump = () => ({
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
})

async function taken(house: House, near: Near) {
  const [item, owedItem] = [pump(), pump()]
  const county = near('county_command').actor
  for (const one of [item, owedItem]) await house.send(county, takeItem, one)
  await house.send(county, returnItem, { id: owedItem.id, back: 'damaged', owed: 500 })
  return { item: item.id, owedItem: owedItem.id }
}

export const stayOf = (helper: never) => ({
  id: id(),
  person: cast.wangJianping.id as never,
  basis: '柯城区疾控中心决定',
  helper,
  until: instant(START + 7 * DAY_MS),
})

/** The helper is of the grid; the neighbours are somebody else's business. */
async function stayed(house: House, near: Near) {
  const people = await house.rows<{ person: never }>(
    `select person from homes.member where place = '${STAGE.grid}' and until_day is null and residence <> 'away'
      and person <> '${cast.wangJianping.id}' order by person limit 2`,
  )
  const [other, neighbour] = people.map(({ person }) => person)
  const room = near('township_room').actor
  const [stay, otherStay, need] = [
    stayOf(near('grid_worker').post as never),
    stayOf(near('grid_worker').post as never),
    id(),
  ]
  await house.send(room, startStay, stay)
  await house.send(room, startStay, { ...otherStay, person: other as never })
  await house.send(near('resident').actor, askNeed, { id: need, stay: stay.id, kind: 'medicine', text: '降压药' })
  return { stay: stay.id, otherStay: otherStay.id, need, neighbour: neighbour as never }
}

export const passOf = () => ({
  id: id(),
  place: STAGE.grid,
  person: cast.wangJianping.id as never,
  reason: 'medical' as const,
  why: '透析',
  until: instant(START + 2 * DAY_MS),
})

async function passed(house: House, near: Near) {
  const [pass, otherPass] = [passOf(), passOf()]
  const village = near('village_cadre').actor
  const { code } = await house.send(village, givePass, pass)
  await house.send(village, givePass, otherPass)
  await house.send(near('grid_worker').actor, crossPass, { id: id(), place: STAGE.grid, code, way: 'in' })
  return { pass: pass.id, otherPass: otherPass.id, code }
}

export const callOf = () => ({
  id: id(),
  place: STAGE.grid,
  caller: { name: cast.wangJianping.name, phone: cast.wangJianping.phone },
  text: '水进院子了',
})

async function rang(house: House, near: Near) {
  const [call, otherCall] = [callOf(), callOf()]
  for (const one of [call, otherCall]) await house.send(near('operator').actor, takeCall, one)
  return { call: call.id, otherCall: otherCall.id }
}

export const shiftOf = (seats: number, from = 0) => ({
  id: id(),
  place: STAGE.village,
  title: '夜班',
  spot: '村口卡口',
  starts: instant(START + (from + 1) * DAY_MS),
  ends: instant(START + (from + 2) * DAY_MS),
  seats,
})

async function stood(house: House, near: Near) {
  const [shift, otherShift, seat] = [shiftOf(100), shiftOf(2, 2), id()]
  for (const one of [shift, otherShift]) await house.send(near('village_cadre').actor, offerShift, one)
  await house.send(near('resident').actor, claimSeat, { id: seat, shift: shift.id })
  return { shift: shift.id, otherShift: otherShift.id, seat }
}

export const FINDER = { name: '徐好心', phone: '13900008888' }
export const seekOf = (kind: 'looking' | 'found') => ({
  id: id(),
  kind,
  place: STAGE.grid,
  name: '叶秀英',
  description: '穿蓝布衫的老人',
})

async function sought(house: House, near: Near) {
  const [looking, otherLooking, found] = [seekOf('looking'), seekOf('looking'), seekOf('found')]
  for (const one of [looking, otherLooking]) await house.send(near('resident').actor, seek, one)
  await house.send(near('grid_worker').actor, seek, { ...found, contact: FINDER })
  return { looking: looking.id, otherLooking: otherLooking.id, found: found.id }
}

async function served(house: House, near: Near) {
  const [water] = await house.rows<{ id: never }>(
    `select id from people.organ where place = '${STAGE.county}' and line = 'water'`,
  )
  const [firm, problem] = [id(), id()]
  await house.rows(
    `insert into people.organ (id, name_zh, kind, place, entered_at) values ('${String(firm)}', '余东文创有限公司', 'firm', '${STAGE.village}', now())`,
  )
  house.p.cache.drop('people.organs')
  const village = near('village_cadre').actor
  await house.send(village, askForFirm, {
    id: problem,
    firm,
    kind: 'materials',
    text: '停水三天',
    owner: water?.id as never,
  })
  await house.send(village, sayFirm, { firm, state: 'stopped', workers: 0 })
  return { firm, problem }
}
