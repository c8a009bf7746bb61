import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { STAGE } from '../../../demo/cast.ts'
import { WHOLE } from '#kernel/authorise.ts'
import { DAY_MS, HOUR_MS, instant } from '#kernel/clock.ts'
import { inScope } from '#kernel/db.ts'
import { liveHolds } from '#kernel/holds.ts'
import { pull } from '#kernel/levers.ts'
import { myNotices } from '#modules/notices/contract.ts'
import { quietHours } from '#modules/notices/levers.ts'
import { settle } from '#test/city/doors.ts'
import { type House, openHouse, START } from '#test/city/house.ts'
import { beginResponse, SAID as said } from '#test/city/response.ts'
import {
  confirm,
  current,
  declare,
  end,
  extend,
  fileWith,
  getActivation,
  listLog,
  noteDown,
  review,
} from './contract.ts'

let house: House
beforeEach(async () => void (house = await openHouse()))
afterEach(() => house.close())

const id = () => house.key() as never
const begin = (more: object = {}) => beginResponse(house, more)
const quietAt = (place: string) =>
  inScope(house.p.db, WHOLE, async (tx) =>
    pull(quietHours, await liveHolds(tx, house.clock.now()), place, house.clock.now()),
  )
const bands = async () => (await house.ask(house.nobody, current, {})).rows

describe('while it lasts', () => {
  it('is filed, reviewed and written down; what is late says so', async () => {
    const { id: activation } = await begin({ hours: 240, reviewHours: 24 })
    house.clock.advance(5 * DAY_MS)
    await house.sweep()
    await house.relay()
    const kinds = (await house.ask(house.as('maoXuefen'), myNotices, {})).rows.map(({ kind }) => kind)
    expect(kinds).toEqual(expect.arrayContaining(['response_review', 'response_filing']))
    await expect(
      house.send(house.as('chenLixin'), fileWith, { id: activation, number: '衢常备2026-12', day: '2026-09-09' }),
    ).rejects.toMatchObject({ code: 'invalid' })
    expect(
      await house.send(house.as('chenLixin'), fileWith, { id: activation, number: '衢常备2026-12', day: '2026-09-06' }),
    ).toEqual({ id: activation, late: true })
    await expect(
      house.send(house.as('chenLixin'), fileWith, { id: activation, number: '衢常备2026-13', day: '2026-09-06' }),
    ).rejects.toMatchObject({ code: 'already' })
    house.clock.advance(1000)
    const looked = await house.send(house.as('chenLixin'), review, {
      id: activation,
      finding: '水位还在涨',
      nextHours: 48,
    })
    expect(looked.reviewAt).toBe(instant(START + 7 * DAY_MS + 1000))
    house.clock.advance(1000)
    await house.send(house.as('maoXuefen'), noteDown, { id: activation, entry: id(), text: '请求省里增派冲锋舟' })
    const log = (await house.ask(house.as('yuXuewen'), listLog, { id: activation })).rows
    expect(log.map(({ sort }) => sort)).toEqual(['note', 'review', 'filing', 'decision'])
    expect(log[0]).toMatchObject({ by: '毛雪芬', text: '请求省里增派冲锋舟' })
    const seen = await house.ask(house.as('chenLixin'), getActivation, { id: activation })
    expect(seen).toMatchObject({ reviewLate: false, filing: { late: true, number: '衢常备2026-12' } })
    expect(seen.can).toEqual(expect.arrayContaining(['extend', 'changeLevel', 'end', 'note']))
    expect((await house.ask(house.as('yuXuewen'), getActivation, { id: activation })).can).toEqual([])
  })
})

it('is named to a resident by where he lives: what holds there comes first', async () => {
  await settle(house, ['wangJianping'])
  await settle(house, ['xuLihua'], { place: STAGE.otherGrid, address: '余东村大路 3 号' })
  await begin({ area: [STAGE.grid] })
  house.clock.advance(1000)
  await begin({ playbook: 'geological', level: 'IV', area: [STAGE.otherGrid] })
  const first = async (who: 'wangJianping' | 'xuLihua') => {
    const [row] = (await house.ask(house.as(who), current, {})).rows
    return [row?.area.map(({ code }) => code), row?.here]
  }
  expect(await first('wangJianping')).toEqual([[STAGE.grid], true])
  expect(await first('xuLihua')).toEqual([[STAGE.otherGrid], true])
})

describe('the end', () => {
  it('takes the powers back at this instant, by one person', async () => {
    const { id: activation } = await begin()
    house.clock.advance(HOUR_MS)
    const over = await house.send(house.as('maoXuefen'), end, {
      id: activation,
      decision: id(),
      ...said,
      reason: '水位退到警戒线以下',
    })
    expect(over.destroyAt).toBe(instant(START + HOUR_MS + 7 * DAY_MS))
    expect(await quietAt(STAGE.grid)).toEqual({ from: 22, to: 7 })
    expect(await bands()).toEqual([])
    await expect(
      house.send(house.as('chenLixin'), end, { id: activation, decision: id(), ...said }),
    ).rejects.toMatchObject({ code: 'already' })
  })

  it('comes by itself when nobody extends it', async () => {
    const { id: activation } = await begin()
    house.clock.advance(48 * HOUR_MS)
    expect(await quietAt(STAGE.grid)).toEqual({ from: 22, to: 7 })
    expect(await bands()).toEqual([])
    const late = { id: activation, decision: id(), ...said }
    await expect(house.send(house.as('chenLixin'), end, late)).rejects.toMatchObject({ code: 'already' })
    await expect(
      house.send(house.as('chenLixin'), extend, { ...late, hours: 24, reviewHours: 12 }),
    ).rejects.toMatchObject({ code: 'conflict' })
    await house.sweep()
    await house.relay()
    const seen = await house.ask(house.as('chenLixin'), getActivation, { id: activation })
    expect(seen).toMatchObject({ state: 'settling', whyEnded: 'expired', endedAt: instant(START + 48 * HOUR_MS) })
    expect(
      await house.rows(
        `select from posts.pub_post where id in (select id from emergency.raised) and (to_day is null or to_day > '2026-09-03')`,
      ),
    ).toEqual([])
    expect(await house.rows(`select from bonds.bond where under is not null and until_day > '2026-09-03'`)).toEqual([])
    expect((await house.ask(house.as('yuXuewen'), myNotices, {})).rows[0]).toMatchObject({ kind: 'response_ends' })
  })

  it('makes void what was proposed and not confirmed by then', async () => {
    const { id: activation } = await begin()
    const decision = id()
    await house.send(house.as('chenLixin'), extend, { id: activation, decision, hours: 24, reviewHours: 12, ...said })
    house.clock.set(START + 48 * HOUR_MS - 1000)
    const late = house.send(house.as('maoXuefen'), confirm, { decision })
    await expect(late).rejects.toMatchObject({ code: 'gone' })
    house.clock.advance(1000)
    await house.sweep()
    await expect(house.send(house.as('maoXuefen'), confirm, { decision })).rejects.toMatchObject({ code: 'already' })
  })
})

describe('what the tables themselves refuse', () => {
  const twice = `update emergency.decision set confirmed_by = proposed_by where kind = 'activate'`
  const longer = `update emergency.decision set ends_at = confirmed_at + interval '30 days 1 second' where kind = 'activate'`
  const endless = `update emergency.activation set ends_at = null`

  it.each([twice, longer, endless])('%s', async (text) => {
    await begin()
    await expect(house.rows(text)).rejects.toThrow('violates check constraint')
  })

  it('takes one of two confirmations that come at once', async () => {
    const decision = id()
    const plan = { playbook: 'snow', level: 'III' as const, area: [STAGE.county as never], hours: 24, reviewHours: 12 }
    await house.send(house.as('zhuGuoliang'), declare, { ...plan, ...said, id: id(), decision })
    const both = await Promise.allSettled(
      (['chenLixin', 'maoXuefen'] as const).map((who) => house.send(house.as(who), confirm, { decision })),
    )
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'already' } })
    const [holds] = await house.rows<{ n: number }>('select count(*)::int as n from kernel.hold')
    expect(both.find(({ status }) => status === 'fulfilled')).toMatchObject({ value: { holds: holds?.n } })
  })
})
