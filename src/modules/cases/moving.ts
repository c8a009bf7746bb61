import { statutoryCalendar } from '#kernel/calendar.ts'
import { refuse } from '#kernel/errors.ts'
import type { CommandContext } from '#kernel/pipeline.ts'
import { caseMoved } from './contract.ts'
import { advance, type Course, type Step } from './course.ts'
import type { State } from './lifecycle.ts'
import { type Case, saveCase } from './store.ts'

/** What a command adds; whatever it leaves out stays as the case has it. */
export type NewStep = Pick<Step, 'action'> & Partial<Omit<Step, 'action' | 'no' | 'at'>>

/** The actor as the author of a step; the system signs with nobody. */
export const authorOf = (ctx: Pick<CommandContext, 'actor'>) => ({
  byPost: ctx.actor.post,
  byPerson: ctx.actor.person,
  byOrgan: ctx.actor.organ,
})

/** Steps that the house takes by rule carry no author. */
export const BY_RULE = { byPost: null, byPerson: null, byOrgan: null }

/** Appends steps, folds them, saves, announces. Refuses `conflict` when the life cycle does not know the action here. */
export async function move(ctx: CommandContext, found: Case, added: readonly NewStep[]): Promise<Case> {
  const steps: Step[] = []
  const states: State[] = []
  let course = found.course
  for (const one of added) {
    const step = stepAfter(course, one, ctx)
    course = advance(course, step, statutoryCalendar) ?? refuse('conflict', { state: course.state, action: one.action })
    steps.push(step)
    states.push(course.state)
  }
  saveCase(ctx.tx, found, { steps, states, course })
  announce(ctx, found, steps, states)
  ctx.concerns(found.reporter)
  return { ...found, course }
}

export function stepAfter(course: Course, one: NewStep, ctx: CommandContext): Step {
  const { level, desk, organ, assignee } = course
  return {
    level,
    desk,
    organ,
    assignee,
    reason: null,
    note: null,
    answer: null,
    facts: {},
    ...authorOf(ctx),
    ...one,
    no: course.steps + 1,
    at: ctx.now,
  }
}

export function announce(
  ctx: CommandContext,
  c: Pick<Case, 'id' | 'place' | 'reporter'>,
  steps: readonly Step[],
  states: readonly State[],
): void {
  for (const [i, step] of steps.entries())
    ctx.emit(caseMoved, c.id, c.place, {
      id: c.id,
      action: step.action,
      no: step.no,
      state: states[i] ?? 'received',
      level: step.level,
      place: c.place,
      post: step.assignee,
      organ: step.organ,
      reporter: c.reporter as never,
    })
}
