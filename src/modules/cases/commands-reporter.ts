import { HOUR_MS } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { type CommandContext, handler } from '#kernel/pipeline.ts'
import { claimReport, confirmCase, reopenCase, withdrawCase } from './contract-acts.ts'
import { hoursToReopen } from './levers.ts'
import { move, type NewStep } from './moving.ts'
import { numberFrom } from './rules.ts'
import { type Case, lockByNumber, lockCase } from './store.ts'
import { attachFiles, linkReporter } from './store-parts.ts'

/**
 * What the reporter may do, with an account, with number and secret, or through the operator on the phone. A caller for whom
 * the operator speaks is named in the step's note; the step carries the operator as its author.
 */
const load = async (ctx: CommandContext, input: { id: string }): Promise<Case> =>
  (await lockCase(ctx.tx, input.id)) ?? refuse('not_found')
const secret = (input: { secret?: string | undefined }) => input.secret
const whereOf = (found: Case) => ({
  person: found.reporter,
  token: found.token,
  place: found.place,
  organ: null,
  subject: found.id,
})
const followed = (c: Case) => ({ id: c.id as never, state: c.course.state })
const act = async (ctx: CommandContext, found: Case, step: NewStep) => followed(await move(ctx, found, [step]))

export const confirm = handler(confirmCase, {
  load,
  secret,
  allow: { permission: 'cases.confirm', where: whereOf },
  handle: (ctx, input, found) => {
    if (!found.confirmable) refuse('conflict', { state: found.course.state })
    return act(ctx, found, { action: 'confirm', note: input.note || null })
  },
})

export const reopen = handler(reopenCase, {
  load,
  secret,
  allow: { permission: 'cases.reopen', where: whereOf },
  async handle(ctx, input, found) {
    const { closedAt, state } = found.course
    const hours = await ctx.lever(hoursToReopen, found.place)
    if (state === 'confirmed' || (closedAt !== null && ctx.now > closedAt + hours * HOUR_MS))
      refuse('window_over', { hours })
    await attachFiles(ctx.tx, found, {
      step: found.course.steps + 1,
      ids: input.files,
      shown: true,
      by: ctx.actor.person,
    })
    // Back to whoever said that it was solved.
    return act(ctx, found, {
      action: 'reopen',
      note: input.note,
      facts: input.files.length > 0 ? { files: [...input.files] } : {},
    })
  },
})

export const withdraw = handler(withdrawCase, {
  load,
  secret,
  allow: { permission: 'cases.withdraw', where: whereOf },
  handle: (ctx, input, found) => act(ctx, found, { action: 'withdraw', note: input.note || null }),
})

export const claim = handler(claimReport, {
  load: async (ctx, input) => (await lockByNumber(ctx.tx, numberFrom(input.number))) ?? refuse('not_found'),
  secret,
  allow: { permission: 'cases.claim', where: whereOf },
  async handle(ctx, _input, found) {
    const person = ctx.actor.person ?? refuse('unauthenticated')
    if (found.reporter && found.reporter !== person) refuse('already')
    await linkReporter(ctx.tx, found, person)
    return followed(found)
  },
})
