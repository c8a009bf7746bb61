import { toString as qrOf } from 'qrcode'
import { refuse } from '#kernel/errors.ts'
import { type CommandContext, handler } from '#kernel/pipeline.ts'
import { confirmPassword } from './commands-password.ts'
import { finishSecondFactor, startSecondFactor, stopSecondFactor } from './contract.ts'
import { countForGood, forgive } from './attempts.ts'
import { confirmLimits } from './rules.ts'
import { credentialOf, findPerson } from './store-credentials.ts'
import { beginFactor, findFactor } from './factors.ts'
import { dropFactor, spendStep } from './store-factors.ts'
import { base32, keyUri, matchingStep, newSecret } from './totp.ts'

const ownPerson = (ctx: CommandContext): Promise<string> =>
  Promise.resolve(ctx.actor.person ?? refuse('unauthenticated'))

export const beginSecondFactor = handler(startSecondFactor, {
  load: ownPerson,
  allow: { permission: 'signin.startSecondFactor', where: (person) => ({ person }) },
  keepsAnswer: false,
  async handle({ tx, now }, _input, person) {
    if (!(await credentialOf(tx, person))) refuse('not_found')
    const secret = newSecret()
    if (!(await beginFactor(tx, person, secret, now))) refuse('already')
    const who = await findPerson(tx, person)
    const uri = keyUri(secret, who?.login ?? who?.name ?? person)
    return { secret: base32(secret), uri, qrSvg: await qrOf(uri, { type: 'svg', margin: 1 }) }
  },
})

export const confirmSecondFactor = handler(finishSecondFactor, {
  async load(ctx) {
    const person = await ownPerson(ctx)
    await countForGood(ctx, confirmLimits(person))
    return person
  },
  allow: { permission: 'signin.finishSecondFactor', where: (person) => ({ person }) },
  keepsAnswer: false,
  async handle({ tx, now }, input, person) {
    const factor = (await findFactor(tx, person)) ?? refuse('not_found')
    if (factor.confirmed) refuse('already')
    const step = matchingStep(factor.secret, input.code, now, factor.lastStep) ?? refuse('wrong_credentials')
    await spendStep(tx, person, step, now)
    await forgive(tx, confirmLimits(person))
    return {}
  },
})

export const endSecondFactor = handler(stopSecondFactor, {
  load: (ctx, input) => confirmPassword(ctx, input.password),
  allow: { permission: 'signin.stopSecondFactor', where: (person) => ({ person }) },
  keepsAnswer: false,
  async handle({ tx }, _input, person) {
    await dropFactor(tx, person)
    return {}
  },
})
