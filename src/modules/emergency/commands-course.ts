import { DAY_MS, dayOf, HOUR_MS, instant, millis } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { endHolds } from '#kernel/holds.ts'
import { keyOf } from '#kernel/jobs.ts'
import { type CommandContext, handler } from '#kernel/pipeline.ts'
import { emergencyEnded, emergencyNoted, end, expire, fileWith, noteDown, remind, review } from './contract.ts'
import { settleDays } from './levers.ts'
import { tellCommand } from './telling.ts'
import { dropOpen, type Entry, insertEnd, insertEntry } from './store-decisions.ts'
import {
  type Activation,
  endActivation,
  isInForce,
  lockActivation,
  noteReminder,
  setFiling,
  setReview,
} from './store.ts'

const ofActivation = ({ place, id }: Activation) => ({ place, subject: id })
async function demand(ctx: CommandContext, { id }: { id: string }): Promise<Activation> {
  return (await lockActivation(ctx.tx, id)) ?? refuse('not_found')
}
async function demandActive(ctx: CommandContext, input: { id: string }): Promise<Activation> {
  const found = await demand(ctx, input)
  if (found.state === 'proposed' || found.state === 'dropped') refuse('conflict', { state: found.state })
  return found.state === 'active' ? found : refuse('already', { state: found.state })
}

type Over = { endedAt: number; why: 'declared' | 'expired' }
/** The powers go in this very transaction; posts, bonds and data follow step by step. */
async function close(ctx: CommandContext, a: Activation, { endedAt, why }: Over) {
  const holds = await endHolds(ctx.tx, a.id, ctx.now)
  const days = a.drill ? 0 : await ctx.lever(settleDays, a.place)
  const destroyAt = ctx.now + days * DAY_MS
  await dropOpen(ctx.tx, a.id, why)
  await endActivation(ctx.tx, { id: a.id, endedAt, why, destroyAt })
  ctx.emit(emergencyEnded, a.id, a.place, { id: a.id, place: a.place })
  return { holds, destroyAt }
}

/** What has run out is over already; the house notes it (`expire`). */
async function demandInForce(ctx: CommandContext, input: { id: string }): Promise<Activation> {
  const found = await demandActive(ctx, input)
  return isInForce(found, ctx.now) ? found : refuse('already', { endsAt: found.endsAt ?? '' })
}

const declareOver = handler(end, {
  load: demandInForce,
  allow: { permission: 'emergency.end', where: ofActivation },
  async handle(ctx, { id, decision, legalBasis, reason }, a) {
    const by = { person: ctx.actor.person, post: ctx.actor.post, now: ctx.now }
    const { place, level } = a
    await insertEnd(
      ctx.tx,
      { id: decision, activation: id, place, kind: 'end', level, hours: null, reviewHours: null, legalBasis, reason },
      by,
    )
    const { holds, destroyAt } = await close(ctx, a, { endedAt: ctx.now, why: 'declared' })
    return { id, endedAt: instant(ctx.now), holds, destroyAt: instant(destroyAt) }
  },
})

const lapse = handler(expire, {
  async load(ctx, input) {
    const a = await demandActive(ctx, input)
    return millis(a.endsAt ?? '') <= ctx.now ? a : refuse('too_soon')
  },
  allow: { permission: 'emergency.expire', where: ofActivation },
  async handle(ctx, { id }, a) {
    const endedAt = millis(a.endsAt ?? '')
    const { place, level, legalBasis } = a
    const decision = {
      id: keyOf(`lapse ${id}`),
      activation: id,
      place,
      kind: 'lapse' as const,
      level,
      hours: null,
      reviewHours: null,
    }
    await insertEnd(
      ctx.tx,
      { ...decision, legalBasis, reason: a.endsAt ?? '' },
      { person: null, post: null, now: ctx.now },
    )
    const { holds } = await close(ctx, a, { endedAt, why: 'expired' })
    return { holds }
  },
})

async function entry(
  ctx: CommandContext,
  { id: activation, place }: Activation,
  e: Pick<Entry, 'id' | 'sort' | 'text'>,
): Promise<void> {
  await insertEntry(ctx.tx, { key: '', ...e, activation, place, by: ctx.actor.person, at: ctx.now })
  ctx.emit(emergencyNoted, activation, place, { id: activation, place })
}

const file = handler(fileWith, {
  async load(ctx, input) {
    const a = await demand(ctx, input)
    if (a.state === 'proposed' || a.state === 'dropped') refuse('conflict', { state: a.state })
    if (a.filedOn !== null) refuse('already', { number: a.filingNumber ?? '' })
    if (input.day > dayOf(ctx.now)) refuse('invalid', { problems: [{ path: 'day', problem: 'future' }] })
    return a
  },
  allow: { permission: 'emergency.file', where: ofActivation },
  async handle(ctx, { id, number, day }, a) {
    await setFiling(ctx.tx, id, number, day)
    await entry(ctx, a, { id: ctx.key, sort: 'filing', text: number })
    return { id, late: a.filingDue !== null && day > a.filingDue }
  },
})

const lookAgain = handler(review, {
  load: demandInForce,
  allow: { permission: 'emergency.review', where: ofActivation },
  async handle(ctx, { id, finding, nextHours }, a) {
    const reviewAt = Math.min(ctx.now + nextHours * HOUR_MS, millis(a.endsAt ?? ''))
    await setReview(ctx.tx, id, reviewAt, ctx.now > millis(a.reviewAt ?? ''))
    await entry(ctx, a, { id: ctx.key, sort: 'review', text: finding })
    return { id, reviewAt: instant(reviewAt) }
  },
})

const writeDown = handler(noteDown, {
  load: demandActive,
  allow: { permission: 'emergency.note', where: ofActivation },
  async handle(ctx, { entry: id, text }, a) {
    await entry(ctx, a, { id, sort: 'note', text })
    return { entry: id }
  },
})

const nudge = handler(remind, {
  load: demand,
  allow: { permission: 'emergency.remind', where: ofActivation },
  async handle(ctx, { id, what, due }, a) {
    const mark = `${what} ${due}`
    if (a.state !== 'active' || a.reminded.includes(mark)) return { told: 0 }
    await noteReminder(ctx.tx, id, mark)
    return { told: await tellCommand(ctx, a, what) }
  },
})

export const courseHandlers = [declareOver, lapse, file, lookAgain, writeDown, nudge]
