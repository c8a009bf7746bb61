import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { STAGE } from '../../../demo/cast.ts'
import { WHOLE } from '#kernel/authorise.ts'
import { DAY_MS, HOUR_MS, instant } from '#kernel/clock.ts'
import { inScope } from '#kernel/db.ts'
import { liveHolds } from '#kernel/holds.ts'
import { pull } from '#kernel/levers.ts'
import { myNotices } from '#modules/notices/contract.ts'
import { quietHours } from '#modules/notices/levers.ts'
import { type House, openHouse, START } from '#test/city/house.ts'
import { beginResponse, SAID as said } from '#test/city/response.ts'
import { current, end, fileWith, getActivation, listLog, noteDown, review } from './contract.ts'

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
})
