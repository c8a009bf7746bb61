import { statutoryCalendar } from '#kernel/calendar.ts'
import { reachesAt } from '#kernel/clocks.ts'
import { advance, begin, type Course, dueOf, runningIn, type Step } from '#modules/cases/course.ts'
import type { Action, State } from '#modules/cases/lifecycle.ts'

/** One simulated case: takes steps, and before each whatever fell due until then, as the sweep would have done. */
export type Life = {
  steps: Step[]
  states: State[]
  readonly course: Course
  /** False when the instant lies in the future or the life cycle does not know the action here. */
  take(at: number, action: Action, more?: Partial<Step>): boolean
  tickUntil(at: number): void
  /** The instant at which a share of the limit of the running clock is used up. */
  when(share: number, jitterMs: number): number
}

const EMPTY = { byPost: null, byPerson: null, byOrgan: null, reason: null, note: null, answer: null, facts: {} }

export function startLife(first: Step, now: number): Life {
  const steps = [first]
  let course = begin(first)
  const states = [course.state]

  function add(at: number, action: Action, more: Partial<Step>): boolean {
    const step = stepAfter(course, at, { action, ...more })
    const moved = advance(course, step, statutoryCalendar)
    if (!moved) return false
    steps.push(step)
    states.push(moved.state)
    course = moved
    return true
  }

  function tickUntil(at: number): void {
    for (let due = dueOf(course, statutoryCalendar); due && due.at <= at; due = dueOf(course, statutoryCalendar))
      add(due.at, due.action, { reason: due.clock, facts: { due: due.at } })
  }

  return {
    steps,
    states,
    get course() {
      return course
    },
    take(at, action, more = {}) {
      tickUntil(Math.min(at, now))
      return at <= now && add(at, action, more)
    },
    tickUntil,
    when: (share, jitterMs) => Math.max(course.changedAt + jitterMs, reached(course, share)),
  }
}

const stepAfter = (course: Course, at: number, more: Partial<Step> & Pick<Step, 'action'>): Step => {
  const { level, desk, organ, assignee, changedAt, steps } = course
  return { level, desk, organ, assignee, ...EMPTY, ...more, no: steps + 1, at: Math.max(at, changedAt) }
}

function reached(course: Course, share: number): number {
  const name = runningIn(course)[0] ?? 'handle'
  return reachesAt(course.clocks[name], share, statutoryCalendar) ?? 0
}
