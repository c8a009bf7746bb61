import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DAY_MS } from '#kernel/clock.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { run } from '#kernel/pipeline.ts'
import { registerResident } from '#modules/people/contract-residents.ts'
import { openStage, personOf, phoneOf, type Stage } from '#test/signin/stage.ts'
import { actorOf } from './api.ts'
import { sendCode, withCode } from './contract.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())
beforeEach(() => stage.clock.advance(DAY_MS))

const PHONE = '13812340000'
let address = 0
const elsewhere = () => `10.9.0.${++address}`

async function codeFor(phone: string): Promise<string> {
  await stage.send(sendCode, { phone }, { address: elsewhere() })
  await stage.relay()
  const [letter] = stage.inbox.list()
  expect(letter?.to).toBe(phone)
  return /\d{6}/.exec(letter?.text ?? '')?.[0] ?? ''
}
const enter = (phone: string, code: string, name?: string) =>
  stage.send(withCode, { phone, code, name }, { address: '10.0.0.1' })
const wrong = (code: string) => (code === '000000' ? '000001' : '000000')

describe('a resident', () => {
  it('signs in with a code and has an account from then on', async () => {
    const first = await enter(PHONE, await codeFor(PHONE), '郑美兰')
    expect(first.answer.me).toMatchObject({ kind: 'resident', person: { name: '郑美兰' }, acting: null, posts: [] })
    expect(first.seconds).toBe(90 * 86_400)
    stage.clock.advance(2 * 60_000)
    const second = await enter(PHONE, await codeFor(PHONE))
    expect(second.answer.me.person).toEqual(first.answer.me.person)
    stage.clock.advance(80 * DAY_MS)
    expect((await actorOf(stage.p, second.token ?? ''))?.actor).toMatchObject({
      kind: 'resident',
      person: first.answer.me.person?.id,
    })
    stage.clock.advance(11 * DAY_MS)
    expect(await actorOf(stage.p, second.token ?? '')).toBeUndefined()
  })

  it('gets no authority by a code, though the phone is that of a grid worker', async () => {
    const { answer, token } = await enter(phoneOf('yuXuewen'), await codeFor(phoneOf('yuXuewen')))
    expect(answer.me).toMatchObject({ kind: 'resident', person: { id: personOf('yuXuewen') }, posts: [] })
    expect((await actorOf(stage.p, token ?? ''))?.actor).toMatchObject({
      kind: 'resident',
      role: 'resident',
      post: null,
      place: null,
    })
  })

  it('with a phone that was written down at a door says which of the household he is, and sees nobody else', async () => {
    const phone = '13812345111'
    const grandmother = uuidv7(stage.clock.now())
    const [key, worker] = [uuidv7(stage.clock.now()), stage.as('yuXuewen')]
    const written = { id: grandmother, name: '吴秀英', phone, homePlace: worker.place }
    await run(stage.p, worker, registerResident.name, written, { key, request: key })
    const code = await codeFor(phone)
    await expect(enter(phone, code)).rejects.toMatchObject({ code: 'name_needed' })
    const stranger = await enter(phone, code, '别人')
    expect(stranger.answer.me.person?.id).not.toBe(grandmother)
    stage.clock.advance(2 * 60_000)
    const herself = await enter(phone, await codeFor(phone), '吴秀英')
    expect(herself.answer.me.person).toMatchObject({ id: grandmother, name: '吴秀英' })
  })

  it('is not told whether a phone is known', async () => {
    const known = await stage.send(sendCode, { phone: PHONE })
    const unknown = await stage.send(sendCode, { phone: '13812349999' })
    expect(known.answer).toEqual({ seconds: 300, again: 60 })
    expect(unknown.answer).toEqual(known.answer)
    for (const phone of [PHONE, '13812349999', '13812348888'])
      await expect(enter(phone, '123456')).rejects.toMatchObject({ code: 'wrong_credentials', detail: {} })
  })
})

describe('a code', () => {
  it('is good once', async () => {
    const code = await codeFor(PHONE)
    const ends = await Promise.allSettled([enter(PHONE, code), enter(PHONE, code), enter(PHONE, code)])
    expect(ends.filter((end) => end.status === 'fulfilled')).toHaveLength(1)
    await expect(enter(PHONE, code)).rejects.toMatchObject({ code: 'wrong_credentials' })
  })

  it('is good for five minutes', async () => {
    const code = await codeFor(PHONE)
    stage.clock.advance(5 * 60_000)
    await expect(enter(PHONE, code)).rejects.toMatchObject({ code: 'wrong_credentials' })
  })

  it('is not good for another phone', async () => {
    const code = await codeFor(PHONE)
    const other = await codeFor('13812347777')
    if (code !== other) await expect(enter('13812347777', code)).rejects.toMatchObject({ code: 'wrong_credentials' })
    await enter('13812347777', other)
  })

  it('has five tries, counted though they are refused', async () => {
    const code = await codeFor(PHONE)
    for (let i = 0; i < 5; i++)
      await expect(enter(PHONE, wrong(code))).rejects.toMatchObject({ code: 'wrong_credentials' })
    await expect(enter(PHONE, code)).rejects.toMatchObject({ code: 'wrong_credentials' })
  })

  it('gives way to a newer one', async () => {
    const old = await codeFor(PHONE)
    stage.clock.advance(60_000)
    const fresh = await codeFor(PHONE)
    if (old !== fresh) await expect(enter(PHONE, old)).rejects.toMatchObject({ code: 'wrong_credentials' })
    await enter(PHONE, fresh)
  })

  it('that could not be sent in time is not sent at all', async () => {
    await stage.send(sendCode, { phone: '13812346666' })
    stage.clock.advance(5 * 60_000)
    await stage.relay()
    expect(stage.inbox.list().map((letter) => letter.to)).not.toContain('13812346666')
  })
})

describe('asking for codes', () => {
  it('sends one however often one asking arrives', async () => {
    const key = uuidv7(stage.clock.now())
    const before = stage.inbox.list().length
    const sent = await Promise.all(
      Array.from({ length: 5 }, () => stage.send(sendCode, { phone: '13812345555' }, { key })),
    )
    for (const { answer } of sent) expect(answer).toEqual({ seconds: 300, again: 60 })
    await stage.relay()
    expect(stage.inbox.list()).toHaveLength(before + 1)
  })

  it('is refused within a minute, and says how long', async () => {
    await codeFor('13812344444')
    stage.clock.advance(20_000)
    await expect(stage.send(sendCode, { phone: '13812344444' })).rejects.toMatchObject({
      code: 'too_many',
      detail: { seconds: 40 },
    })
    stage.clock.advance(40_000)
    await codeFor('13812344444')
  })

  it('is refused after ten a day', async () => {
    for (let i = 0; i < 10; i++) {
      await stage.send(sendCode, { phone: '13812343333' }, { address: elsewhere() })
      stage.clock.advance(61_000)
    }
    await expect(stage.send(sendCode, { phone: '13812343333' })).rejects.toMatchObject({
      code: 'too_many',
      detail: { seconds: 86_400 - 610 },
    })
  })

  it('is limited by address', async () => {
    const phone = (i: number) => `137${String(i).padStart(8, '0')}`
    for (let i = 0; i < 200; i++) await stage.send(sendCode, { phone: phone(i) }, { address: '10.8.0.1' })
    await expect(stage.send(sendCode, { phone: phone(200) }, { address: '10.8.0.1' })).rejects.toMatchObject({
      code: 'too_many',
    })
  })
})
