import { afterEach, beforeEach, expect, it } from 'vitest'
import { cast, ELSEWHERE, STAGE } from '../../../demo/cast.ts'
import { addHold } from '#kernel/holds.ts'
import { DAY_MS } from '#kernel/clock.ts'
import { WHOLE } from '#kernel/authorise.ts'
import { inScope } from '#kernel/db.ts'
import type { Lever } from '#kernel/levers.ts'
import { myNotices } from '#modules/notices/contract.ts'
import { noticeText } from '#modules/notices/messages.ts'
import { laid } from '#test/city/check.ts'
import { settle } from '#test/city/doors.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { openTools } from '#test/city/opened.ts'
import { listChecks } from './contract-checks.ts'
import { evacuate } from './contract-evacuation.ts'
import { takeCall, triageCall } from './contract-hotline.ts'
import { takeItem } from './contract-requisition.ts'
import { listSweeps, startSweep } from './contract-sweeps.ts'
import { checks, evacuation, hotline, requisition, sweeps } from './levers.ts'

/** What somebody with a bad intent tries with the tools while they are open. */
let house: House
beforeEach(async () => void (house = await openHouse()))
afterEach(() => house.close())

const id = (): never => house.key() as never
const exercise = (tools: readonly Lever<boolean>[]) =>
  inScope(house.p.db, WHOLE, async (tx) => {
    const startsAt = house.clock.now()
    const rest = {
      place: STAGE.county,
      value: true,
      reason: '26-D01',
      heldBy: null,
      startsAt,
      endsAt: startsAt + DAY_MS,
    }
    for (const { name } of tools) await addHold(tx, { ...rest, id: house.key(), lever: name, exercise: true })
  })

it('asks for the lists of another county by naming a place there, and hears of none', async () => {
  await openTools(house, [sweeps, checks])
  await house.rows(`update people.person set home_place = '${STAGE.grid}' where id = '${cast.wangJianping.id}'`)
  await house.send(house.as('huWeiping'), startSweep, { id: id(), place: STAGE.village, title: '逐户摸排' })
  const { check } = await laid(house, [cast.wangJianping.id])
  for (const place of [STAGE.grid, STAGE.county]) {
    expect((await house.ask(house.as('zhuJianjun'), listSweeps, { place })).rows).toEqual([])
    expect((await house.ask(house.as('zhuJianjun'), listChecks, { place })).rows).toEqual([])
  }
  // Whoever names the county hears what concerns his own grid, no more.
  const [own] = (await house.ask(house.as('yuXuewen'), listChecks, { place: STAGE.county })).rows
  expect(own).toMatchObject({ id: check, lines: 1 })
})

it('has a household of another county listed by a call that is said to come from his own', async () => {
  await openTools(house, [hotline, evacuation], { place: STAGE.city })
  await settle(house, ['wangJianping'], { place: ELSEWHERE.grid, address: '凤林 1 号' })
  const { name, phone } = cast.wangJianping
  const call = id()
  const caller = { name, phone: phone ?? '' }
  await house.send(house.as('huWeiping'), takeCall, {
    id: call,
    place: STAGE.grid,
    caller,
    text: '水进院子',
    urgent: true,
  })
  const sent = house.send(house.as('huWeiping'), triageCall, { id: call, to: { become: 'evacuation' }, answer: '来了' })
  await expect(sent).rejects.toMatchObject({ code: 'conflict', detail: { problem: 'no_home_here' } })
  expect(await house.rows('select from relief.evacuee')).toEqual([])
})

it('has matters made in an exercise, and asks for money on its receipts', async () => {
  await exercise([requisition, hotline])
  const item = {
    item: '挖掘机',
    quantity: 1,
    unit: '台',
    worth: 300_000,
    condition: '完好',
    purpose: '清淤',
    basis: '《突发事件应对法》第七十六条',
  }
  const owner = { name: cast.wangJianping.name, phone: cast.wangJianping.phone ?? '' }
  const taken = { id: id(), place: STAGE.village, owner, ...item }
  expect(await house.send(house.as('chenLixin'), takeItem, taken as never)).toMatchObject({
    number: expect.stringMatching(/^26-D\d{6}$/),
  })
  const call = id()
  await house.send(house.as('jiangTing'), takeCall, {
    id: call,
    place: STAGE.grid,
    caller: owner,
    text: '电线断了',
    urgent: true,
  })
  const to = { become: 'case' as const, case: id(), secret: 'a1B2c3D4e5F6g7H8', kind: null }
  await expect(house.send(house.as('jiangTing'), triageCall, { id: call, to, answer: '马上来' })).rejects.toMatchObject(
    { code: 'not_open' },
  )
})

it('sends people out of their houses by an exercise: what they are told says first that it is one', async () => {
  await exercise([evacuation])
  const home = await settle(house, ['wangJianping'])
  const households = [home.household as never]
  await house.send(house.as('yuGuorong'), evacuate, { id: id(), place: STAGE.grid, households })
  await house.relay()
  const [told] = (await house.ask(house.as('wangJianping'), myNotices, {})).rows
  expect(told).toMatchObject({ kind: 'relief_evacuate' })
  const [row] = await house.rows<{ kind: string; params: Record<string, string | number> }>(
    `select kind, params from notices.notice where kind = 'relief_evacuate'`,
  )
  expect(noticeText(row?.kind ?? '', row?.params ?? {})).toMatch(/^【演练】/)
})
