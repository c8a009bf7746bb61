import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cast, STAGE } from '../../../demo/cast.ts'
import { dayOf, HOUR_MS, instant } from '#kernel/clock.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { makeBond } from '#modules/bonds/contract.ts'
import { reportCase } from '#modules/cases/contract.ts'
import { myNotices } from '#modules/notices/contract.ts'
import { handOver } from '#modules/posts/contract.ts'
import { type House, openHouse, START } from '#test/city/house.ts'
import { issued } from '#test/city/orders.ts'
import { answerOrder, myOrder, myOrders, standIn } from './contract-answers.ts'

let house: House
beforeEach(async () => void (house = await openHouse()))
afterEach(() => house.close())
const county = () => house.as('chenLixin')
const yu = () => house.as('yuXuewen')
const newId = () => uuidv7(house.clock.now()) as never
const says = (state: string, more: object = {}, by = yu()) => ({
  by,
  input: { id: newId(), order: '' as never, state: state as never, ...more },
})
const say = (order: string, { by, input }: ReturnType<typeof says>, key?: string) =>
  house.send(by, answerOrder, { ...input, order: order as never }, key)
const tally = async (order: string) =>
  (
    await house.rows<Record<string, number>>(
      `select addressed, received, understood, blocked, impossible, already, done from orders.tally where "order" = '${order}' and node = '${STAGE.village}'`,
    )
  )[0]
/** The counters are what a recount of the recipients says. */
const recounted = (order: string) =>
  house.rows(
    `(select * from orders.tally where "order" = '${order}' except select "order", node, addressed, received, understood, blocked, impossible, already, done from orders.pub_recount)
     union all (select "order", node, addressed, received, understood, blocked, impossible, already, done from orders.pub_recount where "order" = '${order}' except select * from orders.tally)`,
  )

describe('an answer', () => {
  it('is received, understood, blocked with what is needed, done; each word stays', async () => {
    const order = await issued(house, county())
    await house.relay()
    expect((await house.ask(yu(), myNotices, {})).rows[0]).toMatchObject({ kind: 'order_came', subject: order.id })
    const [row] = (await house.ask(yu(), myOrders, {})).rows
    expect(row).toMatchObject({ id: order.id, answer: null, late: false, changed: false })
    for (const [state, more] of [
      ['received', {}],
      ['understood', {}],
      ['blocked', { need: 'vehicle', note: '车陷在路上' }],
      ['done', {}],
    ] as const) {
      house.clock.advance(60_000)
      expect(await say(order.id, says(state, more))).toEqual({ state, version: 1, orderState: 'issued' })
    }
    expect(await tally(order.id)).toMatchObject({ done: 1, blocked: 0, understood: 0, received: 0 })
    expect(await recounted(order.id)).toEqual([])
    expect((await house.ask(yu(), myOrders, {})).rows).toEqual([])
    expect((await house.ask(yu(), myOrders, { open: false })).rows.map(({ answer }) => answer)).toEqual(['done'])
    const { answers } = await house.ask(yu(), myOrder, { id: order.id })
    expect(answers.map(({ state }) => state)).toEqual(['done', 'blocked', 'understood', 'received'])
    // The issuer heard that somebody was stuck.
    await house.relay()
    expect((await house.ask(county(), myNotices, {})).rows.map(({ kind }) => kind)).toContain('order_stuck')
  })

  it('brings what it has to: a need, a reason, its evidence', async () => {
    const order = await issued(house, county(), { evidence: 'number' })
    const refused = (problem: string) => ({
      code: 'evidence_missing',
      detail: { problems: [{ path: problem, problem: 'missing' }] },
    })
    await expect(say(order.id, says('blocked', { note: '没有车' }))).rejects.toMatchObject(refused('need'))
    await expect(say(order.id, says('impossible'))).rejects.toMatchObject(refused('note'))
    await expect(say(order.id, says('already'))).rejects.toMatchObject(refused('case'))
    await expect(say(order.id, says('done'))).rejects.toMatchObject(refused('number'))
    expect((await say(order.id, says('done', { number: 3 }))).state).toBe('done')
    expect(await recounted(order.id)).toEqual([])
  })

  it('is only his who is addressed', async () => {
    const order = await issued(house, county(), { audience: { within: [STAGE.grid] } })
    for (const who of ['yuXiaoqing', 'zhouChunxian', 'huWeiping', 'wangJianping'] as const)
      await expect(say(order.id, says('done', {}, house.as(who)))).rejects.toMatchObject({ code: 'not_found' })
    await expect(say(order.id, says('done', { for: yu().post }, house.as('yuXiaoqing')))).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  it('counts by when it was said, in whatever order and however often phones bring it', async () => {
    const order = await issued(house, county())
    house.clock.advance(HOUR_MS)
    const at = (minutes: number) => ({ saidAt: instant(START + minutes * 60_000) })
    const words = [says('received', at(10)), says('understood', at(20)), says('done', at(30))]
    const keys = words.map(() => house.key())
    for (const i of [2, 0, 2, 1, 0]) await say(order.id, words[i] ?? says('done'), keys[i])
    expect(await tally(order.id)).toMatchObject({ done: 1, received: 0, understood: 0 })
    expect(await recounted(order.id)).toEqual([])
    expect(await house.rows(`select from orders.answer where "order" = '${order.id}'`)).toHaveLength(3)
    // A phone whose clock is ahead has no last word for ever.
    await say(order.id, says('blocked', { need: 'people', note: '还缺两个人', saidAt: instant(START + 90 * 60_000) }))
    house.clock.advance(1000)
    expect((await say(order.id, says('done'))).state).toBe('done')
  })

  it('of many at once leaves the counters as a recount says', async () => {
    const order = await issued(house, county(), { audience: { within: [STAGE.township] } })
    const posts = await house.rows<{ id: string; person: string; place: string; role: string; organ: string | null }>(
      `select p.* from posts.post p join orders.recipient r on r.who = p.id where r."order" = '${order.id}'`,
    )
    expect(posts.length).toBeGreaterThan(5)
    const states = ['received', 'understood', 'done', 'impossible'] as const
    await Promise.all(
      posts.flatMap(({ id: post, person, place, role, organ }) =>
        states.map((state, i) =>
          say(
            order.id,
            says(
              state,
              { note: '路断了', saidAt: instant(START - i) },
              {
                kind: 'staff',
                role,
                person,
                post,
                organ,
                place,
                session: null,
              },
            ),
          ),
        ),
      ),
    )
    expect(await recounted(order.id)).toEqual([])
    expect(await house.rows(`select sum(received)::int as n from orders.tally where "order" = '${order.id}'`)).toEqual([
      { n: posts.length },
    ])
  })
})

describe('already done', () => {
  it('by a case, or by another order that asked the same post', async () => {
    const [first, second] = [await issued(house, county()), await issued(house, county(), { title: '再看一遍隐患点' })]
    const reported = await house.send(yu(), reportCase, {
      id: newId(),
      secret: 'a1B2c3D4e5F6g7H8',
      channel: 'patrol',
      kind: '01-07',
      description: '余东村后山有小塌方',
      place: STAGE.grid,
    })
    expect((await say(first.id, says('already', { case: reported.id }))).state).toBe('already')
    await expect(say(second.id, says('already', { case: newId() }))).rejects.toMatchObject({ code: 'not_found' })
    await expect(say(second.id, says('already', { by: second.id }))).rejects.toMatchObject({ code: 'not_found' })
    expect((await say(second.id, says('already', { by: first.id }))).state).toBe('already')
    expect(await recounted(second.id)).toEqual([])
  })
})

describe('somebody else answers', () => {
  it('stands in for an absent post, by its own word or that of the place above', async () => {
    const order = await issued(house, county())
    const qing = house.as('yuXiaoqing')
    const input = { of: yu().post as never, by: qing.post as never, reason: '住院' }
    await expect(house.send(house.as('zhouChunxian'), standIn, input)).rejects.toMatchObject({ code: 'forbidden' })
    expect((await house.send(house.as('yuGuorong'), standIn, input)).orders).toBe(1)
    const { rows } = await house.ask(qing, myOrders, {})
    expect(new Set(rows.map(({ forName }) => forName))).toEqual(new Set([null, '余学文']))
    await say(order.id, says('done', { for: yu().post }, qing))
    expect((await house.ask(qing, myOrders, {})).rows.map(({ forName }) => forName)).toEqual([null])
    expect((await house.ask(yu(), myOrder, { id: order.id })).answers).toMatchObject([{ state: 'done', by: '余小青' }])
    expect((await house.ask(yu(), myOrders, { open: false })).rows.map(({ id }) => id)).toEqual([order.id])
    const next = await issued(house, county(), { title: '下一件' })
    expect((await house.ask(qing, myOrders, {})).rows.filter(({ id }) => id === next.id)).toHaveLength(2)
    await house.send(yu(), standIn, { ...input, by: null, reason: '回来了' })
    expect((await house.ask(qing, myOrders, {})).rows.filter(({ id }) => id === next.id)).toHaveLength(1)
  })

  it('takes over open orders with the post', async () => {
    const order = await issued(house, county())
    const to = house.key()
    await house.send(house.as('wuKai'), handOver, {
      id: yu().post as never,
      to: cast.fangXiaoyan.id as never,
      newId: to as never,
      day: dayOf(START),
    })
    await house.relay()
    expect(
      await house.rows(`select from orders.recipient where "order" = '${order.id}' and who = '${to}'`),
    ).toHaveLength(1)
    expect(await recounted(order.id)).toEqual([])
  })

  it('without a post: a party member is asked as a person and answers as one', async () => {
    await house.rows(`delete from bonds.bond where kind = 'member_household' and place like '${STAGE.village}%'`)
    const [home] = await house.rows<{ household: string }>(
      `select household from homes.member where person = '${cast.zhengGuixiang.id}'`,
    )
    await house.send(house.as('yuGuorong'), makeBond, {
      id: newId(),
      kind: 'member_household',
      from: { kind: 'person', id: cast.yuWeidong.id },
      to: { kind: 'household', id: home?.household ?? '' },
    })
    const order = await issued(house, county(), {
      audience: { within: [STAGE.village], bondKinds: ['member_household'] },
    })
    const member = house.as('yuWeidong')
    expect((await house.ask(member, myOrders, {})).rows.map(({ id }) => id)).toEqual([order.id])
    expect((await say(order.id, says('done', {}, member))).state).toBe('done')
    expect(await recounted(order.id)).toEqual([])
  })
})
