import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DAY_MS } from '#kernel/clock.ts'
import { hashOf } from './commands-record.ts'
import { findVoice, keepVoice } from './contract-inward.ts'

import {
  answerPromise,
  askVisit,
  declineRequest,
  followVisit,
  listPromises,
  ourVisits,
  printSlip,
  settlePromise,
  withdrawRequest,
} from './contract.ts'
import type { CastName } from '#test/city/house.ts'
import { openVisiting, SECRET } from '#test/city/visiting.ts'

let { house, id, day, worker, wang, visit, promised, kindsAt, noticesOf } = {} as Awaited<
  ReturnType<typeof openVisiting>
>
beforeEach(
  async () => void ({ house, id, day, worker, wang, visit, promised, kindsAt, noticesOf } = await openVisiting()),
)
afterEach(() => house.close())

describe('a promise', () => {
  it('reminds both sides, the day before and when its day is over', async () => {
    await promised(day(3))
    await house.sweep()
    expect(await noticesOf('yuXuewen')).not.toContain('promise_tomorrow')
    house.clock.advance(2 * DAY_MS)
    expect(await noticesOf('yuXuewen')).toContain('promise_tomorrow')
    expect(await noticesOf('wangJianping')).toContain('promise_tomorrow_ours')
    house.clock.advance(2 * DAY_MS)
    expect(await noticesOf('yuXuewen')).toContain('promise_late')
    expect((await noticesOf('wangJianping')).filter((kind) => kind === 'promise_late_ours')).toHaveLength(1)
    await house.sweep()
    expect((await house.ask(worker(), listPromises, { mine: true })).rows).toMatchObject([{ late: true }])
  })

  it('is kept when its maker says so and the household agrees; if not, it is open again', async () => {
    const promise = await promised()
    const say = (kept: boolean, text = '') => house.send(wang(), answerPromise, { id: promise.id, kept, text })
    await house.send(worker(), settlePromise, { id: promise.id, kept: true, text: '换好了' })
    await expect(say(false)).rejects.toMatchObject({ code: 'invalid' })
    expect(await say(false, '只换了一半')).toEqual({ state: 'open' })
    expect(await noticesOf('yuXuewen')).toContain('promise_disputed')
    expect(await kindsAt()).toBeUndefined()
    await house.send(worker(), settlePromise, { id: promise.id, kept: true, text: '另一半也换了' })
    expect(await say(true)).toEqual({ state: 'confirmed' })
    await expect(say(true)).rejects.toMatchObject({ code: 'conflict' })
    await expect(
      house.send(house.as('yuWeidong'), answerPromise, { id: promise.id, kept: true }),
    ).rejects.toMatchObject({ code: 'not_found' })
  })

  it('is not kept without a reason, and another can stand in its place', async () => {
    const promise = await promised()
    await expect(house.send(worker(), settlePromise, { id: promise.id, kept: false })).rejects.toMatchObject({
      code: 'invalid',
    })
    await house.send(worker(), settlePromise, {
      id: promise.id,
      kept: false,
      text: '盖板要定做，还没到货',
      instead: { id: id(), text: '盖板到货后当天换', due: day(14) },
    })
    const [visited] = (await house.ask(wang(), ourVisits, {})).rows
    expect(visited?.promises).toMatchObject([
      { state: 'broken', reason: '盖板要定做，还没到货' },
      { state: 'open', text: '盖板到货后当天换' },
    ])
    expect(visited?.promises[0]?.instead).toBe(visited?.promises[1]?.id)
  })

  it('is settled by nobody but whoever gave it', async () => {
    const promise = await promised()
    for (const who of ['yuGuorong', 'huWeiping', 'wangJianping'] as const)
      await expect(house.send(house.as(who), settlePromise, { id: promise.id, kept: true })).rejects.toMatchObject({
        code: 'forbidden',
      })
  })
})

describe('a slip', () => {
  it('follows the visit without an account, confirms a promise, and the one printed before opens nothing', async () => {
    const promise = await promised()
    const [{ number } = { number: '' }] = (await house.ask(wang(), ourVisits, {})).rows
    expect(await house.ask(house.nobody, followVisit, { number, secret: SECRET })).toMatchObject({
      number,
      promises: [{ id: promise.id }],
    })
    await expect(house.ask(house.nobody, followVisit, { number, secret: 'wrongwrongwrong1' })).rejects.toMatchObject({
      code: 'not_found',
    })
    const next = 'z9Y8x7W6v5U4t3S2'
    expect(await house.send(worker(), printSlip, { id: promise.visit, secret: next })).toEqual({ number })
    await expect(house.ask(house.nobody, followVisit, { number, secret: SECRET })).rejects.toMatchObject({
      code: 'not_found',
    })
    await house.send(worker(), settlePromise, { id: promise.id, kept: true })
    expect(await house.send(house.nobody, answerPromise, { id: promise.id, kept: true, secret: next })).toEqual({
      state: 'confirmed',
    })
    // What is kept is a digest.
    expect(await house.rows(`select from visits.party where token = '${hashOf(next)}'`)).toHaveLength(2)
  })
})

describe('a wish for a visit', () => {
  it('is one at a time, and is taken back or declined with an answer', async () => {
    const wish = id()
    await house.send(wang(), askVisit, { id: wish, text: '电表走得快' })
    await expect(house.send(wang(), askVisit, { id: id(), text: '再来一次' })).rejects.toMatchObject({
      code: 'already',
    })
    expect(await noticesOf('yuXuewen')).toContain('visit_wanted')
    await expect(
      house.send(house.as('yuXiaoqing'), declineRequest, { id: wish, answer: '不是我的网格' }),
    ).rejects.toMatchObject({ code: 'not_found' })
    await house.send(worker(), declineRequest, { id: wish, answer: '供电所明天上门，我陪他们来' })
    expect(await noticesOf('wangJianping')).toContain('visit_declined')
    await expect(house.send(wang(), withdrawRequest, { id: wish })).rejects.toMatchObject({ code: 'already' })
    house.clock.advance(1000)
    const other = id()
    await house.send(wang(), askVisit, { id: other, text: '还想问一件事' })
    await house.send(wang(), withdrawRequest, { id: other })
    expect((await house.ask(wang(), ourVisits, {})).requests.map(({ state }) => state)).toEqual([
      'withdrawn',
      'declined',
    ])
  })
})

describe('a recording', () => {
  const uploaded = async (who: CastName = 'yuXuewen') => {
    const voice = { id: id(), key: 'a.webm', type: 'audio/webm', bytes: 400 }
    await house.send(house.as(who), keepVoice, voice)
    return voice.id as string
  }

  it('is heard by whoever may read the visit, and by the household', async () => {
    const voice = await uploaded()
    await expect(house.ask(worker(), findVoice, { id: voice as never })).rejects.toMatchObject({ code: 'not_found' })
    await visit({ notes: [{ id: id(), text: null, voice: { id: voice, seconds: 21.5 } }] })
    for (const who of ['yuXuewen', 'yuGuorong', 'wangJianping', 'zhengGuixiang'] as const)
      expect(await house.ask(house.as(who), findVoice, { id: voice as never })).toEqual({
        key: 'a.webm',
        type: 'audio/webm',
      })
    expect(await house.ask(house.nobody, findVoice, { id: voice as never, secret: SECRET })).toMatchObject({
      key: 'a.webm',
    })
    for (const who of ['yuXiaoqing', 'yuWeidong', 'chenLixin'] as const)
      await expect(house.ask(house.as(who), findVoice, { id: voice as never })).rejects.toMatchObject({
        code: 'not_found',
      })
    expect((await house.ask(wang(), ourVisits, {})).rows[0]?.notes).toMatchObject([
      { text: null, voice: { id: voice, seconds: 21.5 } },
    ])
  })

  it('of somebody else is not taken up, and one that no visit takes up is not kept', async () => {
    const voice = await uploaded('yuGuorong')
    await expect(visit({ notes: [{ id: id(), text: null, voice: { id: voice, seconds: 3 } }] })).rejects.toMatchObject({
      code: 'invalid',
    })
    house.clock.advance(8 * DAY_MS)
    await house.sweep()
    expect(await house.rows('select from visits.voice')).toEqual([])
  })
})
