import { dayOf } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { type CommandContext, handler } from '#kernel/pipeline.ts'
import { postsOf } from '#modules/posts/api.ts'
import { addressOf, countForGood, forgive } from './attempts.ts'
import { changePassword, passwordSet, setPassword, withPassword } from './contract.ts'
import { openSession } from './opening.ts'
import { hashPassword, isOutdated, isRight } from './password.ts'
import { confirmLimits, isTooSimple, maySetPassword, namedLogin, passwordLimits } from './rules.ts'
import { distrust } from './sessions.ts'
import { endOthers } from './store.ts'
import { changeHash, credentialOf, findCredential, findPerson, putCredentials } from './store-credentials.ts'
import { findFactor } from './factors.ts'
import { spendStep } from './store-factors.ts'
import { matchingStep } from './totp.ts'

/** Answers of these commands are not stored, and neither is the digest of what was sent: it could be guessed from. */
export const signInWithPassword = handler(withPassword, {
  async load(ctx, input) {
    const login = namedLogin(input.login)
    const limits = passwordLimits(login, addressOf(ctx))
    await countForGood(ctx, limits)
    const found = await findCredential(ctx.tx, login)
    const right = await isRight(found?.passwordHash, input.password)
    return { credential: found && right ? found : refuse('wrong_credentials'), limits }
  },
  allow: { permission: 'signin.password', where: ({ credential }) => ({ person: credential.person }) },
  keepsAnswer: false,
  async handle(ctx, input, { credential, limits }) {
    await passSecondFactor(ctx, credential.person, input.code)
    await forgive(ctx.tx, limits)
    if (isOutdated(credential.passwordHash))
      await changeHash(ctx.tx, credential.person, await hashPassword(input.password), ctx.now)
    return openSession(ctx, credential.person, 'password')
  },
})

async function passSecondFactor({ tx, now }: CommandContext, person: string, code: string | undefined): Promise<void> {
  const factor = await findFactor(tx, person)
  if (!factor?.confirmed) return
  if (code === undefined) return refuse('second_factor_needed')
  const step = matchingStep(factor.secret, code, now, factor.lastStep)
  if (step === undefined || !(await spendStep(tx, person, step, now))) refuse('wrong_credentials', { factor: 'second' })
}

export const changeOwnPassword = handler(changePassword, {
  load: (ctx, input) => confirmPassword(ctx, input.current),
  allow: { permission: 'signin.changePassword', where: (person) => ({ person }) },
  keepsAnswer: false,
  async handle(ctx, input, person) {
    await putHash(ctx, person, input.next)
    await endSessions(ctx, person, ctx.actor.session)
    return {}
  },
})

/** Whose session it is must know the password once more: a phone left on a desk is not enough. */
export async function confirmPassword(ctx: CommandContext, typed: string): Promise<string> {
  const person = ctx.actor.person ?? refuse('unauthenticated')
  const limits = confirmLimits(person)
  await countForGood(ctx, limits)
  const found = await credentialOf(ctx.tx, person)
  if (!(await isRight(found?.passwordHash, typed))) refuse('wrong_credentials')
  await forgive(ctx.tx, limits)
  return person
}

export const setPasswordOf = handler(setPassword, {
  load: async (ctx, input) => ({
    person: (await findPerson(ctx.tx, input.person)) ?? refuse('not_found'),
    posts: await postsOf(ctx.tx, input.person, dayOf(ctx.now)),
  }),
  allow: { permission: 'signin.setPassword', where: ({ person }) => ({ person: person.id, subject: person.id }) },
  keepsAnswer: false,
  async handle(ctx, input, { person, posts }) {
    if (!maySetPassword(ctx.actor, person.id, posts)) refuse('forbidden', { permission: 'signin.setPassword' })
    await putHash(ctx, person.id, input.password)
    await endSessions(ctx, person.id, null)
    ctx.concerns(person.id)
    ctx.emit(passwordSet, person.id, null, { person: input.person })
    return {}
  },
})

async function putHash({ tx, now }: CommandContext, id: string, password: string): Promise<void> {
  const person = (await findPerson(tx, id)) ?? refuse('not_found')
  if (isTooSimple(password, [person.login, person.phone]))
    refuse('invalid', { problems: [{ path: 'password', problem: 'too_simple' }] })
  await putCredentials(tx, [{ person: id, login: person.login, passwordHash: await hashPassword(password) }], now)
}

async function endSessions({ tx, now, platform }: CommandContext, person: string, but: string | null): Promise<void> {
  for (const session of await endOthers(tx, person, but, now)) distrust(platform, session)
}
