import { dayOf } from '#kernel/clock.ts'
import { uuidv7 } from '#kernel/ids.ts'
import type { CommandContext } from '#kernel/pipeline.ts'
import { postsOf } from '#modules/posts/api.ts'
import { addressOf } from './attempts.ts'
import type { Me } from './contract.ts'
import { meOf } from './me.ts'
import { chosenPost, lifeOf, type SessionKind } from './rules.ts'
import { actorIn, distrust } from './sessions.ts'
import { addSession, endSession, lastPost, type Way } from './store.ts'
import { hashToken, newToken } from './token.ts'

const KINDS: Record<Way, SessionKind> = { password: 'staff', oidc: 'staff', code: 'resident' }

/** Opens a session for somebody who has proved who he is, and hands the cookie over. The one before it in this browser ends. */
export async function openSession(ctx: CommandContext, person: string, way: Way): Promise<{ me: Me }> {
  const { tx, now } = ctx
  const kind = KINDS[way]
  const held =
    kind === 'staff' ? chosenPost(await postsOf(tx, person, dayOf(now)), await lastPost(tx, person)) : undefined
  const token = newToken()
  const session = uuidv7(now)
  const { seconds, ...ends } = lifeOf(kind, now)
  await closeSession(ctx)
  await addSession(tx, {
    id: session,
    tokenHash: hashToken(token),
    person,
    kind,
    way,
    post: held?.post ?? null,
    startedAt: now,
    ...ends,
    agent: (ctx.sending.client?.agent ?? '').slice(0, 200),
    address: addressOf(ctx),
  })
  ctx.concerns(person)
  ctx.sending.setSession?.(token, seconds)
  return { me: await meOf(ctx, actorIn({ session, person }, held)) }
}

export async function closeSession({ tx, now, actor, platform }: CommandContext): Promise<void> {
  if (actor.session === null || actor.person === null) return
  distrust(platform, actor.session)
  await endSession(tx, actor.session, actor.person, now)
}
