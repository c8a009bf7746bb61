import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { HOUR_MS } from '#kernel/clock.ts'
import { openStage, sendTo, type Stage } from '#test/signin/stage.ts'
import { PASSWORD, personOf, phoneOf, postOf } from '#test/signin/cast.ts'
import { actorOf } from './api.ts'
import { actAs, changePassword, getMySelf, setPassword, signOut, withPassword } from './contract.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage(inject('databaseUrl'))
})
afterAll(() => stage.close())

const signIn = async (login: string, password = PASSWORD, from = {}) => {
  const { answer, token, seconds } = await stage.send(withPassword, { login, password }, from)
  return { me: answer.me, token: token ?? '', seconds }
}

describe('a member of staff', () => {
  it('signs in by name and acts in the post held', async () => {
    const { me, token, seconds } = await signIn(' Zhou ')
    expect(me).toMatchObject({ kind: 'staff', person: { id: personOf('zhou'), name: '周建国' }, secondFactor: false })
    expect(me.acting).toMatchObject({ id: postOf('zhou', 'grid_worker'), role: 'grid_worker', organName: null })
    expect(me.acting?.placeName).toContain('余东村')
    expect(seconds).toBe(7 * 86_400)
    expect((await actorOf(stage.p, token))?.actor).toMatchObject({
      kind: 'staff',
      role: 'grid_worker',
      person: personOf('zhou'),
    })
    expect((await stage.ask(getMySelf, {}, token)).acting?.id).toBe(postOf('zhou', 'grid_worker'))
  })

  it('signs in by phone, unless two share it', async () => {
    expect((await signIn(phoneOf('zhou'))).me.person?.id).toBe(personOf('zhou'))
    await expect(signIn(phoneOf('twin1'))).rejects.toMatchObject({ code: 'wrong_credentials' })
    expect((await signIn('twin2')).me.person?.id).toBe(personOf('twin2'))
  })

  it('is refused alike with a wrong password and an unknown name', async () => {
    await expect(signIn('zhou', 'wrong', { address: '10.1.0.1' })).rejects.toMatchObject({
      code: 'wrong_credentials',
      detail: {},
    })
    await expect(signIn('nobody', 'wrong', { address: '10.1.0.1' })).rejects.toMatchObject({
      code: 'wrong_credentials',
      detail: {},
    })
  })

  it('who holds no post any more is a resident like everybody', async () => {
    const { me, token } = await signIn('former')
    expect(me).toMatchObject({ kind: 'resident', acting: null, posts: [] })
    expect((await actorOf(stage.p, token))?.actor).toMatchObject({
      kind: 'resident',
      role: 'resident',
      place: null,
      post: null,
    })
  })

  it('signs out, twice if need be', async () => {
    const { token } = await signIn('zhou')
    expect(await stage.send(signOut, {}, { token })).toMatchObject({ token: null, seconds: 0 })
    expect(await actorOf(stage.p, token)).toBeUndefined()
    await stage.send(signOut, {}, { token })
  })

  it('gives the session before in the same browser up by signing in again', async () => {
    const { token } = await signIn('zhou')
    await signIn('zhou', PASSWORD, { token })
    expect(await actorOf(stage.p, token)).toBeUndefined()
  })
})

describe('somebody with two posts', () => {
  it('changes the post acted in, at once and for the next time', async () => {
    const { me, token } = await signIn('yu')
    expect(me.posts.map((post) => post.role)).toEqual(['village_cadre', 'operator'])
    expect(me.acting?.role).toBe('village_cadre')
    const changed = await stage.send(actAs, { post: postOf('yu', 'operator') }, { token })
    expect(changed.answer.me.acting?.role).toBe('operator')
    expect((await actorOf(stage.p, token))?.actor.role).toBe('operator')
    expect((await signIn('yu')).me.acting?.role).toBe('operator')
  })

  it('refuses to act in the post of another', async () => {
    const { token } = await signIn('yu')
    await expect(stage.send(actAs, { post: postOf('zhou', 'grid_worker') }, { token })).rejects.toMatchObject({
      code: 'forbidden',
    })
  })

  it('acts in the other one when a post has ended, then in none', async () => {
    const { token } = await signIn('yu')
    const until = (role: string, day: string) =>
      stage.rows(
        `update posts.post set held = daterange(lower(held), '${day}') where person = '${personOf('yu')}' and role = '${role}'`,
      )
    await until('operator', '2026-09-01')
    stage.clock.advance(2000)
    expect((await actorOf(stage.p, token))?.actor.role).toBe('village_cadre')
    await until('village_cadre', '2026-09-01')
    stage.clock.advance(2000)
    expect((await actorOf(stage.p, token))?.actor).toMatchObject({
      kind: 'resident',
      person: personOf('yu'),
      place: null,
    })
  })
})

describe('guessing', () => {
  it('ends after five wrong passwords, for the right one too, and says how long', async () => {
    const from = { address: '10.2.0.1' }
    for (let i = 0; i < 5; i++)
      await expect(signIn('zhou', `wrong ${i}`, from)).rejects.toMatchObject({ code: 'wrong_credentials' })
    stage.clock.advance(60_000)
    await expect(signIn('zhou', PASSWORD, from)).rejects.toMatchObject({ code: 'too_many', detail: { seconds: 840 } })
    await signIn('zhou', PASSWORD, { address: '10.2.0.2' })
    stage.clock.advance(840_000)
    await signIn('zhou', PASSWORD, from)
  })

  it('a right password in between forgets the wrong ones', async () => {
    const from = { address: '10.2.0.3' }
    for (let round = 0; round < 3; round++) {
      for (let i = 0; i < 4; i++)
        await expect(signIn('zhou', 'wrong', from)).rejects.toMatchObject({ code: 'wrong_credentials' })
      await signIn('zhou', PASSWORD, from)
    }
  })

  it('in parallel has no more tries than one after the other, and does not block the house', async () => {
    const guesses = Array.from({ length: 24 }, (_, i) =>
      signIn('twin1', `guess ${i}`, { address: '10.2.0.4' }).catch((error: { code: string }) => error.code),
    )
    const ends = await Promise.all(guesses)
    expect(ends.filter((end) => end === 'wrong_credentials')).toHaveLength(5)
    expect(ends.filter((end) => end === 'too_many')).toHaveLength(19)
  })

  it('from many addresses at one name ends too', async () => {
    const ends: unknown[] = []
    for (let i = 0; i < 22; i++)
      ends.push(await signIn('twin2', 'x', { address: `10.3.0.${i}` }).catch((error: { code: string }) => error.code))
    expect(ends.slice(0, 20)).not.toContain('too_many')
    expect(ends.slice(20)).toEqual(['too_many', 'too_many'])
  })

  it('from one address at many names ends too', async () => {
    const ends: unknown[] = []
    for (let i = 0; i < 101; i++)
      ends.push(await signIn(`name${i}`, 'x', { address: '10.4.0.1' }).catch((error: { code: string }) => error.code))
    expect(ends.indexOf('too_many')).toBe(100)
  })
})

describe('a password', () => {
  it('is changed by its owner, which ends the other sessions and not this one', async () => {
    const other = await signIn('former')
    const { token } = await signIn('former')
    await stage.send(changePassword, { current: PASSWORD, next: 'seven loud bamboo hills' }, { token })
    expect(await actorOf(stage.p, other.token)).toBeUndefined()
    expect(await actorOf(stage.p, token)).toBeDefined()
    await expect(signIn('former')).rejects.toMatchObject({ code: 'wrong_credentials' })
    await signIn('former', 'seven loud bamboo hills')
  })

  it('is not changed without the current one, nor to one that strangers try first', async () => {
    const { token } = await signIn('zhou')
    await expect(
      stage.send(changePassword, { current: 'wrong', next: 'seven loud bamboo hills' }, { token }),
    ).rejects.toMatchObject({ code: 'wrong_credentials' })
    await expect(
      stage.send(changePassword, { current: PASSWORD, next: '1111111111' }, { token }),
    ).rejects.toMatchObject({
      code: 'invalid',
      detail: { problems: [{ problem: 'too_simple' }] },
    })
  })

  it('is set by the system administrator, and its owner is told and signed out', async () => {
    const before = await signIn('zhou')
    const { token } = await signIn('system')
    await stage.send(setPassword, { person: personOf('zhou'), password: 'nine grey river herons' }, { token })
    expect(await actorOf(stage.p, before.token)).toBeUndefined()
    await stage.relay()
    expect(stage.inbox.list()[0]).toMatchObject({ to: phoneOf('zhou') })
    await signIn('zhou', 'nine grey river herons')
    const [record] = await stage.rows<{ person: string; about: string }>(
      `select person, about from kernel.record where name = 'signin.setPassword' and outcome = 'done'`,
    )
    expect(record).toEqual({ person: personOf('system'), about: personOf('zhou') })
  })

  it.each(['system', 'security', 'above'] as const)(
    'of %s is not set by the system administrator of a county',
    async (target) => {
      const { token } = await signIn('system')
      await expect(
        stage.send(setPassword, { person: personOf(target), password: 'nine grey river herons' }, { token }),
      ).rejects.toMatchObject({ code: 'forbidden' })
      await signIn(target)
    },
  )

  it('is not set by anybody else', async () => {
    const { token } = await signIn('security')
    await expect(
      stage.send(setPassword, { person: personOf('zhou'), password: 'nine grey river herons' }, { token }),
    ).rejects.toMatchObject({ code: 'forbidden' })
    await expect(
      stage.send(setPassword, { person: personOf('zhou'), password: 'nine grey river herons' }),
    ).rejects.toMatchObject({ code: 'unauthenticated' })
  })
})

describe('a session', () => {
  it('of staff ends after twelve idle hours, and after seven days', async () => {
    const { token } = await signIn('above')
    stage.clock.advance(11 * HOUR_MS)
    expect(await actorOf(stage.p, token)).toBeDefined()
    stage.clock.advance(12 * HOUR_MS)
    expect(await actorOf(stage.p, token)).toBeUndefined()
    const busy = await signIn('above')
    for (let hours = 0; hours < 160; hours += 8) {
      expect(await actorOf(stage.p, busy.token)).toBeDefined()
      stage.clock.advance(8 * HOUR_MS)
    }
    stage.clock.advance(8 * HOUR_MS)
    expect(await actorOf(stage.p, busy.token)).toBeUndefined()
  })

  it('is known in another process, and what is no token is nobody', async () => {
    const { token } = await signIn('above')
    expect((await actorOf(stage.another(), token))?.actor.person).toBe(personOf('above'))
    for (const none of [undefined, '', 'x', 'A'.repeat(43), 'A'.repeat(4000)])
      expect(await actorOf(stage.p, none)).toBeUndefined()
    await expect(sendTo(stage.p, signOut, {}, { token: 'A'.repeat(43) })).resolves.toBeDefined()
  })
})
