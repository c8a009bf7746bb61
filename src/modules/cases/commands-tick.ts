import { statutoryCalendar } from '#kernel/calendar.ts'
import { refuse } from '#kernel/errors.ts'
import type { Job } from '#kernel/jobs.ts'
import { handler } from '#kernel/pipeline.ts'
import { tickCase } from './contract-inward.ts'
import { type Course, dueOf } from './course.ts'
import { move } from './moving.ts'
import { type Case, lockCase } from './store.ts'
import { dueCases } from './store-parts.ts'

/** A case that slept through several limits gets a step for each; more than this in one go would be a fault. */
const MOST = 8

export const tick = handler(tickCase, {
  load: async (ctx, input) => (await lockCase(ctx.tx, input.id)) ?? refuse('not_found'),
  allow: { permission: 'cases.tick', where: (found: Case) => ({ place: found.place, subject: found.id }) },
  async handle(ctx, _input, found) {
    let present = found
    let steps = 0
    while (steps < MOST && isDue(present.course, ctx.now)) {
      const due = dueOf(present.course, statutoryCalendar)
      if (!due) break
      present = await move(ctx, present, [{ action: due.action, reason: due.clock, facts: { due: due.at } }])
      steps++
    }
    return { steps }
  },
})

const isDue = (course: Course, now: number): boolean => (dueOf(course, statutoryCalendar)?.at ?? Infinity) <= now

export const dueJob: Job = {
  name: 'cases.due',
  everySeconds: 1,
  find: async (tx, now, limit) =>
    (await dueCases(tx, now, limit)).map(({ id, nextAt }) => ({
      command: 'cases.tick',
      input: { id, due: nextAt },
      because: `${id} ${nextAt}`,
    })),
}
