import { afterEach, beforeEach, expect, it } from 'vitest'
import { cast, STAGE } from '../../../demo/cast.ts'
import { DAY_MS, HOUR_MS, instant } from '#kernel/clock.ts'
import { settle } from '#test/city/doors.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { closeTools, openTools } from '#test/city/opened.ts'
import { takeCall, triageCall } from './contract-hotline.ts'
import { crossPass, givePass } from './contract-passes.ts'
import { claimSeat, leaveSeat, offerShift } from './contract-shifts.ts'
import { askNeed, bringNeed, startStay } from './contract-stays.ts'
import { knock, startSweep, sweepDoors } from './contract-sweeps.ts'
import { homeStay, hotline, passes, shifts, sweeps } from './levers.ts'

/** A response ends before its day, and another begins at the same place while the rows of the first still wait for their destruction. */
const TOOLS = [homeStay, hotline, passes, shifts, sweeps]
let house: House
beforeEach(async () => void (house = await openHouse()))
afterEach(() => house.close())

const id = (): never => house.key() as never
const room = () => house.as('huWeiping')
const wang = () => house.as('wangJianping')
const helper = () => house.as('yuXiaoqing')
const days = (count: number): string => instant(house.clock.now() + count * DAY_MS)
const { name, phone } = cast.wangJianping
const person = cast.wangJianping.id as never

const stay = () =>
  house.send(room(), startStay, {
    id: id(),
    person,
    basis: '市疾控中心',
    helper: helper().post as never,
    until: days(7),
  })
const pass = () =>
  house.send(room(), givePass, {
    id: id(),
    place: STAGE.village,
    person,
    reason: 'medical',
    why: '看病',
    until: days(3),
  })
const offer = async () => {
  const shift = {
    id: id(),
    place: STAGE.village,
    title: '夜班',
    spot: '村口卡口',
    starts: days(1),
    ends: days(1.5),
    seats: 2,
  }
  await house.send(house.as('yuGuorong'), offerShift, shift)
  return shift.id
}

async function startAll() {
  const [need, seat, call, sweep] = [id(), id(), id(), id()]
  const { id: stays } = await stay()
  await house.send(wang(), askNeed, { id: need, stay: stays, kind: 'medicine', text: '降压药' })
  const { code } = await pass()
  const shift = await offer()
  await house.send(wang(), claimSeat, { id: seat, shift })
  const caller = { name, phone: phone ?? '' }
  await house.send(house.as('jiangTing'), takeCall, { id: call, place: STAGE.grid, caller, text: '断电', urgent: true })
  await house.send(room(), startSweep, { id: sweep, place: STAGE.village, title: '逐户摸排' })
  const [door] = (await house.ask(house.as('yuXuewen'), sweepDoors, { sweep })).rows
  return { stays, need, code, shift, seat, call, door: door?.id as never }
}

it('moves nothing that belongs to the response before', async () => {
  await settle(house, ['wangJianping'])
  const first = await openTools(house, TOOLS)
  const old = await startAll()
  house.clock.advance(HOUR_MS)
  await closeTools(house, first)
  house.clock.advance(1)
  await openTools(house, TOOLS)
  const at = instant(house.clock.now())
  const late: [string, () => Promise<unknown>][] = [
    ['need', () => house.send(wang(), askNeed, { id: id(), stay: old.stays, kind: 'supplies', text: '米' })],
    ['bring', () => house.send(helper(), bringNeed, { id: old.need, note: '放在门口' })],
    ['leave', () => house.send(wang(), leaveSeat, { id: old.seat, reason: '家里有事' })],
    [
      'call',
      () => house.send(house.as('jiangTing'), triageCall, { id: old.call, to: { become: 'told' }, answer: '已来电' }),
    ],
    ['knock', () => house.send(house.as('yuXuewen'), knock, { id: id(), door: old.door, state: 'reached', at })],
  ]
  for (const [what, send] of late) await expect(send(), what).rejects.toMatchObject({ code: 'not_open' })
  const cross = (code: string) =>
    house.send(room(), crossPass, { id: id(), place: STAGE.village, code, way: 'out' as const })
  await expect(cross(old.code)).rejects.toMatchObject({ code: 'not_found' })
  await expect(house.send(house.as('zhengMingyuan'), claimSeat, { id: id(), shift: old.shift })).rejects.toMatchObject({
    code: 'not_found',
  })
})

it('is not in the way of the new one: the same person stays at home, stands and passes again', async () => {
  await settle(house, ['wangJianping'])
  const first = await openTools(house, TOOLS)
  await startAll()
  await expect(stay()).rejects.toMatchObject({ code: 'already' })
  house.clock.advance(HOUR_MS)
  await closeTools(house, first)
  house.clock.advance(1)
  await openTools(house, TOOLS)
  const again = await startAll()
  await house.send(helper(), bringNeed, { id: again.need, note: '放在门口' })
  expect(await house.rows(`select id from relief.stay`)).toHaveLength(2)
})
