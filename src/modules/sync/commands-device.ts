import { randomBytes } from 'node:crypto'
import { refuse } from '#kernel/errors.ts'
import { type CommandContext, handler, tokenOf } from '#kernel/pipeline.ts'
import { notify } from '#modules/notices/api.ts'
import { endSessionOf } from '#modules/signin/api.ts'
import { confirmWipe, registerDevice, wipeDevice } from './contract.ts'
import { addDevice, askWipe, type Device, deviceById, deviceByToken, deviceOf, markWiped } from './store-devices.ts'

const ownPerson = (ctx: CommandContext): string => ctx.actor.person ?? refuse('unauthenticated')

/** The answer holds half of a key, so it is not stored; a repetition finds the same half in the row. */
export const register = handler(registerDevice, {
  load: async (ctx, input) => ({ person: ownPerson(ctx), found: await deviceOf(ctx.tx, input.device, ownPerson(ctx)) }),
  allow: { permission: 'sync.register', where: ({ person }) => ({ person }) },
  keepsAnswer: false,
  async handle(ctx, input, { person, found }) {
    if (found?.wipeAskedAt) refuse('gone')
    if (found && found.token !== tokenOf(input.token)) refuse('forbidden', { because: 'another phone has this id' })
    const { actor, tx, now } = ctx
    await addDevice(tx, {
      id: found?.id ?? ctx.key,
      device: input.device,
      person,
      post: actor.post,
      place: actor.place ?? '',
      name: input.name,
      agent: ctx.sending.client?.agent ?? '',
      token: tokenOf(input.token),
      secret: found?.secret ?? randomBytes(32),
      session: actor.session,
      now,
    })
    const kept = await deviceOf(tx, input.device, person)
    return { secret: Buffer.from(kept?.secret ?? refuse('gone')).toString('base64') }
  },
})

export const wipe = handler(wipeDevice, {
  load: async ({ tx }, { id }) => (await deviceById(tx, id)) ?? refuse('not_found'),
  allow: {
    permission: 'sync.wipe',
    where: ({ person, place, id }) => ({ person, place, subject: id }),
  },
  async handle(ctx, { id, reason }, found) {
    const own = found.person === ctx.actor.person
    if (!own && !found.place.startsWith(ctx.actor.place ?? '~')) refuse('forbidden', { permission: 'sync.wipe' })
    if (found.wipeAskedAt) refuse('already')
    await askWipe(ctx.tx, id, { by: ctx.actor.person, reason, now: ctx.now })
    if (found.session) await endSessionOf(ctx, found.session, found.person)
    ctx.concerns(found.person)
    // Whoever empties his own phone knows it; he may have been somebody who only has his session.
    await tellOwner(ctx, found, 'phone_wiping', { name: found.name })
    return {}
  },
})

const tellOwner = (
  ctx: Pick<CommandContext, 'tx' | 'now'>,
  { person, place }: Device,
  kind: 'phone_wiping' | 'phone_wiped' | 'phone_wiped_unsent',
  params: Record<string, string | number>,
): Promise<void> => notify(ctx, { to: { person }, kind, params, subject: null, urgent: false, place })

/** No account is asked for: the token is the phone's own. */
export const confirm = handler(confirmWipe, {
  load: async ({ tx }, { device, token }) => (await deviceByToken(tx, device, tokenOf(token))) ?? refuse('not_found'),
  secret: ({ token }) => token,
  allow: { permission: 'sync.wiped', where: ({ token, id }) => ({ token, subject: id }) },
  async handle(ctx, { unsent }, found) {
    await markWiped(ctx.tx, found.id, unsent, ctx.now)
    const { name } = found
    // Signing out empties a phone too: only what was asked for, or what is lost, is told.
    if (!found.wipedAt && (found.wipeAskedAt || unsent > 0))
      await tellOwner(ctx, found, unsent > 0 ? 'phone_wiped_unsent' : 'phone_wiped', { name, count: unsent })
    return {}
  },
})
