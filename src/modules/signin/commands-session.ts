import { dayOf } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { handler } from '#kernel/pipeline.ts'
import { postsOf } from '#modules/posts/api.ts'
import { actAs, clearOutdated, revokeSession, signOut } from './contract.ts'
import { meOf } from './me.ts'
import { closeSession } from './opening.ts'
import { actorIn, distrust, outdatedBefore } from './sessions.ts'
import { actInPost, clearOutdated as clear, endSession } from './store.ts'

export const endOwnSession = handler(signOut, {
  load: () => Promise.resolve({}),
  allow: { permission: 'signin.out', where: () => ({}) },
  // Sent again, it comes from a stranger, who is signed out already.
  keepsAnswer: false,
  async handle(ctx) {
    await closeSession(ctx)
    ctx.sending.setSession?.(null, 0)
    return {}
  },
})

export const actInAnotherPost = handler(actAs, {
  async load({ tx, now, actor }, input) {
    const held = actor.person === null ? [] : await postsOf(tx, actor.person, dayOf(now))
    return held.find(({ post }) => post === input.post) ?? refuse('forbidden', { permission: 'signin.actAs' })
  },
  allow: { permission: 'signin.actAs', where: ({ person }) => ({ person }) },
  keepsAnswer: false,
  async handle(ctx, _input, held) {
    const session = ctx.actor.session ?? refuse('unauthenticated')
    distrust(ctx.platform, session)
    await actInPost(ctx.tx, session, held.post)
    return { me: await meOf(ctx, actorIn({ session, person: held.person }, held)) }
  },
})

export const revokeOwnSession = handler(revokeSession, {
  load: (ctx) => Promise.resolve(ctx.actor.person ?? refuse('unauthenticated')),
  allow: { permission: 'signin.revoke', where: (person, input) => ({ person, subject: input.id }) },
  async handle({ tx, now, platform }, input, person) {
    distrust(platform, input.id)
    if (!(await endSession(tx, input.id, person, now))) refuse('not_found')
    return {}
  },
})

export const clearOldRows = handler(clearOutdated, {
  load: () => Promise.resolve({}),
  allow: { permission: 'signin.clear', where: () => ({}) },
  async handle({ tx, now }) {
    await clear(tx, outdatedBefore(now))
    return {}
  },
})
