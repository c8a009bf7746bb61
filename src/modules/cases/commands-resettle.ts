import { statutoryCalendar } from '#kernel/calendar.ts'
import { dayOf } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import type { Job } from '#kernel/jobs.ts'
import { handler } from '#kernel/pipeline.ts'
import { resettleCase } from './contract-inward.ts'
import { advance } from './course.ts'
import { announce, BY_RULE, stepAfter } from './moving.ts'
import { deskAt } from './rules.ts'
import { type Case, lockCase, resettle } from './store.ts'
import { strandedCases } from './store-parts.ts'

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

export const resettleJob: Job = {
  name: 'cases.stranded',
  everySeconds: 60,
  find: async (tx, now, limit) =>
    (await strandedCases(tx, dayOf(now), limit)).map(({ id, from, to }) => ({
      command: resettleCase.name,
      input: { id, from, to },
      because: `${id} ${from} ${to}`,
    })),
}
