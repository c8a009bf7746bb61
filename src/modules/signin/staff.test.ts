import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HOUR_MS } from '#kernel/clock.ts'
import { STAGE } from '../../../demo/cast.ts'
import { openStage, PASSWORD, personOf, phoneOf, type Stage } from '#test/signin/stage.ts'
import { actorOf } from './api.ts'
import { actAs, getMySelf, signOut, withPassword } from './contract.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const HUASHU = '330802212'
const who = async (token: string) => (await actorOf(stage.p, token))?.actor

describe('a member of staff', () => {
  it('signs in by name and acts in the post held', async () => {
    const { answer, token = '', seconds } = await stage.send(withPassword, { login: ' YuXuewen ', password: PASSWORD })
    const post = await stage.postAt('yuXuewen', STAGE.grid)
    expect(answer.me).toMatchObject({
      kind: 'staff',
      person: { id: personOf('yuXuewen'), name: '余学文' },
      secondFactor: false,
    })
    expect(answer.me.acting).toMatchObject({ id: post, role: 'grid_worker', place: STAGE.grid })
    expect(answer.me.acting?.placeName).toContain('余东村')
    expect(seconds).toBe(7 * 86_400)
    expect(await who(token)).toMatchObject({ kind: 'staff', role: 'grid_worker', person: personOf('yuXuewen'), post })
    expect((await stage.ask(getMySelf, {}, token)).acting?.id).toBe(post)
  })

  it('signs in by phone, unless two of them share it', async () => {
    const byPhone = (phone: string) => stage.send(withPassword, { login: phone, password: PASSWORD })
    expect((await byPhone(phoneOf('yuGuorong'))).answer.me.person?.id).toBe(personOf('yuGuorong'))
    await stage.sharePhone('yuGuorong', 'yuXiaoqing')
    await expect(byPhone(phoneOf('yuGuorong'))).rejects.toMatchObject({ code: 'wrong_credentials' })
    expect((await stage.signIn('yuXiaoqing')).me.person?.id).toBe(personOf('yuXiaoqing'))
  })

  it('is refused alike with a wrong password and an unknown name', async () => {
    for (const login of ['yuxuewen', 'nobody'])
      await expect(stage.send(withPassword, { login, password: 'wrong' })).rejects.toMatchObject({
        code: 'wrong_credentials',
        detail: {},
      })
  })

  it('who holds no post any more is a resident like everybody', async () => {
    await stage.endPost('jiangHaibo', STAGE.county)
    const { me, token } = await stage.signIn('jiangHaibo')
    expect(me).toMatchObject({ kind: 'resident', acting: null, posts: [] })
    expect(await who(token)).toMatchObject({ kind: 'resident', role: 'resident', place: null, post: null })
  })

  it('signs out, twice if need be', async () => {
    const { token } = await stage.signIn('yuXuewen')
    expect(await stage.send(signOut, {}, { token })).toMatchObject({ token: '', seconds: 0 })
    expect(await who(token)).toBeUndefined()
    await stage.send(signOut, {}, { token })
  })

  it('gives the session before in the same browser up by signing in again', async () => {
    const { token } = await stage.signIn('yuXuewen')
    await stage.signIn('yuXuewen', PASSWORD, { token })
    expect(await who(token)).toBeUndefined()
  })
})

describe('somebody with two posts', () => {
  it('changes the post acted in, at once and for the next time', async () => {
    const { me, token } = await stage.signIn('fangXiaoyan')
    expect(me.posts.map((post) => post.place)).toEqual([STAGE.township, HUASHU])
    expect(me.acting?.place).toBe(STAGE.township)
    const changed = await stage.send(actAs, { post: await stage.postAt('fangXiaoyan', HUASHU) }, { token })
    expect(changed.answer.me.acting?.place).toBe(HUASHU)
    expect((await who(token))?.place).toBe(HUASHU)
    stage.clock.advance(1000)
    expect((await stage.signIn('fangXiaoyan')).me.acting?.place).toBe(HUASHU)
  })

  it('refuses to act in the post of another', async () => {
    const { token } = await stage.signIn('fangXiaoyan')
    const post = await stage.postAt('yuXuewen', STAGE.grid)
    await expect(stage.send(actAs, { post }, { token })).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('acts in the other one when a post has ended, then in none', async () => {
    const { token } = await stage.signIn('fangXiaoyan')
    await stage.endPost('fangXiaoyan', HUASHU)
    stage.clock.advance(2000)
    expect((await who(token))?.place).toBe(STAGE.township)
    await stage.endPost('fangXiaoyan', STAGE.township)
    stage.clock.advance(2000)
    expect(await who(token)).toMatchObject({ kind: 'resident', person: personOf('fangXiaoyan'), place: null })
  })
})

describe('a session of staff', () => {
  it('ends after twelve idle hours', async () => {
    const { token } = await stage.signIn('zhuGuoliang')
    stage.clock.advance(11 * HOUR_MS)
    expect(await who(token)).toBeDefined()
    stage.clock.advance(12 * HOUR_MS)
    expect(await who(token)).toBeUndefined()
  })

  it('ends after seven days, however busy', async () => {
    const { token } = await stage.signIn('zhuGuoliang')
    for (let hours = 0; hours < 160; hours += 8) {
      expect(await who(token)).toBeDefined()
      stage.clock.advance(8 * HOUR_MS)
    }
    stage.clock.advance(8 * HOUR_MS)
    expect(await who(token)).toBeUndefined()
  })

  it('is known in another process, and what is no token is nobody', async () => {
    const { token } = await stage.signIn('zhuGuoliang')
    const elsewhere = stage.another()
    expect((await actorOf(elsewhere, token))?.actor.person).toBe(personOf('zhuGuoliang'))
    await elsewhere.db.close()
    for (const none of [undefined, '', 'x', 'A'.repeat(43), 'A'.repeat(4000)])
      expect(await actorOf(stage.p, none)).toBeUndefined()
  })
})
