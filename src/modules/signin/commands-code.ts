import { refuse } from '#kernel/errors.ts'
import { handler } from '#kernel/pipeline.ts'
import { awaitsName, findOrAddResident } from '#modules/people/api.ts'
import { addressOf, count, countForGood, forgive } from './attempts.ts'
import { codeAsked, sendCode, withCode } from './contract.ts'
import { openSession } from './opening.ts'
import { isRight } from './password.ts'
import { askLimits, CODE, codeLimits } from './rules.ts'
import { askForCode, takeTry, useCode } from './store-codes.ts'

/** Only asks: the reaction makes the code and sends it, so that a code in clear is never in the database. */
export const askForOneTimeCode = handler(sendCode, {
  load: () => Promise.resolve({}),
  allow: { permission: 'signin.sendCode', where: () => ({}) },
  async handle(ctx, input) {
    // Counted in the command itself: what is refused sends nothing, and a repetition finds the answer of the first.
    const seconds = await count(ctx, askLimits(input.phone, addressOf(ctx)))
    if (seconds !== undefined) refuse('too_many', { seconds })
    await askForCode(ctx.tx, {
      id: ctx.key,
      phone: input.phone,
      askedAt: ctx.now,
      endsAt: ctx.now + CODE.goodForSeconds * 1000,
    })
    ctx.emit(codeAsked, ctx.key, null, { code: ctx.key })
    return { seconds: CODE.goodForSeconds, again: CODE.againAfterSeconds }
  },
})

export const signInWithCode = handler(withCode, {
  async load(ctx, input) {
    const limits = codeLimits(input.phone, addressOf(ctx))
    const code = await countForGood(ctx, limits, () => takeTry(ctx.tx, input.phone, ctx.now, CODE.tries))
    const right = await isRight(code?.hash, input.code)
    return { code: code && right ? code : refuse('wrong_credentials'), limits }
  },
  allow: { permission: 'signin.code', where: () => ({}) },
  keepsAnswer: false,
  async handle(ctx, input, { code, limits }) {
    if (!input.name && (await awaitsName(ctx.tx, input.phone))) refuse('name_needed')
    if (!(await useCode(ctx.tx, code.id, ctx.now))) refuse('wrong_credentials')
    await forgive(ctx.tx, limits)
    const person = await findOrAddResident(ctx.tx, {
      phone: input.phone,
      name: input.name,
      now: ctx.now,
      source: 'self',
    })
    return openSession(ctx, person, 'code')
  },
})
