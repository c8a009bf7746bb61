import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DAY_MS } from '#kernel/clock.ts'
import { sweep } from '#kernel/jobs.ts'
import type { CastName } from '#test/city/house.ts'
import { openSecret } from '#modules/people/api.ts'
import { openStage, PASSWORD, type Stage } from '#test/signin/stage.ts'
import { actorOf } from './api.ts'
import {
  finishSecondFactor,
  getMySelf,
  listSessions,
  revokeSession,
  sendCode,
  startSecondFactor,
  stopSecondFactor,
} from './contract.ts'
import { clearing } from './jobs.ts'
import { codeAt, stepAt } from './totp.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const signIn = async (who: CastName, code?: string): Promise<string> =>
  (await stage.signIn(who, PASSWORD, { code })).token
const listOf = async (token: string) => (await stage.ask(listSessions, {}, token)).rows

describe('my sessions', () => {
  it('are listed, this one marked, those of others never', async () => {
    await signIn('fangXiaoyan')
    const mine = [await signIn('yuXuewen'), await signIn('yuXuewen')]
    const rows = await listOf(mine[0] ?? '')
    expect(rows).toHaveLength(2)
    expect(rows.filter((row) => row.current)).toHaveLength(1)
    expect(rows[0]).toMatchObject({ way: 'password', agent: 'vitest', address: '10.0.0.1' })
  })

  it('end here as soon as they are revoked, elsewhere within two seconds', async () => {
    const lost = await signIn('zhuGuoliang')
    const kept = await signIn('zhuGuoliang')
    const elsewhere = stage.another()
    expect(await actorOf(stage.p, lost)).toBeDefined()
    expect(await actorOf(elsewhere, lost)).toBeDefined()
    const id = (await listOf(lost)).find((row) => row.current)?.id
    if (!id) throw new Error('no session')
    await stage.send(revokeSession, { id }, { token: kept })
    expect(await actorOf(stage.p, lost)).toBeUndefined()
    expect(await actorOf(elsewhere, lost)).toBeDefined()
    stage.clock.advance(2000)
    expect(await actorOf(elsewhere, lost)).toBeUndefined()
    expect(await actorOf(stage.p, kept)).toBeDefined()
    await elsewhere.db.close()
    await expect(stage.send(revokeSession, { id }, { token: kept })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('cannot be ended by somebody else', async () => {
    const token = await signIn('yuXuewen')
    const id = (await listOf(token)).find((row) => row.current)?.id
    if (!id) throw new Error('no session')
    await expect(stage.send(revokeSession, { id }, { token: await signIn('wuKai') })).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(stage.send(revokeSession, { id })).rejects.toMatchObject({ code: 'unauthenticated' })
    expect(await actorOf(stage.p, token)).toBeDefined()
  })

  it('are written as seen at most once a minute', async () => {
    const token = await signIn('yuXuewen')
    const seen = async () => (await listOf(token)).find((row) => row.current)?.seenAt
    const first = await seen()
    stage.clock.advance(59_000)
    await actorOf(stage.p, token)
    expect(await seen()).toBe(first)
    stage.clock.advance(3_000)
    await actorOf(stage.p, token)
    expect(await seen()).toBe(new Date(stage.clock.now()).toISOString())
  })

  it('are not there for a stranger, who is nobody', async () => {
    await expect(stage.ask(listSessions, {})).rejects.toMatchObject({ code: 'unauthenticated' })
    const me = await stage.ask(getMySelf, {})
    expect(me).toMatchObject({ kind: 'anonymous', person: null, acting: null, posts: [], secondFactor: false })
    expect(me.permissions).toContain('signin.password')
    expect(me.permissions).not.toContain('signin.sessions')
  })
})

describe('a second factor', () => {
  const now = () => stepAt(stage.clock.now())
  const secretOf = async (): Promise<Uint8Array> => {
    const [row] = await stage.rows<{ person: string; secret: Uint8Array }>(
      'select person, secret from signin.second_factor',
    )
    // sealed: the database alone makes no codes
    expect(row?.secret.length).toBeGreaterThan(20)
    return openSecret(row?.person ?? '', 'second factor', row?.secret ?? new Uint8Array())
  }

  it('is asked for only once it has been tried', async () => {
    const token = await signIn('yuXuewen')
    const begun = await stage.send(startSecondFactor, {}, { token })
    expect(begun.answer.uri).toContain(begun.answer.secret)
    expect(begun.answer.qrSvg).toMatch(/^<svg/)
    await signIn('yuXuewen')
    await expect(stage.send(finishSecondFactor, { code: '000000' }, { token })).rejects.toMatchObject({
      code: 'wrong_credentials',
    })
    await stage.send(finishSecondFactor, { code: codeAt(await secretOf(), now()) }, { token })
    expect((await stage.ask(getMySelf, {}, token)).secondFactor).toBe(true)
    await expect(signIn('yuXuewen')).rejects.toMatchObject({ code: 'second_factor_needed' })
    await expect(stage.send(startSecondFactor, {}, { token })).rejects.toMatchObject({ code: 'already' })
  })

  it('refuses a code that was used, also twice at once', async () => {
    stage.clock.advance(60_000)
    const code = codeAt(await secretOf(), now())
    const ends = await Promise.allSettled([signIn('yuXuewen', code), signIn('yuXuewen', code)])
    expect(ends.filter((end) => end.status === 'fulfilled')).toHaveLength(1)
    await expect(signIn('yuXuewen', code)).rejects.toMatchObject({ code: 'wrong_credentials' })
    stage.clock.advance(30_000)
    await expect(signIn('yuXuewen', code)).rejects.toMatchObject({ code: 'wrong_credentials' })
    await signIn('yuXuewen', codeAt(await secretOf(), now()))
  })

  it('does not help without the password', async () => {
    stage.clock.advance(60_000)
    const code = codeAt(await secretOf(), now())
    await expect(stage.signIn('yuXuewen', 'wrong', { code })).rejects.toMatchObject({
      code: 'wrong_credentials',
    })
    await signIn('yuXuewen', code)
  })

  it('is guessed at no more often than a password', async () => {
    stage.clock.advance(900_000)
    const right = codeAt(await secretOf(), now())
    const guess = right === '111111' ? '222222' : '111111'
    for (let i = 0; i < 5; i++)
      await expect(signIn('yuXuewen', guess)).rejects.toMatchObject({ code: 'wrong_credentials' })
    await expect(signIn('yuXuewen', right)).rejects.toMatchObject({ code: 'too_many' })
  })

  it('is switched off with the password', async () => {
    stage.clock.advance(900_000)
    const token = await signIn('yuXuewen', codeAt(await secretOf(), now()))
    await expect(stage.send(stopSecondFactor, { password: 'wrong' }, { token })).rejects.toMatchObject({
      code: 'wrong_credentials',
    })
    await stage.send(stopSecondFactor, { password: PASSWORD }, { token })
    await signIn('yuXuewen')
  })
})

it('forgets what is kept no longer, and keeps the rest', async () => {
  await stage.send(sendCode, { phone: '13812340000' })
  stage.clock.advance(2 * DAY_MS)
  const token = await signIn('wuKai')
  expect(await sweep(stage.p, clearing)).toBe(1)
  const counts = () =>
    stage.rows(
      `select (select count(*)::int from signin.code) as codes, (select count(*)::int from signin.session) > 1 as sessions`,
    )
  expect(await counts()).toEqual([{ codes: 0, sessions: true }])
  expect(await actorOf(stage.p, token)).toBeDefined()
  stage.clock.advance(200 * DAY_MS)
  await sweep(stage.p, clearing)
  expect(await counts()).toEqual([{ codes: 0, sessions: false }])
  expect(await sweep(stage.p, clearing)).toBe(0)
})
