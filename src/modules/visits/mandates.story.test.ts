import { afterEach, beforeEach, expect, it } from 'vitest'
import { DAY_MS, dayOf, instant } from '#kernel/clock.ts'
import { listLooks } from '#modules/consents/contract.ts'
import { myNotices } from '#modules/notices/contract.ts'
import { cast } from '../../../demo/cast.ts'
import { settle } from '#test/city/doors.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { answerPromise, askVisit, ourVisits, recordVisit, settlePromise } from './contract.ts'
import { endMandate, giveMandate, myMandates, witnessMandate } from './contract-mandates.ts'

let house: House
let home: { household: string }
beforeEach(async () => {
  house = await openHouse()
  home = await settle(house, ['zhengGuixiang'])
})
afterEach(() => house.close())

const id = (): never => house.key() as never
const SECRET = 'a1B2c3D4e5F6g7H8'
const granny = () => house.as('zhengGuixiang')
/** The nephew in another village, who has a phone that he can use. */
const nephew = () => house.as('yuWeidong')
const mandate = (more: object = {}) => ({
  id: id(),
  name: cast.yuWeidong.name,
  phone: cast.yuWeidong.phone,
  matters: ['see', 'ask', 'promises'] as ('see' | 'ask' | 'promises')[],
  until: dayOf(house.clock.now() + 30 * DAY_MS),
  ...more,
})
const visited = async () => {
  const promise = { id: id(), text: '帮您把医保卡送来', due: dayOf(house.clock.now() + 3 * DAY_MS) }
  await house.send(house.as('yuXuewen'), recordVisit, {
    id: id(),
    secret: SECRET,
    household: home.household,
    at: instant(house.clock.now()),
    outcome: 'talked',
    promises: [promise],
  })
  return promise.id
}

it('lets somebody act for Granny Zheng, each act of whom she sees, until she ends it', async () => {
  const promise = await visited()
  await expect(house.ask(nephew(), ourVisits, { mandate: id() })).rejects.toMatchObject({ code: 'not_found' })
  const given = mandate()
  await house.send(house.as('yuXuewen'), witnessMandate, { ...given, person: cast.zhengGuixiang.id })
  const seen = await house.ask(nephew(), ourVisits, { mandate: given.id })
  expect(seen.rows).toMatchObject([{ promises: [{ id: promise, text: '帮您把医保卡送来' }] }])
  await house.send(nephew(), askVisit, { id: id(), text: '奶奶腿疼，想请人来看看', mandate: given.id })
  await house.send(house.as('yuXuewen'), settlePromise, { id: promise, kept: true })
  expect(await house.send(nephew(), answerPromise, { id: promise, kept: true, mandate: given.id })).toEqual({
    state: 'confirmed',
  })

  const [hers] = (await house.ask(granny(), myMandates, {})).rows
  expect(hers).toMatchObject({ side: 'given', who: '余**', way: 'paper', witness: { name: '余学文' }, ended: false })
  expect(hers?.uses.map(({ matter }) => matter).sort()).toEqual(['ask', 'promises'])
  expect((await house.ask(granny(), listLooks, {})).rows).toEqual(
    expect.arrayContaining([expect.objectContaining({ what: 'visits.ours' })]),
  )
  expect(
    (
      await house.rows(
        `select from kernel.record where name = 'visits.answerPromise' and about = '${cast.zhengGuixiang.id}'`,
      )
    ).length,
  ).toBe(1)

  await house.relay()
  const told = (await house.ask(granny(), myNotices, {})).rows.filter(({ kind }) => kind === 'mandate_used')
  expect(told).toHaveLength(2)
  expect(told[0]?.params).toEqual({ name: '余**' })
  await house.send(granny(), endMandate, { id: given.id })
  await expect(house.ask(nephew(), ourVisits, { mandate: given.id })).rejects.toMatchObject({ code: 'gone' })
  expect((await house.ask(nephew(), myMandates, {})).rows).toMatchObject([{ side: 'held', who: '郑**', ended: true }])
})

it('is for what it names and nothing else, for whoever holds it and nobody else, and not after its day', async () => {
  const promise = await visited()
  const given = mandate({ matters: ['see'] })
  await house.send(granny(), giveMandate, given)
  await expect(house.send(nephew(), askVisit, { id: id(), text: '请来一趟', mandate: given.id })).rejects.toMatchObject(
    { code: 'forbidden' },
  )
  await expect(
    house.send(nephew(), answerPromise, { id: promise, kept: true, mandate: given.id }),
  ).rejects.toMatchObject({ code: 'forbidden' })
  await expect(house.ask(house.as('wangJianping'), ourVisits, { mandate: given.id })).rejects.toMatchObject({
    code: 'not_found',
  })
  await expect(house.send(house.as('wangJianping'), endMandate, { id: given.id })).rejects.toMatchObject({
    code: 'not_found',
  })
  house.clock.advance(30 * DAY_MS)
  await expect(house.ask(nephew(), ourVisits, { mandate: given.id })).rejects.toMatchObject({ code: 'gone' })
})

it('has an end within a year, is not given to oneself, and by no worker from elsewhere', async () => {
  const give = (more: object) => house.send(granny(), giveMandate, mandate(more))
  await expect(give({ until: '2028-01-01' })).rejects.toMatchObject({ code: 'invalid' })
  await expect(give({ until: dayOf(house.clock.now()) })).rejects.toMatchObject({ code: 'invalid' })
  await expect(give({ name: cast.zhengGuixiang.name, phone: cast.zhengGuixiang.phone })).rejects.toMatchObject({
    code: 'same_person',
  })
  for (const who of ['yuXiaoqing', 'zhouChunxian', 'zhengMingyuan'] as const)
    await expect(
      house.send(house.as(who), witnessMandate, { ...mandate(), person: cast.zhengGuixiang.id }),
    ).rejects.toMatchObject({ code: 'forbidden' })
})
