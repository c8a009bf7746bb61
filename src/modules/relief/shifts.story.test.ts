import { afterEach, beforeEach, expect, it } from 'vitest'
import { STAGE } from '../../../demo/cast.ts'
import { DAY_MS, HOUR_MS, instant } from '#kernel/clock.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { openTools } from '#test/city/opened.ts'
import { cancelShift, claimSeat, leaveSeat, listShifts, offerShift } from './contract-shifts.ts'
import { shifts } from './levers.ts'

let house: House
beforeEach(async () => void (house = await openHouse()))
afterEach(() => house.close())

const id = (): never => house.key() as never
const at = (hours: number) => instant(house.clock.now() + hours * HOUR_MS)
const offer = async (more: object = {}) => {
  const shift = {
    id: id(),
    place: STAGE.village,
    title: '夜班',
    spot: '村口卡口',
    starts: at(10),
    ends: at(18),
    seats: 1,
    ...more,
  }
  await house.send(house.as('yuGuorong'), offerShift, shift)
  return shift.id
}
const claim = (who: 'wangJianping' | 'zhengMingyuan' | 'xuLihua', shift: never, seat = id()) =>
  house.send(house.as(who), claimSeat, { id: seat, shift })
const shiftsFor = async (who: 'wangJianping' | 'yuGuorong' | 'zhengMingyuan', more: object = {}) =>
  (await house.ask(house.as(who), listShifts, { place: STAGE.township, ...more })).rows

it('is closed in peace', async () => {
  await expect(offer()).rejects.toMatchObject({ code: 'not_open', detail: { capability: 'relief.shifts' } })
})

it('is taken by whoever comes first, and given back', async () => {
  await openTools(house, [shifts])
  const night = await offer()
  expect(await shiftsFor('wangJianping')).toMatchObject([{ id: night, taken: 0, people: [], can: ['claim'] }])
  const seat = id()
  expect(await claim('wangJianping', night, seat)).toMatchObject({ left: 0 })
  await expect(claim('wangJianping', night)).rejects.toMatchObject({ code: 'already' })
  await expect(claim('zhengMingyuan', night)).rejects.toMatchObject({ code: 'quota_full' })
  expect(await shiftsFor('wangJianping', { mine: true })).toMatchObject([{ mine: seat, people: [], can: [] }])
  expect(await shiftsFor('zhengMingyuan')).toMatchObject([{ mine: null, taken: 1, people: [] }])
  expect(await shiftsFor('yuGuorong')).toMatchObject([{ people: [{ name: '汪建平', organ: null }], can: ['cancel'] }])
  await expect(claim('wangJianping', await offer({ starts: at(17), ends: at(24) }))).rejects.toMatchObject({
    code: 'conflict',
  })
  await expect(house.send(house.as('xuLihua'), leaveSeat, { id: seat, reason: '不去了' })).rejects.toMatchObject({
    code: 'not_found',
  })
  await house.send(house.as('wangJianping'), leaveSeat, { id: seat, reason: '家里有事' })
  await claim('zhengMingyuan', night)
  expect((await shiftsFor('yuGuorong'))[0]?.people).toMatchObject([
    { name: '郑明远', organ: expect.stringContaining('住') },
  ])
})

it('ends: cancelled, over, or with the hold', async () => {
  await openTools(house, [shifts], { days: 3 })
  await expect(offer({ ends: at(24 * 4) })).rejects.toMatchObject({ code: 'invalid' })
  const [off, over] = [await offer(), await offer()]
  await house.send(house.as('huWeiping'), cancelShift, { id: off })
  await expect(claim('xuLihua', off)).rejects.toMatchObject({ code: 'gone' })
  await expect(house.send(house.as('wangJianping'), cancelShift, { id: over })).rejects.toMatchObject({
    code: 'forbidden',
  })
  house.clock.advance(DAY_MS)
  await expect(claim('xuLihua', over)).rejects.toMatchObject({ code: 'gone' })
  expect(await shiftsFor('yuGuorong')).toEqual([])
})
