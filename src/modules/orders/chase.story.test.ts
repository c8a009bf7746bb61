import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cast, STAGE } from '../../../demo/cast.ts'
import { addHold } from '#kernel/holds.ts'
import { asOwner } from '#kernel/db.ts'
import { DAY_MS, HOUR_MS, instant } from '#kernel/clock.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { issued } from '#test/city/orders.ts'
import { answerOrder, callList, extendRecipient } from './contract-answers.ts'

let house: House
beforeEach(async () => void (house = await openHouse()))
afterEach(() => house.close())
const county = () => house.as('chenLixin')
const yu = () => house.as('yuXuewen')
const village = { within: [STAGE.village], roles: ['grid_worker' as const] }
const say = (order: string, state: string, more: object = {}, by = yu()) =>
  house.send(by, answerOrder, {
    id: uuidv7(house.clock.now()) as never,
    order: order as never,
    state: state as never,
    ...more,
  })
const told = async (kind: string) =>
  (
    await house.rows<{ name: string; texted: boolean }>(
      `select n.name, exists (select from notices.sms s where s.notice = t.id) as texted from notices.notice t join posts.post p on p.id = t.post join people.person n on n.id = p.person
       where t.kind = '${kind}' order by 1`,
    )
  ).map(({ name, texted }) => `${name}${texted ? ' by text' : ''}`)
const pass = async (ms: number) => {
  house.clock.advance(ms)
  // what is due, what that tells, and the text messages of it
  for (let i = 0; i < 2; i++) {
    await house.sweep()
    await house.relay()
  }
}

describe('who is silent', () => {
  it('is reminded in the app, by text message, by the place above; then he is on the call list', async () => {
    const order = await issued(house, county(), { audience: village, dueAt: instant(house.clock.now() + 8 * HOUR_MS) })
    await say(order.id, 'received', {}, house.as('yuXiaoqing'))
    await pass(HOUR_MS)
    expect(await told('order_remind')).toEqual([])
    await pass(HOUR_MS)
    expect(await told('order_remind')).toEqual(['余学文'])
    await pass(2 * HOUR_MS)
    expect(await told('order_text')).toEqual(['余学文 by text'])
    expect(house.inbox.list().filter(({ to }) => to === cast.yuXuewen.phone)).toHaveLength(1)
    await pass(2 * HOUR_MS)
    expect(await told('order_below')).toEqual(['余国荣'])
    await pass(2 * HOUR_MS)
    expect(await told('order_below')).toEqual(['余国荣', '陈立新'])
    const { rows } = await house.ask(county(), callList, { id: order.id })
    expect(rows).toMatchObject([{ name: '余学文', chased: 4, late: false }])
    house.clock.advance(HOUR_MS)
    expect((await house.ask(county(), callList, { id: order.id })).rows).toMatchObject([{ late: true }])
    // Nothing more, however often the house looks.
    await pass(DAY_MS)
    expect((await told('order_remind')).length + (await told('order_text')).length).toBe(2)
  })

  it('is left alone at night, unless the order is red', async () => {
    house.clock.advance(10 * HOUR_MS)
    const night = { audience: village, dueAt: instant(house.clock.now() + 8 * HOUR_MS) }
    const plain = await issued(house, county(), { ...night, title: '平常的事' })
    const red = await issued(house, county(), { ...night, title: '红色指令', red: true })
    await pass(4 * HOUR_MS)
    const subjects = async () =>
      (
        await house.rows<{ subject: string }>(`select distinct subject from notices.notice where kind = 'order_remind'`)
      ).map(({ subject }) => subject)
    expect(await subjects()).toEqual([red.id])
    await pass(8 * HOUR_MS)
    expect((await subjects()).toSorted()).toEqual([plain.id, red.id].toSorted())
  })

  it('is chased as the lever says where a hold sets it otherwise', async () => {
    await asOwner(house.p.db, (tx) =>
      addHold(tx, {
        id: house.key(),
        lever: 'orders.chaseShares',
        place: STAGE.county,
        value: { app: 0.05, text: 0.1, above: 0.2, call: 0.3 },
        startsAt: house.clock.now(),
        endsAt: house.clock.now() + DAY_MS,
        reason: '台风',
        heldBy: null,
      }),
    )
    await issued(house, county(), { audience: village, dueAt: instant(house.clock.now() + 10 * HOUR_MS) })
    await pass(HOUR_MS)
    expect(await told('order_remind')).toEqual(['余学文', '余小青'])
  })

  it('with a deadline of his own has a clock of his own', async () => {
    const order = await issued(house, county(), { audience: village, dueAt: instant(house.clock.now() + 4 * HOUR_MS) })
    await say(order.id, 'blocked', { need: 'material', note: '警示牌还没到' })
    const later = {
      order: order.id,
      who: yu().post ?? '',
      dueAt: instant(house.clock.now() + 40 * HOUR_MS),
      reason: '等材料',
    }
    await expect(house.send(house.as('jiangHaibo'), extendRecipient, later)).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(house.send(house.as('zhuJianjun'), extendRecipient, later)).rejects.toMatchObject({
      code: 'not_found',
    })
    await house.send(house.as('huWeiping'), extendRecipient, later)
    await pass(4 * HOUR_MS)
    expect(await told('order_remind')).toEqual(['余小青'])
    await pass(7 * HOUR_MS)
    expect(await told('order_remind')).toEqual(['余学文', '余小青'])
    await say(order.id, 'done')
    await pass(20 * HOUR_MS)
    expect(await told('order_text')).not.toContain('余学文 by text')
    await expect(
      house.send(house.as('huWeiping'), extendRecipient, { ...later, dueAt: instant(house.clock.now() + DAY_MS) }),
    ).rejects.toMatchObject({
      code: 'conflict',
    })
  })
})

it('recipients lie by month; after three years a month leaves as a whole', async () => {
  const order = await issued(house, county(), { audience: village })
  await house.sweep()
  const months = () =>
    house.rows<{ month: string }>(
      `select distinct tableoid::regclass::text as month from orders.recipient where "order" = '${order.id}'`,
    )
  expect(await months()).toEqual([{ month: 'orders_month.recipient_2026_09' }])
  house.clock.advance(3.2 * 366 * DAY_MS)
  await house.sweep()
  expect(await months()).toEqual([])
  expect(await house.rows(`select from orders.order where id = '${order.id}'`)).toHaveLength(1)
})
