import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ELSEWHERE, STAGE } from '../../../demo/cast.ts'
import type { Actor } from '#kernel/authorise.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { listLooks } from '#modules/consents/contract.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { issued } from '#test/city/orders.ts'
import { answerOrder, callList, coverage, listRecipients, noteCall } from './contract-answers.ts'

let house: House
beforeEach(async () => void (house = await openHouse()))
afterEach(() => house.close())
const county = () => house.as('chenLixin')
const city = () => house.as('zhuGuoliang')
const newId = () => uuidv7(house.clock.now()) as never
const say = (order: string, by: Actor, state: string, more: object = {}) =>
  house.send(by, answerOrder, { id: newId(), order: order as never, state: state as never, ...more })
const everyone = { within: [STAGE.city], roles: ['grid_worker' as const] }

describe('how far an order has come', () => {
  it('is told of any node, from the city down to the grid, and the parts add up', async () => {
    const order = await issued(house, city(), { audience: everyone })
    await say(order.id, house.as('yuXuewen'), 'done')
    await say(order.id, house.as('yuXiaoqing'), 'blocked', { need: 'vehicle', note: '路断了' })
    await say(order.id, house.as('zhouChunxian'), 'received')
    const whole = await house.ask(city(), coverage, { id: order.id })
    expect(whole).toMatchObject({
      node: STAGE.city,
      level: 'city',
      tally: { addressed: order.addressed, silent: (order.addressed ?? 0) - 3, done: 1, blocked: 1, received: 1 },
      needs: [{ need: 'vehicle', count: 1 }],
      relayed: 0,
    })
    expect(whole.children.map(({ place }) => place)).toEqual([STAGE.county, ELSEWHERE.county])
    // Down to the village, whose grids are counted by themselves.
    for (const [node, child] of [
      [STAGE.county, STAGE.township],
      [STAGE.township, STAGE.village],
      [STAGE.village, STAGE.grid],
    ] as const) {
      const { tally, children } = await house.ask(city(), coverage, { id: order.id, node })
      expect(children.map(({ place }) => place)).toContain(child)
      expect(children.reduce((sum, { addressed }) => sum + addressed, 0)).toBe(tally.addressed)
      expect(children.reduce((sum, { silent }) => sum + silent, 0)).toBe(tally.silent)
    }
    const { children } = await house.ask(house.as('yuGuorong'), coverage, { id: order.id })
    expect(children.map(({ place, name, done, blocked }) => ({ place, name, done, blocked }))).toEqual([
      { place: STAGE.otherGrid, name: expect.any(String) as string, done: 0, blocked: 1 },
      { place: STAGE.grid, name: expect.any(String) as string, done: 1, blocked: 0 },
    ])
  })

  it('is each place of its own: what is above and beside stays hidden', async () => {
    const order = await issued(house, city(), { audience: everyone })
    expect((await house.ask(house.as('huWeiping'), coverage, { id: order.id })).node).toBe(STAGE.township)
    await expect(
      house.ask(house.as('huWeiping'), coverage, { id: order.id, node: STAGE.county }),
    ).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(
      house.ask(house.as('zhuJianjun'), coverage, { id: order.id, node: STAGE.village }),
    ).rejects.toMatchObject({ code: 'forbidden' })
    await expect(house.ask(house.as('jiangHaibo'), coverage, { id: order.id })).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(house.ask(house.as('yuXuewen'), coverage, { id: order.id })).rejects.toMatchObject({
      code: 'forbidden',
    })
    const own = await issued(house, house.as('jiangHaibo'), { title: '检查山塘' })
    expect((await house.ask(house.as('jiangHaibo'), coverage, { id: own.id })).tally.addressed).toBe(own.addressed)
    await expect(house.ask(house.as('wuJianhua'), coverage, { id: own.id })).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})

describe('who is silent', () => {
  it('is a list to call by; each of them sees that the number was read, and what was said by phone counts', async () => {
    const order = await issued(house, county())
    await say(order.id, house.as('yuXiaoqing'), 'done')
    const silent = await house.ask(county(), listRecipients, { id: order.id, node: STAGE.village, state: 'silent' })
    expect(silent.rows).toMatchObject([{ name: '余学文', phone: null, answer: null, chased: 0, late: false }])
    const { rows } = await house.ask(house.as('huWeiping'), callList, { id: order.id, node: STAGE.village })
    const [yu] = rows
    expect(rows.map(({ name, phone }) => [name, phone?.length])).toEqual([['余学文', 11]])
    const { rows: looks } = await house.ask(house.as('yuXuewen'), listLooks, {})
    expect(looks).toMatchObject([{ purpose: { key: 'staff_directory' } }, {}])
    await expect(
      house.ask(house.as('jiangHaibo'), callList, { id: order.id, node: STAGE.village }),
    ).rejects.toMatchObject({ code: 'forbidden' })
    const called = { id: newId(), order: order.id, who: yu?.who ?? '', note: '在山上没有信号,都看过了' }
    await expect(house.send(house.as('zhuJianjun'), noteCall, { ...called, state: 'done' })).rejects.toMatchObject({
      code: 'not_found',
    })
    await house.send(house.as('huWeiping'), noteCall, { ...called, state: 'done' })
    expect((await house.ask(house.as('huWeiping'), callList, { id: order.id, node: STAGE.village })).rows).toEqual([])
    expect(
      await house.rows(
        `select called, by_person is not null as by from orders.answer where "order" = '${order.id}' and called`,
      ),
    ).toEqual([{ called: true, by: true }])
  })

  it('comes in pages', async () => {
    const order = await issued(house, county())
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const found = await house.ask(county(), listRecipients, { id: order.id, limit: 7, ...(cursor ? { cursor } : {}) })
      seen.push(...found.rows.map(({ who }) => who))
      cursor = found.next ?? undefined
    } while (cursor)
    expect(new Set(seen).size).toBe(order.addressed)
    expect(seen.length).toBe(order.addressed)
  })
})
