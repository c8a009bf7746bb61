import { afterEach, beforeEach, expect, it } from 'vitest'
import { cast, STAGE } from '../../../demo/cast.ts'
import { DAY_MS, instant } from '#kernel/clock.ts'
import { myReports } from '#modules/cases/contract.ts'
import { myNotices } from '#modules/notices/contract.ts'
import { settle } from '#test/city/doors.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { openTools } from '#test/city/opened.ts'
import { listEvacuees } from './contract-evacuation.ts'
import { listCalls, takeCall, type Triage, triageCall } from './contract-hotline.ts'
import { reliefRoom } from './contract-room.ts'
import { listStays, startStay } from './contract-stays.ts'
import { evacuation, homeStay, hotline } from './levers.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
  await settle(house, ['wangJianping', 'zhengGuixiang'])
})
afterEach(() => house.close())

const id = (): never => house.key() as never
const operator = () => house.as('jiangTing')
const { name, phone } = cast.wangJianping
const call = async (more: object = {}) => {
  const one = id()
  await house.send(operator(), takeCall, {
    id: one,
    place: STAGE.grid,
    caller: { name, phone },
    text: '水进院子了，老人走不动',
    urgent: true,
    ...more,
  })
  return one
}
const triage = (one: never, to: Triage, answer = '马上有人来') =>
  house.send(operator(), triageCall, { id: one, to, answer })

it('is closed in peace', async () => {
  await expect(call()).rejects.toMatchObject({ code: 'not_open', detail: { capability: 'relief.hotline' } })
})

it('makes a call a matter like any other, and tells the caller', async () => {
  await openTools(house, [hotline])
  const one = await call({ text: '村口的电线断了掉在地上' })
  expect((await house.ask(operator(), listCalls, { waiting: true })).rows).toMatchObject([
    { id: one, caller: { name: '汪建平' }, urgent: true, can: ['triage'] },
  ])
  const made = await triage(one, { become: 'case', case: id(), secret: 'a1B2c3D4e5F6g7H8', kind: null })
  expect(made).toMatchObject({ became: 'case', number: expect.stringMatching(/^\d{10}$/) })
  await house.relay()
  const wang = house.as('wangJianping')
  expect((await house.ask(wang, myNotices, {})).rows.map(({ kind }) => kind)).toContain('relief_call_answered')
  const [row] = (await house.ask(operator(), listCalls, {})).rows
  expect((await house.ask(wang, myReports, {})).rows).toMatchObject([{ id: row?.subject, number: made.number }])
  await expect(triage(one, { become: 'told' })).rejects.toMatchObject({ code: 'already' })
})

it('puts a household on the list of people to be moved, when that is open too', async () => {
  await openTools(house, [hotline])
  const one = await call()
  await expect(triage(one, { become: 'evacuation' })).rejects.toMatchObject({
    code: 'not_open',
    detail: { capability: 'relief.evacuation' },
  })
  await openTools(house, [evacuation])
  await triage(one, { become: 'evacuation' })
  expect((await house.ask(house.as('yuXuewen'), listEvacuees, {})).rows).toHaveLength(2)
  const stranger = await call({ caller: { name: '过路人', phone: '13966665555' } })
  await expect(triage(stranger, { become: 'evacuation' })).rejects.toMatchObject({ code: 'conflict' })
  expect(await house.ask(house.as('chenLixin'), reliefRoom, { place: STAGE.village })).toMatchObject({
    open: ['relief.evacuation', 'relief.hotline'],
    people: { listed: 2, arrived: 0 },
    calls: { waiting: 1, urgent: 1 },
  })
})

it('is brought to whoever helps a caller who stays at home', async () => {
  await openTools(house, [hotline, homeStay])
  const one = await call({ text: '降压药吃完了' })
  await expect(triage(one, { become: 'need', need: id(), kind: 'medicine' })).rejects.toMatchObject({
    code: 'conflict',
  })
  const worker = house.as('yuXuewen')
  await house.send(house.as('huWeiping'), startStay, {
    id: id(),
    person: cast.wangJianping.id as never,
    basis: '疾控中心决定',
    helper: worker.post as never,
    until: instant(house.clock.now() + DAY_MS),
  })
  await triage(one, { become: 'need', need: id(), kind: 'medicine' })
  expect((await house.ask(worker, listStays, { waiting: true })).rows).toMatchObject([
    { needs: [{ text: '降压药吃完了' }] },
  ])
})

it('is not for everybody to hear', async () => {
  await openTools(house, [hotline], { place: STAGE.city })
  await call()
  for (const who of ['yuXuewen', 'wangJianping', 'wuKai'] as const)
    await expect(house.ask(house.as(who), listCalls, {})).rejects.toMatchObject({ code: 'forbidden' })
  expect((await house.ask(house.as('huWeiping'), listCalls, {})).rows).toHaveLength(1)
})
