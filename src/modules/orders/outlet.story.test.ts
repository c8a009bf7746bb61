import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ELSEWHERE, STAGE } from '../../../demo/cast.ts'
import { asOwner } from '#kernel/db.ts'
import { addHold } from '#kernel/holds.ts'
import { DAY_MS, HOUR_MS, instant } from '#kernel/clock.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { myNotices } from '#modules/notices/contract.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { drafted, issued } from '#test/city/orders.ts'
import { getOrder, issueOrder, listOrders } from './contract.ts'
import { amendOrder, closeOrder, orderHistory, relayOrder, withdrawOrder } from './contract-after.ts'
import { answerOrder, coverage, myOrder, myOrders } from './contract-answers.ts'
import { checkOrder, mergeOrder, signOrder } from './contract-outlet.ts'

let house: House
beforeEach(async () => void (house = await openHouse()))
afterEach(() => house.close())
const county = () => house.as('chenLixin')
const water = () => house.as('jiangHaibo')
const urban = () => house.as('xuZhigang')
const yu = () => house.as('yuXuewen')
const newId = () => uuidv7(house.clock.now()) as never
const flood = { subject: '02-01', act: 'check' as const }
const recounted = (order: string) =>
  house.rows(
    `(select * from orders.tally where "order" = '${order}' except select "order", node, addressed, received, understood, blocked, impossible, already, done from orders.pub_recount)
     union all (select "order", node, addressed, received, understood, blocked, impossible, already, done from orders.pub_recount where "order" = '${order}' except select * from orders.tally)`,
  )
const say = (order: string, state: string, more: object = {}, by = yu()) =>
  house.send(by, answerOrder, { id: newId(), order: order as never, state: state as never, ...more })

describe('one outlet', () => {
  it('finds that another department asks the same people the same on the same day; they become one', async () => {
    const first = await issued(house, water(), { title: '检查河道隐患', ...flood })
    const second = await drafted(house, urban(), { title: '检查河道违建', ...flood })
    const found = await house.ask(urban(), checkOrder, { id: second.id })
    expect(found.overlaps).toMatchObject([
      { order: first.id, shared: first.addressed, sameSubject: true, proposal: 'merge' },
    ])
    expect(found.contradictions).toEqual([])
    await expect(house.send(urban(), issueOrder, { id: second.id })).rejects.toMatchObject({
      code: 'overlapping',
      detail: { orders: [first.id] },
    })
    await expect(house.send(urban(), issueOrder, { id: second.id, seen: [first.id] })).rejects.toMatchObject({
      code: 'overlapping',
    })
    const merged = await house.send(urban(), mergeOrder, { id: second.id, into: first.id, note: '一起看,不再单独发' })
    expect(merged).toMatchObject({ state: 'merged', mergedInto: first.id, number: null })
    const { joint } = await house.ask(water(), getOrder, { id: first.id })
    expect(joint[0]?.zh).toContain('综合行政执法')
    expect((await house.ask(water(), myNotices, {})).rows.map(({ kind }) => kind)).toContain('order_joined')
    expect((await house.ask(yu(), myOrders, {})).rows).toHaveLength(1)
  })

  it('goes out nevertheless with a reason, which stays with it', async () => {
    const first = await issued(house, water(), flood)
    const second = await drafted(house, urban(), flood)
    const sent = { id: second.id, seen: [first.id], despite: '要的是另一本台账' }
    expect(await house.send(urban(), issueOrder, sent)).toMatchObject({ state: 'issued', why: '要的是另一本台账' })
  })

  it('shows what contradicts it: the opposite act, or the same by another time', async () => {
    const open = await issued(house, water(), { ...flood, act: 'open', title: '开闸放水' })
    const shut = await drafted(house, urban(), { ...flood, act: 'close', title: '关闭闸门' })
    expect((await house.ask(urban(), checkOrder, { id: shut.id })).contradictions).toMatchObject([
      { order: open.id, what: 'act', theirs: 'open', ours: 'close' },
    ])
    await expect(house.send(urban(), issueOrder, { id: shut.id })).rejects.toMatchObject({ code: 'overlapping' })
    const later = await drafted(house, urban(), {
      ...flood,
      act: 'open',
      dueAt: instant(house.clock.now() + 3 * DAY_MS),
    })
    expect((await house.ask(urban(), checkOrder, { id: later.id })).contradictions).toMatchObject([
      { what: 'deadline' },
    ])
  })

  it('is nobody else’s draft to look at', async () => {
    const draft = await drafted(house, water())
    for (const by of [urban(), house.as('zhuJianjun'), house.as('huWeiping')])
      await expect(house.ask(by, checkOrder, { id: draft.id })).rejects.toMatchObject({ code: 'not_found' })
    await expect(house.send(urban(), mergeOrder, { id: draft.id, into: draft.id, note: '合并' })).rejects.toMatchObject(
      {
        code: 'not_found',
      },
    )
  })
})

describe('the minutes of a grid', () => {
  const much = { minutes: 100 }
  it('are summed over all orders of its day; above them the command signs, and not for its own', async () => {
    await issued(house, county(), much)
    const draft = await drafted(house, water(), { ...much, title: '检查山塘' })
    const found = await house.ask(water(), checkOrder, { id: draft.id })
    expect(found).toMatchObject({ needsSignature: true, budget: { limit: 120, minutes: 100 } })
    expect(found.budget.worst[0]).toMatchObject({ minutes: 200, orders: 2 })
    expect(await house.send(water(), issueOrder, { id: draft.id })).toMatchObject({ state: 'proposed', number: null })
    expect((await house.ask(yu(), myOrders, {})).rows).toHaveLength(1)
    const signing = { id: draft.id, note: '台风前必须看完' }
    await expect(house.send(house.as('huWeiping'), signOrder, signing)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(house.send(house.as('zhuJianjun'), signOrder, signing)).rejects.toMatchObject({ code: 'not_found' })
    await house.relay()
    expect((await house.ask(county(), myNotices, {})).rows.map(({ kind }) => kind)).toContain('order_to_sign')
    expect((await house.ask(county(), listOrders, { state: 'proposed' })).rows.map(({ id }) => id)).toEqual([draft.id])
    const signed = await house.send(county(), signOrder, signing)
    expect(signed).toMatchObject({ state: 'issued', signed: { name: '陈立新', note: '台风前必须看完' } })
    expect((await house.ask(yu(), myOrders, {})).rows).toHaveLength(2)
    const own = await drafted(house, county(), much)
    await house.send(county(), issueOrder, { id: own.id })
    await expect(house.send(county(), signOrder, { id: own.id, note: '自己签' })).rejects.toMatchObject({
      code: 'same_person',
    })
    expect((await house.send(house.as('maoXuefen'), signOrder, { id: own.id, note: '同意' })).state).toBe('issued')
  })

  it('are asked once of whom an order reaches again because it is passed on', async () => {
    const minutes = () =>
      house.rows<{ place: string; minutes: number }>(
        `select place, minutes from orders.load where starts_with(place, '${STAGE.village}') order by place`,
      )
    const workers = { within: [STAGE.township], roles: ['grid_worker' as const] }
    const order = await issued(house, county(), { ...much, audience: workers })
    const before = await minutes()
    expect(before.length).toBeGreaterThan(0)
    const room = house.as('huWeiping')
    const passed = { parent: order.id, text: '先看余东村口的塌方点', minutes: 100 }
    const again = await house.send(room, relayOrder, { id: newId(), ...passed, audience: workers })
    expect([again.state, await minutes()]).toEqual(['issued', before])
    // What the addition takes beside it counts.
    const longer = await house.send(room, relayOrder, { id: newId(), ...passed, audience: workers, minutes: 115 })
    expect((await minutes()).map((grid) => grid.minutes)).toEqual([115, 115])
    for (const { id } of [again, longer]) await house.send(room, withdrawOrder, { id, why: '区里统一安排' })
    expect(await minutes()).toEqual(before)
    // Through an order that did not ask the workers, their minutes come on top.
    const rooms = await issued(house, county(), {
      ...much,
      audience: { within: [STAGE.county], roles: ['township_room'] },
    })
    const further = { ...passed, id: newId(), parent: rooms.id, audience: workers }
    expect(await house.send(room, relayOrder, further)).toMatchObject({ state: 'proposed' })
  })

  it('are free again when an order is withdrawn, and more where a hold says so', async () => {
    const first = await issued(house, county(), much)
    await house.send(county(), withdrawOrder, { id: first.id, why: '不用了' })
    expect((await issued(house, county(), much)).state).toBe('issued')
    await asOwner(house.p.db, (tx) =>
      addHold(tx, {
        id: house.key(),
        lever: 'orders.minutesPerGridDay',
        place: STAGE.county,
        value: 600,
        startsAt: house.clock.now(),
        endsAt: house.clock.now() + DAY_MS,
        reason: '防汛',
        heldBy: null,
      }),
    )
    expect((await issued(house, county(), much)).state).toBe('issued')
    // Held in that county alone, it counts for an order of the city to that place, and not for one that goes further.
    const cityOrder = (within: string[]) => issued(house, house.as('zhuGuoliang'), { ...much, audience: { within } })
    expect((await cityOrder([STAGE.village])).state).toBe('issued')
    expect((await cityOrder([STAGE.village, ELSEWHERE.village])).state).toBe('proposed')
    house.clock.advance(25 * HOUR_MS)
    const [next] = [await issued(house, county(), much), await issued(house, county(), { minutes: 30 })]
    expect(next.state).toBe('issued')
  })
})

describe('an order changes', () => {
  it('in versions; whoever has answered sees what is different, and is asked again when it has to be', async () => {
    const order = await issued(house, county(), { text: '第一段\n第二段' })
    await say(order.id, 'done')
    const changed = { id: order.id, base: 1, text: '第一段\n第二段改了\n第三段', why: '雨量加大' }
    expect(await house.send(county(), amendOrder, changed)).toMatchObject({
      state: 'amended',
      version: 2,
      why: '雨量加大',
    })
    await expect(house.send(county(), amendOrder, changed)).rejects.toMatchObject({ code: 'conflict' })
    await expect(house.send(house.as('huWeiping'), amendOrder, { ...changed, base: 2 })).rejects.toMatchObject({
      code: 'not_found',
    })
    const mine = await house.ask(yu(), myOrder, { id: order.id })
    expect(mine).toMatchObject({ changed: true, version: 2 })
    expect(mine.difference).toEqual([
      { kind: 'same', text: '第一段' },
      { kind: 'out', text: '第二段' },
      { kind: 'in', text: '第二段改了' },
      { kind: 'in', text: '第三段' },
    ])
    await house.relay()
    expect((await house.ask(yu(), myNotices, {})).rows.map(({ kind }) => kind)).toContain('order_changed')
    expect((await house.ask(yu(), myOrders, {})).rows).toEqual([])
    await house.send(county(), amendOrder, { ...changed, base: 2, text: '全部重看', again: true })
    expect((await house.ask(yu(), myOrders, {})).rows).toHaveLength(1)
    // A word from before, that a phone brings only now, is history.
    await say(order.id, 'done', { base: 1 })
    expect((await house.ask(county(), coverage, { id: order.id })).tally).toMatchObject({
      done: 0,
      silent: order.addressed,
    })
    await say(order.id, 'done', { base: 3 })
    expect(await recounted(order.id)).toEqual([])
    const { versions, difference } = await house.ask(house.as('huWeiping'), orderHistory, { id: order.id })
    expect(versions.map(({ version, why }) => [version, why])).toEqual([
      [3, '雨量加大'],
      [2, '雨量加大'],
      [1, null],
    ])
    expect(difference.filter(({ kind }) => kind === 'in')).toEqual([{ kind: 'in', text: '全部重看' }])
  })

  it('is withdrawn with a reason, and stays readable with its answers; late answers are kept', async () => {
    const order = await issued(house, county())
    await say(order.id, 'understood')
    await expect(
      house.send(house.as('zhuJianjun'), withdrawOrder, { id: order.id, why: '不用了' }),
    ).rejects.toMatchObject({
      code: 'not_found',
    })
    await house.send(county(), withdrawOrder, { id: order.id, why: '雨停了' })
    await house.relay()
    const { rows: told } = await house.ask(yu(), myNotices, {})
    expect(told.find(({ kind }) => kind === 'order_ended')).toMatchObject({ params: { why: '雨停了' } })
    expect((await house.ask(yu(), myOrders, {})).rows).toEqual([])
    expect(await house.ask(yu(), myOrder, { id: order.id })).toMatchObject({ state: 'withdrawn', why: '雨停了' })
    expect((await say(order.id, 'done')).orderState).toBe('withdrawn')
    expect(await recounted(order.id)).toEqual([])
    expect((await house.ask(county(), coverage, { id: order.id })).tally.done).toBe(1)
    expect((await house.ask(county(), listOrders, { state: 'ended' })).rows.map(({ id }) => id)).toEqual([order.id])
    await expect(house.send(county(), withdrawOrder, { id: order.id, why: '再撤' })).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  it('is superseded by another one, which says what is new', async () => {
    const old = await issued(house, county(), { text: '看一遍\n报数字' })
    const next = await issued(house, county(), { text: '看一遍\n报照片', supersedes: old.id })
    expect(await house.ask(county(), getOrder, { id: old.id })).toMatchObject({
      state: 'superseded',
      supersededBy: next.id,
    })
    const mine = await house.ask(yu(), myOrder, { id: next.id })
    expect(mine.difference).toEqual([
      { kind: 'same', text: '看一遍' },
      { kind: 'out', text: '报数字' },
      { kind: 'in', text: '报照片' },
    ])
    expect((await house.ask(yu(), myOrders, {})).rows.map(({ id }) => id)).toEqual([next.id])
    await expect(drafted(house, county(), { supersedes: old.id })).rejects.toMatchObject({ code: 'conflict' })
  })

  it('ends when its purpose is reached', async () => {
    const order = await issued(house, county())
    expect((await house.send(county(), closeOrder, { id: order.id })).state).toBe('closed')
    expect((await house.ask(yu(), myOrders, {})).rows).toEqual([])
    await expect(house.send(county(), closeOrder, { id: order.id })).rejects.toMatchObject({ code: 'conflict' })
  })
})

describe('an order is passed on', () => {
  it('by a township with its own addition; the answers count for the county too', async () => {
    const order = await issued(house, county(), { audience: { within: [STAGE.county], roles: ['township_room'] } })
    const room = house.as('huWeiping')
    expect((await house.ask(room, getOrder, { id: order.id })).can).toContain('relay')
    const own = await issued(house, county())
    expect((await house.ask(county(), getOrder, { id: own.id })).can).not.toContain('relay')
    const input = {
      id: newId(),
      parent: order.id,
      text: '先看余东村口的塌方点',
      audience: { within: [STAGE.village], roles: ['grid_worker' as const] },
    }
    await expect(
      house.send(room, relayOrder, { ...input, audience: { within: [STAGE.county] } }),
    ).rejects.toMatchObject({ code: 'forbidden' })
    await expect(
      house.send(room, relayOrder, { ...input, dueAt: instant(house.clock.now() + 9 * DAY_MS) }),
    ).rejects.toMatchObject({ detail: { problems: [{ problem: 'after_parent' }] } })
    await expect(house.send(house.as('zhuJianjun'), relayOrder, input)).rejects.toMatchObject({ code: 'not_found' })
    const child = await house.send(room, relayOrder, input)
    expect(child).toMatchObject({ parent: order.id, state: 'issued', addressed: 2 })
    const mine = await house.ask(yu(), myOrder, { id: child.id })
    expect(mine).toMatchObject({ text: order.text, additions: [{ text: '先看余东村口的塌方点' }] })
    await say(child.id, 'done')
    const whole = await house.ask(county(), coverage, { id: order.id })
    expect(whole).toMatchObject({ relayed: 1, tally: { addressed: (order.addressed ?? 0) + 2, done: 1 } })
    expect((await house.ask(county(), coverage, { id: order.id, node: STAGE.village })).children).toHaveLength(2)
  })
})
