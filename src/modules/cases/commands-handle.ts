import { covers } from '#kernel/authorise.ts'
import { DAY_MS, startOfDay } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { type CommandContext, handler } from '#kernel/pipeline.ts'
import {
  acceptCase,
  answerCase,
  commentCase,
  declineCase,
  extendCase,
  handleCase,
  mergeCase,
  pauseCase,
  resumeCase,
  reworkCase,
  verifyCase,
} from './contract-acts.ts'
import { hoursToConfirm } from './levers.ts'
import { deskCommand, loadCase, shown, stand, whereOf } from './commands-move.ts'
import { move } from './moving.ts'
import { type Case, lockCase } from './store.ts'
import { attachFiles } from './store-parts.ts'

export const accept = deskCommand(acceptCase, 'accept', (ctx, input, { found }) => [
  // Whoever of a department takes it is the one to ask from now on.
  { action: 'accept', assignee: ctx.actor.post ?? found.course.assignee, note: input.note || null },
])

/** A pause is bounded, so that nothing is parked for good. */
const LONGEST_PAUSE_DAYS = 60

export const pause = deskCommand(pauseCase, 'pause', (ctx, input) => {
  const until = dateAhead(ctx, input.until, LONGEST_PAUSE_DAYS)
  return [{ action: 'pause', reason: input.reason, note: input.note, facts: { until } }]
})
export const resume = deskCommand(resumeCase, 'resume', (_ctx, input) => [
  { action: 'resume', note: input.note || null },
])
export const extend = deskCommand(extendCase, 'extend', (ctx, input) => [
  { action: 'extend', answer: input.reason, facts: { until: dateAhead(ctx, input.until, 365) + DAY_MS - 1000 } },
])

function dateAhead(ctx: CommandContext, day: string, most: number): number {
  const at = startOfDay(day)
  if (at <= ctx.now || at > ctx.now + most * DAY_MS)
    refuse('invalid', { problems: [{ path: 'until', problem: 'not_ahead' }], most })
  return at
}

export const handle = deskCommand(handleCase, 'handle', async (ctx, input, { city, found }) => {
  const evidence = city.duties.get(found.kind)?.evidence ?? 'text'
  const needed = evidence === 'before_after' ? 1 : evidence === 'photo' ? 1 : 0
  const attached = await attachFiles(ctx.tx, found, {
    step: found.course.steps + 1,
    ids: input.files,
    shown: true,
    by: ctx.sending.behalf ?? ctx.actor.person,
  })
  if (attached < needed) refuse('evidence_missing', { evidence })
  return [
    {
      action: 'handle',
      note: input.note,
      answer: input.answer,
      facts: input.files.length > 0 ? { files: [...input.files] } : {},
    },
  ]
})

export const verify = deskCommand(verifyCase, 'verify', async (ctx, input, { found }) =>
  found.confirmable
    ? [
        {
          action: 'verify',
          note: input.note || null,
          facts: { windowHours: await ctx.lever(hoursToConfirm, found.place) },
        },
      ]
    : [{ action: 'settle', note: input.note || null }],
)
export const rework = deskCommand(reworkCase, 'rework', (_ctx, input) => [{ action: 'rework', note: input.note }])
export const decline = deskCommand(declineCase, 'decline', (_ctx, input) => [
  { action: 'decline', reason: input.reason, answer: input.answer },
])
export const answerReporter = deskCommand(answerCase, 'answer', (_ctx, input) => [
  { action: 'answer', answer: input.answer },
])

export const comment = deskCommand(commentCase, 'comment', async (ctx, input, { found }) => {
  await attachFiles(ctx.tx, found, {
    step: found.course.steps + 1,
    ids: input.files,
    shown: false,
    by: ctx.sending.behalf ?? ctx.actor.person,
  })
  return [{ action: 'comment', note: input.note, facts: input.files.length > 0 ? { files: [...input.files] } : {} }]
})

export const merge = handler(mergeCase, {
  load: async (ctx, input) => {
    if (input.id === input.into) refuse('invalid', { problems: [{ path: 'into', problem: 'same_case' }] })
    // Locked in the order of their ids, so that two merges in opposite directions cannot wait for each other.
    const [first, second] = [input.id, input.into].sort()
    const locked = [await lockCase(ctx.tx, first ?? ''), await lockCase(ctx.tx, second ?? '')]
    const other = locked.find((c) => c?.id === input.into)
    if (!other || !covers(ctx.scope, { place: other.place, organ: other.course.organ })) return refuse('not_found')
    return { ...(await loadCase(ctx, input)), other }
  },
  allow: { permission: 'cases.merge', where: whereOf },
  purpose: 'case_handling',
  async handle(ctx, input, { city, found, other }) {
    stand(ctx, found, 'merge')
    const ended = await move(ctx, found, [{ action: 'merge', note: input.note || null, facts: { other: other.id } }])
    await takeOver(ctx, other, ended)
    return shown(ctx, city, ended)
  },
})

/** The other case takes over what was older: spent time, lateness. Nothing looks younger for having been merged. */
const takeOver = (ctx: CommandContext, other: Case, ended: Case): Promise<Case> =>
  move(ctx, other, [
    {
      action: 'absorb',
      facts: { other: ended.id, clocks: ended.course.clocks, ...(ended.course.late ? { late: true } : {}) },
    },
  ])
