import { SYSTEM } from '#kernel/authorise.ts'
import { statutoryCalendar } from '#kernel/calendar.ts'
import type { PayloadOf } from '#kernel/contract.ts'
import { refuse } from '#kernel/errors.ts'
import { keyOf } from '#kernel/jobs.ts'
import { handler, run } from '#kernel/pipeline.ts'
import type { ReactionContext } from '#kernel/platform.ts'
import type { placesSettled } from '#modules/places/contract.ts'
import { resettleCase } from './contract-inward.ts'
import { advance } from './course.ts'
import { announce, BY_RULE, stepAfter } from './moving.ts'
import { deskAt } from './rules.ts'
import { type Case, lockCase, resettle } from './store.ts'
import { openAt } from './store-parts.ts'

/**
 * Villages merge while cases are open. The facts of a closed case keep the place as it was; what is still to be done goes on in
 * the place that answers for it now, with a step that says so, and changes no clock. Who handles it is passed on by the posts.
 */
export const resettleHandler = handler(resettleCase, {
  load: async (ctx, input) => (await lockCase(ctx.tx, input.id)) ?? refuse('not_found'),
  allow: { permission: 'cases.tick', where: (found: Case) => ({ place: found.place, subject: found.id }) },
  async handle(ctx, { from, to }, found) {
    if (found.place !== from || found.course.closedAt !== null) return {}
    const desk = deskAt(to, found.course.level)
    const step = stepAfter(found.course, { action: 'comment', desk, reason: 'place_changed', ...BY_RULE }, ctx)
    const course = advance(found.course, step, statutoryCalendar) ?? refuse('conflict', { state: found.course.state })
    resettle(ctx.tx, found, to, { steps: [step], states: [course.state], course })
    announce(ctx, { ...found, place: to }, [step], [course.state])
    ctx.concerns(found.reporter)
    return {}
  },
})

/** Each down the ordinary road, so that each has its step and its record; told again, what has gone along is left alone. */
export async function goAlong(ctx: ReactionContext, { moved }: PayloadOf<typeof placesSettled>): Promise<void> {
  const became = new Map(moved.map((one) => [one.was, one.became]))
  for (const { id, place: from } of await openAt(ctx.tx, [...became.keys()])) {
    const to = became.get(from) ?? from
    const key = keyOf(`resettle ${id} ${from} ${to}`)
    await run(ctx.platform, SYSTEM, resettleCase.name, { id, from, to }, { key, request: key })
  }
}
