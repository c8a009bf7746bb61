import { instant, millis, startOfDay } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { type CommandContext, handler } from '#kernel/pipeline.ts'
import { organs } from '#modules/people/api.ts'
import { roster } from '#modules/posts/api.ts'
import { askDelay, decideDelay, endDelay, looksDisclosed, tellDisclosed } from './contract-disclosure.ts'
import { officeOf } from './offices.ts'
import { delayProblem, sameOffice } from './rules.ts'
import { type DelayRow, insertDelay, lockDelay, setDecided, setDelayEnded, setDelayTold } from './store-disclosure.ts'
import { namesOf } from './store-glass.ts'

const found = async (ctx: CommandContext, { id }: { id: string }): Promise<DelayRow> =>
  (await lockDelay(ctx.tx, id)) ?? refuse('not_found')

const ask = handler(askDelay, {
  async load(ctx, { person, prolongs }) {
    if ((await namesOf(ctx.tx, [person])).length === 0) refuse('not_found', { person })
    return prolongs ? lockDelay(ctx.tx, prolongs) : undefined
  },
  allow: { permission: 'consents.askDelay', where: (_before, { id }) => ({ subject: id }) },
  async handle(ctx, { id, person, article, reason, appearsOn, prolongs }, before) {
    const { actor, now } = ctx
    const place = actor.place ?? refuse('forbidden')
    if (prolongs && !(before && stillRuns(ctx, before) && before.person === person)) refuse('not_found', { prolongs })
    const [since, appearsAt] = [before?.since ?? instant(now), startOfDay(appearsOn)]
    const problem = delayProblem({ now, since: millis(since), appearsAt })
    if (problem) refuse('invalid', { problems: [{ path: 'appearsOn', problem }] })
    await insertDelay(ctx.tx, {
      id,
      person,
      organ: actor.organ,
      place,
      article,
      reason,
      askedBy: actor.person ?? refuse('forbidden'),
      askedPost: actor.post ?? refuse('forbidden'),
      askedAt: instant(now),
      since,
      appearsAt: instant(appearsAt),
    })
    return { id, appearsAt: instant(appearsAt) }
  },
})

const stillRuns = (ctx: CommandContext, d: DelayRow): boolean =>
  d.approved === true && d.endedAt === null && millis(d.appearsAt) > ctx.now && sameOffice(d, ctx.actor)

/** Who asked never decides, in whatever post he stands now. */
const decide = handler(decideDelay, {
  load: found,
  allow: { permission: 'consents.decideDelay', where: ({ place, organ }, { id }) => ({ place, organ, subject: id }) },
  async handle(ctx, { id, approve }, delay) {
    const by = ctx.actor.person ?? refuse('forbidden')
    if (delay.askedBy === by) refuse('same_person')
    if (delay.decidedAt) refuse('already', { decidedAt: delay.decidedAt })
    if (millis(delay.appearsAt) <= ctx.now) refuse('window_over', { appearsAt: delay.appearsAt })
    await setDecided(ctx.tx, { id, by, post: ctx.actor.post, at: ctx.now, approved: approve })
    return { id, approved: approve }
  },
})

const end = handler(endDelay, {
  load: found,
  allow: { permission: 'consents.endDelay', where: ({ place, organ }, { id }) => ({ place, organ, subject: id }) },
  async handle(ctx, { id }, delay) {
    if (delay.approved !== true || delay.endedAt || millis(delay.appearsAt) <= ctx.now) refuse('conflict')
    await setDelayEnded(ctx.tx, id, ctx.now)
    return {}
  },
})

/** The looks are to be seen since their day anyway; this only says so. */
const tell = handler(tellDisclosed, {
  load: found,
  allow: { permission: 'consents.disclose', where: ({ place }, { id }) => ({ place, subject: id }) },
  async handle(ctx, { id }, { person, organ, place, askedPost }) {
    await setDelayTold(ctx.tx, id, ctx.now)
    const office = officeOf(await organs(ctx.platform))({
      organ,
      role: await roleOf(ctx, askedPost),
      actorPlace: place,
    })
    ctx.emit(looksDisclosed, person, place, { person, office: office ?? '', place })
    return {}
  },
})

const roleOf = async ({ platform }: CommandContext, post: string): Promise<string> =>
  (await roster(platform)).get(post)?.role ?? ''

export const disclosureHandlers = [ask, decide, end, tell]
