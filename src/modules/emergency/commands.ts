import { DAY_MS, dayOf, HOUR_MS, instant, millis } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { endHolds } from '#kernel/holds.ts'
import { type CommandContext, handler } from '#kernel/pipeline.ts'
import { placeTree } from '#modules/places/api.ts'
import { roster } from '#modules/posts/api.ts'
import { changeLevel, confirm, declare, drop, emergencyChanged, extend } from './contract.ts'
import { takeEffect } from './effects.ts'
import { filingDays } from './levers.ts'
import { demandPlaybook, playbooks } from './playbook-index.ts'
import { countByRole } from './planning.ts'
import { hasAuthority, isGraver, isStale, nodeAbove, touches, trimArea } from './rules.ts'
import {
  activationOf,
  confirmDecision,
  type Decision,
  dropDecision,
  insertProposal,
  lockDecision,
} from './store-decisions.ts'
import { insertPlaybook } from './store-playbooks.ts'
import { isRaised } from './store-raised.ts'
import {
  type Activation,
  beginActivation,
  dropActivation,
  extendActivation,
  holdBeginning,
  insertActivation,
  isInForce,
  lockActivation,
  readLive,
  setLevel,
} from './store.ts'

const problem = (path: string, text: string) => ({ problems: [{ path, problem: text }] })
const byOf = (ctx: CommandContext) => ({ person: ctx.actor.person, post: ctx.actor.post, now: ctx.now })

/** Nobody decides by a post that an emergency gave him. */
async function demandOwnPost(ctx: CommandContext): Promise<void> {
  if (ctx.actor.post && (await isRaised(ctx.tx, ctx.actor.post))) refuse('authority_needed', { raised: true })
}
const reviewWithin = (hours: number, reviewHours: number): void =>
  void (reviewHours > hours && refuse('invalid', problem('reviewHours', 'after_the_end')))

const propose = handler(declare, {
  async load(ctx, { area, playbook, hours, reviewHours }) {
    reviewWithin(hours, reviewHours)
    const tree = await placeTree(ctx.platform)
    area.forEach((code, at) => tree.get(code) ?? refuse('not_found', problem(`area.${at}`, 'unknown_place')))
    const trimmed = trimArea(area)
    return { area: trimmed, place: nodeAbove(trimmed), book: await demandPlaybook(ctx.platform, playbook, ctx.now) }
  },
  allow: { permission: 'emergency.declare', where: ({ place }, { id }) => ({ place, subject: id }) },
  async handle(ctx, input, { area, place, book }) {
    await demandOwnPost(ctx)
    const { id, decision, level, legalBasis, reason, drill, hours, reviewHours } = input
    await refuseTwice(ctx, { kind: book.kind, area, drill })
    await insertPlaybook(ctx.tx, book, null, ctx.now)
    const activation = {
      id,
      playbook: book.code,
      version: book.version,
      kind: book.kind,
      level,
      place,
      area,
      drill,
      legalBasis,
      reason,
    }
    const number = await insertActivation(ctx.tx, activation, ctx.now)
    await insertProposal(
      ctx.tx,
      { id: decision, activation: id, place, kind: 'activate', level, hours, reviewHours, legalBasis, reason },
      byOf(ctx),
    )
    ctx.emit(emergencyChanged, id, place, { id, decision, place })
    return { id, number, place }
  },
})

/** One command for one kind in one place; and no exercise where it is in earnest, since what is gathered goes under the nearest hold. */
async function refuseTwice(ctx: CommandContext, a: Pick<Activation, 'kind' | 'area' | 'drill'>): Promise<void> {
  const there = await liveIn(ctx, a.area)
  const same = there.find(({ kind, drill }) => (kind === a.kind && drill === a.drill) || (a.drill && !drill))
  if (same) refuse('in_force', { number: same.number })
}
const liveIn = async (ctx: CommandContext, area: readonly string[]): Promise<Activation[]> =>
  (await readLive(ctx.tx, ctx.now)).filter((one) => one.area.some((code) => touches(area, code)))

/** Exercises give way at this instant; that they are over is noted as soon as it is told. */
async function stopDrills(ctx: CommandContext, a: Activation): Promise<void> {
  if (a.drill) return
  for (const { id, drill } of await liveIn(ctx, a.area)) if (drill) await endHolds(ctx.tx, id, ctx.now)
}

async function demandActive(ctx: CommandContext, id: string): Promise<Activation> {
  const found = (await lockActivation(ctx.tx, id)) ?? refuse('not_found')
  return isInForce(found, ctx.now) ? found : refuse('conflict', { state: found.state })
}
const ofActivation = ({ place, id }: Activation) => ({ place, subject: id })

const goOn = handler(extend, {
  async load(ctx, { id, hours, reviewHours }) {
    reviewWithin(hours, reviewHours)
    return demandActive(ctx, id)
  },
  allow: { permission: 'emergency.declare', where: ofActivation },
  async handle(ctx, { id, decision, hours, reviewHours, legalBasis, reason }, { place, level }) {
    await demandOwnPost(ctx)
    await insertProposal(
      ctx.tx,
      { id: decision, activation: id, place, kind: 'extend', level, hours, reviewHours, legalBasis, reason },
      byOf(ctx),
    )
    ctx.emit(emergencyChanged, id, place, { id, decision, place })
    return { decision }
  },
})

const regrade = handler(changeLevel, {
  async load(ctx, { id, level }) {
    const active = await demandActive(ctx, id)
    return active.level === level ? refuse('already', { level }) : active
  },
  allow: { permission: 'emergency.declare', where: ofActivation },
  async handle(ctx, { id, decision, level, legalBasis, reason }, { place, level: was }) {
    await demandOwnPost(ctx)
    const kind = isGraver(level, was) ? ('upgrade' as const) : ('downgrade' as const)
    const rest = { hours: null, reviewHours: null, legalBasis, reason }
    await insertProposal(ctx.tx, { id: decision, activation: id, place, kind, level, ...rest }, byOf(ctx))
    ctx.emit(emergencyChanged, id, place, { id, decision, place })
    return { decision, kind }
  },
})

type Pair = { decision: Decision; activation: Activation }
async function loadProposal(ctx: CommandContext, { decision: id }: { decision: string }): Promise<Pair> {
  // What it is of is locked first, as an end does it: two that come at once wait in one direction only.
  const of = (await activationOf(ctx.tx, id)) ?? refuse('not_found')
  const activation = (await lockActivation(ctx.tx, of)) ?? refuse('not_found')
  const decision = (await lockDecision(ctx.tx, id)) ?? refuse('not_found')
  if (decision.state !== 'proposed') refuse('already', { state: decision.state })
  return { decision, activation }
}
const ofProposal = ({ activation }: Pair) => ofActivation(activation)

const second = handler(confirm, {
  load: loadProposal,
  allow: { permission: 'emergency.confirm', where: ofProposal },
  async handle(ctx, _, { decision, activation: a }) {
    await demandOwnPost(ctx)
    if (decision.proposedBy === ctx.actor.person) refuse('same_person')
    if (isStale(millis(decision.proposedAt), ctx.now)) refuse('gone', { proposedAt: decision.proposedAt })
    const book = (await playbooks(ctx.platform)).get(a.playbook, a.version) ?? refuse('internal')
    const plan = book.levels[decision.level]
    await demandAuthority(ctx, decision, a.drill ? [] : plan.authority)
    if (decision.kind === 'activate') {
      await holdBeginning(ctx.tx)
      await refuseTwice(ctx, a)
      await stopDrills(ctx, a)
    }
    const endsAt = decision.hours === null ? millis(a.endsAt ?? '') : ctx.now + decision.hours * HOUR_MS
    const before = decision.kind === 'activate' ? undefined : book.levels[a.level]
    await settleState(ctx, a, decision, endsAt)
    const { effects, worked } = await takeEffect(ctx, a, {
      plan,
      before,
      decision: decision.id,
      reason: decision.reason,
      endsAt,
    })
    await confirmDecision(ctx.tx, { id: decision.id, endsAt, told: countByRole(worked.told), effects, ...byOf(ctx) })
    ctx.emit(emergencyChanged, a.id, a.place, { id: a.id, decision: decision.id, place: a.place })
    return { id: a.id as never, endsAt: instant(endsAt), ...effects }
  },
})

async function demandAuthority(
  ctx: CommandContext,
  { proposedPost }: Decision,
  authority: readonly string[],
): Promise<void> {
  if (authority.length === 0) return
  const proposer = proposedPost ? (await roster(ctx.platform)).get(proposedPost)?.role : undefined
  if (!hasAuthority(authority, [ctx.actor.role, proposer])) refuse('authority_needed', { authority })
}

async function settleState(ctx: CommandContext, a: Activation, d: Decision, endsAt: number): Promise<void> {
  const reviewAt = ctx.now + (d.reviewHours ?? 0) * HOUR_MS
  if (d.kind === 'activate') {
    const days = await ctx.lever(filingDays, a.place)
    const own = ctx.actor.post ? (await roster(ctx.platform)).get(ctx.actor.post) : undefined
    const issuer = `${(await placeTree(ctx.platform)).nameOf(ctx.actor.place ?? '')} ${own?.title ?? ''}`.trim()
    const filingDue = dayOf(ctx.now + days * DAY_MS)
    await beginActivation(ctx.tx, {
      id: a.id,
      now: ctx.now,
      endsAt,
      reviewAt,
      filingDue,
      issuer,
      organ: ctx.actor.organ,
      chief: ctx.actor.person,
    })
  } else if (d.kind === 'extend') {
    if (!isInForce(a, ctx.now)) refuse('conflict', { state: a.state })
    await extendActivation(ctx.tx, a.id, endsAt, reviewAt)
  } else {
    if (!isInForce(a, ctx.now)) refuse('conflict', { state: a.state })
    await setLevel(ctx.tx, a.id, d.level)
  }
}

const takeBack = handler(drop, {
  load: loadProposal,
  allow: { permission: 'emergency.confirm', where: ofProposal },
  async handle(ctx, { decision: id, reason }, { decision, activation: a }) {
    await dropDecision(ctx.tx, id, reason)
    if (decision.kind === 'activate') await dropActivation(ctx.tx, a.id)
    ctx.emit(emergencyChanged, a.id, a.place, { id: a.id, decision: id, place: a.place })
    return { decision: id }
  },
})

export const decisionHandlers = [propose, goOn, regrade, second, takeBack]
