import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CastName } from '#test/city/house.ts'
import { loginOf, openStage, PASSWORD, personOf, phoneOf, type Stage } from '#test/signin/stage.ts'
import { actorOf } from './api.ts'
import { changePassword, setPassword, withPassword } from './contract.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const NEXT = 'seven loud bamboo hills'
const codeOf = (error: unknown): unknown => (error as { code: unknown }).code
/** How a try ends: the code of its refusal, or 'in'. */
const attempt = (login: string, password: string, address: string): Promise<unknown> =>
  stage.send(withPassword, { login, password }, { address }).then(() => 'in', codeOf)

describe('guessing', () => {
  it('ends after five wrong passwords, for the right one too, and says how long', async () => {
    const from = { address: '10.2.0.1' }
    for (let i = 0; i < 5; i++)
      await expect(stage.signIn('yuXuewen', `wrong ${i}`, from)).rejects.toMatchObject({ code: 'wrong_credentials' })
    stage.clock.advance(60_000)
    const refused = { code: 'too_many', detail: { seconds: 840 } }
    await expect(stage.signIn('yuXuewen', PASSWORD, from)).rejects.toMatchObject(refused)
    await stage.signIn('yuXuewen', PASSWORD, { address: '10.2.0.2' })
    stage.clock.advance(840_000)
    await stage.signIn('yuXuewen', PASSWORD, from)
  })

  it('is forgotten by a right password in between', async () => {
    const ends: unknown[] = []
    for (let round = 0; round < 3; round++)
      for (const password of ['a', 'b', 'c', 'd', PASSWORD]) ends.push(await attempt('yuxuewen', password, '10.2.0.3'))
    expect(ends.filter((end) => end === 'in')).toHaveLength(3)
  })

  it('in parallel has no more tries than one after the other, and blocks nobody', async () => {
    const ends = await Promise.all(Array.from({ length: 24 }, (_, i) => attempt('yuguorong', `guess ${i}`, '10.2.0.4')))
    expect(ends.filter((end) => end === 'wrong_credentials')).toHaveLength(5)
    expect(ends.filter((end) => end === 'too_many')).toHaveLength(19)
  })

  it('from many addresses at one name ends too', async () => {
    const ends: unknown[] = []
    for (let i = 0; i < 22; i++) ends.push(await attempt('huweiping', 'x', `10.3.0.${i}`))
    expect(ends.slice(0, 20)).not.toContain('too_many')
    expect(ends.slice(20)).toEqual(['too_many', 'too_many'])
  })

  it('from one address at many names ends too', async () => {
    const ends: unknown[] = []
    for (let i = 0; i < 101; i++) ends.push(await attempt(`name${i}`, 'x', '10.4.0.1'))
    expect(ends.indexOf('too_many')).toBe(100)
  })
})

describe('a password', () => {
  it('is changed by its owner, which ends the other sessions and not this one', async () => {
    const other = await stage.signIn('jiangTing')
    const { token } = await stage.signIn('jiangTing')
    await stage.send(changePassword, { current: PASSWORD, next: NEXT }, { token })
    expect(await actorOf(stage.p, other.token)).toBeUndefined()
    expect(await actorOf(stage.p, token)).toBeDefined()
    await expect(stage.signIn('jiangTing')).rejects.toMatchObject({ code: 'wrong_credentials' })
    await stage.signIn('jiangTing', NEXT)
  })

  it('is not changed without the current one, nor to one that strangers try first', async () => {
    const { token } = await stage.signIn('maoXuefen')
    const change = (current: string, next: string) => stage.send(changePassword, { current, next }, { token })
    await expect(change('wrong', NEXT)).rejects.toMatchObject({ code: 'wrong_credentials' })
    await expect(change(PASSWORD, '1111111111')).rejects.toMatchObject({
      detail: { problems: [{ problem: 'too_simple' }] },
    })
    await expect(change(PASSWORD, `my ${loginOf('maoXuefen')} 2026`)).rejects.toMatchObject({ code: 'invalid' })
    await stage.signIn('maoXuefen')
  })

  it('is asked for again no more often than five times', async () => {
    const { token } = await stage.signIn('maoXuefen')
    const change = () => stage.send(changePassword, { current: 'wrong', next: NEXT }, { token }).catch(codeOf)
    stage.clock.advance(900_000)
    const ends = [await change(), await change(), await change(), await change(), await change(), await change()]
    expect(ends).toEqual([...Array<string>(5).fill('wrong_credentials'), 'too_many'])
  })

  it('is set by the system administrator; its owner is told and signed out', async () => {
    const before = await stage.signIn('wuJianhua')
    const { token } = await stage.signIn('wuKai')
    await stage.send(setPassword, { person: personOf('wuJianhua'), password: NEXT }, { token })
    expect(await actorOf(stage.p, before.token)).toBeUndefined()
    await stage.relay()
    expect(stage.inbox.list().map((letter) => letter.to)).toContain(phoneOf('wuJianhua'))
    await stage.signIn('wuJianhua', NEXT)
    const told = await stage.rows(
      `select person, about from kernel.record where name = 'signin.setPassword' and outcome = 'done'`,
    )
    expect(told).toEqual([{ person: personOf('wuKai'), about: personOf('wuJianhua') }])
  })

  it.each<[CastName, string]>([
    ['wuKai', 'himself'],
    ['zhengLan', 'the security administrator'],
    ['yeWenjing', 'the auditor'],
  ])('of %s, %s, is not set by the system administrator', async (target) => {
    const { token } = await stage.signIn('wuKai')
    const sent = stage.send(setPassword, { person: personOf(target), password: NEXT }, { token })
    await expect(sent).rejects.toMatchObject({ code: 'forbidden' })
    await stage.signIn(target)
  })

  it('is not set by anybody else', async () => {
    const { token } = await stage.signIn('zhengLan')
    const input = { person: personOf('yuXuewen'), password: NEXT }
    await expect(stage.send(setPassword, input, { token })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(stage.send(setPassword, input)).rejects.toMatchObject({ code: 'unauthenticated' })
  })
})
