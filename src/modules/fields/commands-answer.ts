import { covers } from '#kernel/authorise.ts'
import { dayOf } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { handler } from '#kernel/pipeline.ts'
import { enter } from '#modules/people/api.ts'
import { answerFields, sayCore } from './answering.ts'
import { answered, answerForm, settleBranch } from './contract.ts'
import { isSayable } from './core.ts'
import { locate } from './locating.ts'
import { decideBranch, lockBranch } from './store-branches.ts'
import { appendValues, bringAlong, findCurrent } from './store.ts'

const answer = handler(answerForm, {
  load: (ctx, { answers }) =>
    locate(
      ctx,
      answers.map(({ subjectKind: kind, subject }) => ({ kind, subject })),
    ),
  allow: {
    permission: 'fields.answer',
    where: (about, { answers }) => ({
      place: about.get(answers[0]?.subject ?? '')?.place ?? null,
      subject: answers[0]?.subject ?? null,
    }),
  },
  purpose: 'household_service',
  async handle(ctx, { source, certainty, day, answers }, about) {
    // One round of answers may go over many doors, each of which has to be in reach.
    for (const { place } of about.values()) if (!covers(ctx.scope, { place })) refuse('forbidden')
    if (day !== undefined && day > dayOf(ctx.now))
      refuse('invalid', { problems: [{ path: 'day', problem: 'in_the_future' }] })
    const placed = answers.map((one) => ({ ...one, place: about.get(one.subject)?.place ?? refuse('internal') }))
    const entry = await enter(ctx.tx, {
      source,
      certainty,
      day,
      place: placed[0]?.place ?? null,
      post: ctx.actor.post,
      person: ctx.actor.person,
      phone: ctx.sending.phone ?? null,
      now: ctx.now,
    })
    const results = await answerFields(ctx, { entry, day, answers: placed })
    for (const { kind, subject, place, persons } of about.values()) {
      ctx.concerns(...persons)
      ctx.emit(answered, subject, place, { subject, kind })
    }
    return { results, entry }
  },
})

const settle = handler(settleBranch, {
  load: async (ctx, { id }) => (await lockBranch(ctx.tx, id)) ?? refuse('not_found'),
  allow: { permission: 'fields.settle', where: ({ place, id }) => ({ place, subject: id }) },
  purpose: 'household_service',
  async handle(ctx, { id, take, reason }, branch) {
    if (branch.decidedAt !== null) refuse('already')
    if (take === 'theirs') {
      // The answer keeps the entry it came by; only its place beside the others changes.
      if (isSayable(branch.field)) await sayCore(ctx.tx, branch, ctx.now)
      else {
        await bringAlong(ctx.tx, [branch])
        await appendValues(ctx.tx, [branch], ctx.now)
      }
    }
    await decideBranch(ctx.tx, { id, take, reason, by: ctx.actor.post, now: ctx.now })
    const [current] = await findCurrent(ctx.tx, [branch.subject], [branch.field])
    ctx.concerns(branch.kind === 'person' ? branch.subject : null)
    ctx.emit(answered, branch.subject, branch.place, { subject: branch.subject, kind: branch.kind })
    const { subject, field } = branch
    return {
      subject,
      field,
      outcome: take === 'theirs' ? ('taken' as const) : ('confirmed' as const),
      value: current?.id ?? null,
      branch: id,
    }
  },
})

export const answerHandlers = [answer, settle]
