import { afterEach, beforeEach, expect, it } from 'vitest'
import { ELSEWHERE, STAGE } from '../../../demo/cast.ts'
import { DAY_MS, HOUR_MS, instant } from '#kernel/clock.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { openTools } from '#test/city/opened.ts'
import { myNotices } from '#modules/notices/contract.ts'
import { assignSeat, cancelShift, claimSeat, freeSeat, leaveSeat, listShifts, offerShift } from './contract-shifts.ts'
import { openTools as whatIsOpen } from './contract-open.ts'
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

it('is given to somebody by whoever leads there, who is told and may give it back', async () => {
  await openTools(house, [shifts])
  const night = await offer({ seats: 2 })
  const village = house.as('yuGuorong')
  const give = (who: object, seat = id()) =>
    house.send(village, assignSeat, { id: seat, shift: night, who: who as never })
  const seat = id()
  const officer = house.as('zhengMingyuan')
  expect(await give({ post: officer.post }, seat)).toMatchObject({ left: 1 })
  await expect(give({ post: officer.post })).rejects.toMatchObject({ code: 'already' })
  await expect(give({ post: house.key() })).rejects.toMatchObject({ code: 'invalid' })
  const volunteer = id()
  expect(await give({ name: '徐好心', phone: '13900008888' }, volunteer)).toMatchObject({ left: 0 })
  await expect(give({ name: '余二', phone: '13900009999' })).rejects.toMatchObject({ code: 'quota_full' })
  const [shown] = await shiftsFor('yuGuorong')
  expect(shown).toMatchObject({ taken: 2, can: ['cancel'] })
  expect(shown?.people.map((one) => [one.name, one.seat])).toEqual(
    expect.arrayContaining([
      ['郑明远', seat],
      ['徐好心', volunteer],
    ]),
  )
  await house.relay()
  expect((await house.ask(officer, myNotices, {})).rows[0]).toMatchObject({ kind: 'relief_shift' })
  await expect(
    house.send(house.as('wangJianping'), assignSeat, { id: id(), shift: night, who: { post: officer.post as never } }),
  ).rejects.toMatchObject({ code: 'forbidden' })
  await house.send(officer, leaveSeat, { id: seat, reason: '另有任务' })
  await give({ post: officer.post })
  await house.send(village, freeSeat, { id: volunteer, reason: '换人' })
  await expect(house.send(village, freeSeat, { id: volunteer, reason: '换人' })).rejects.toMatchObject({
    code: 'already',
  })
  await expect(house.send(house.as('wangJianping'), freeSeat, { id: volunteer, reason: '换人' })).rejects.toMatchObject(
    { code: 'forbidden' },
  )
  house.clock.advance(1000)
  house.clock.advance(HOUR_MS)
  await house.send(village, cancelShift, { id: night })
  await house.relay()
  expect((await house.ask(officer, myNotices, {})).rows[0]).toMatchObject({ kind: 'relief_shift_off' })
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

it('says to everybody where it is open, and nothing in peace', async () => {
  const open = () => house.ask(house.as('wangJianping'), whatIsOpen, {})
  expect((await open()).rows).toEqual([])
  await openTools(house, [shifts], { days: 3 })
  const here = { tool: 'relief.shifts', place: STAGE.county, until: at(72) }
  expect((await open()).rows).toMatchObject([here])
  const asked = async (place: string) => (await house.ask(house.as('wangJianping'), whatIsOpen, { place })).rows
  expect(await asked(STAGE.village)).toMatchObject([here])
  expect(await asked(STAGE.city)).toMatchObject([here])
  expect(await asked(ELSEWHERE.village)).toEqual([])
  house.clock.advance(3 * DAY_MS)
  expect((await open()).rows).toEqual([])
})

it('puts nobody in two places at one time, also if he asks for both at once', async () => {
  await openTools(house, [shifts])
  const [one, other] = [await offer(), await offer({ spot: '堤防', starts: at(12), ends: at(20) })]
  const outcomes = await Promise.allSettled([claim('wangJianping', one), claim('wangJianping', other)])
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(await house.rows(`select id from relief.seat`)).toHaveLength(1)
})

it('is cancelled while somebody takes a seat: the one waits for the other', async () => {
  await openTools(house, [shifts])
  const shift = await offer()
  const both = await house.p.db.pool.begin(async (q) => {
    await q.unsafe(`select pg_advisory_xact_lock(hashtextextended('relief.shift ${String(shift)}', 0))`)
    const claiming = claim('wangJianping', shift)
    await new Promise((resolve) => setTimeout(resolve, 300))
    const cancelling = house.send(house.as('yuGuorong'), cancelShift, { id: shift })
    await new Promise((resolve) => setTimeout(resolve, 300))
    return { outcomes: Promise.allSettled([claiming, cancelling]) }
  })
  expect(await both.outcomes).toMatchObject([{ status: 'fulfilled' }, { status: 'fulfilled' }])
  await house.relay()
  expect((await house.ask(house.as('wangJianping'), myNotices, {})).rows.map(({ kind }) => kind)).toContain(
    'relief_shift_off',
  )
})
