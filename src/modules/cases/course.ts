/**
 * The course of a case: a pure fold of its steps.
 *
 * Steps are facts and are only appended. `advance` is the one function that turns a step into the next state; commands call it
 * once, replay calls it for every step, so the stored row and the replayed one are the same bit for bit.
 * Whatever could change later (limits of the duty list, levers, the calendar version) is written into the step that used it.
 *
 * Clocks (promise 2). accept runs while nobody has taken the case; handle from the first acceptance until it is stated solved,
 * also while the case is being passed on; verify while a second person looks; confirm while the resident may answer.
 * A pause stops the handle clock for a stated reason until a stated day and is counted. Reopening goes on from the old time.
 * Comments, answers, returns, extensions and merges never lower what was spent, and `late`, once true, stays.
 */
import { type WorkCalendar } from '#kernel/calendar.ts'
import { type Meter, meter, reachesAt, spentAt, startMeter, stopMeter, type Unit, WARN_SHARE } from '#kernel/clocks.ts'
import { next } from '#kernel/machine.ts'
import type { Level } from '#modules/places/contract.ts'
import { type Action, CLOCKS, type ClockName, isClosed, machine, type State } from './lifecycle.ts'

export type Limits = { unit: Unit; accept: number; handle: number; verify: number; calendar: string }
/** Facts that only some actions bring. Instants in ms. */
export type StepFacts = {
  limits?: Limits
  until?: number
  windowHours?: number
  cc?: string[]
  files?: string[]
  clocks?: Record<ClockName, Meter>
  late?: boolean
  other?: string
  due?: number
  /** The phone's own clock when it was written down; it decides nothing. */
  capturedAt?: string
}
export type Step = {
  no: number
  at: number
  action: Action | 'report'
  level: Level
  desk: string
  organ: string | null
  assignee: string | null
  byPost: string | null
  byPerson: string | null
  byOrgan: string | null
  reason: string | null
  note: string | null
  answer: string | null
  facts: StepFacts
}

export type Course = {
  state: State
  level: Level
  desk: string
  organ: string | null
  assignee: string | null
  handler: string | null
  steps: number
  late: boolean
  reopened: number
  bounced: number
  pauses: number
  clocks: Record<ClockName, Meter>
  warned: ClockName[]
  overdue: ClockName[]
  pausedUntil: number | null
  promisedAt: number | null
  windowEndsAt: number | null
  publicAnswer: string | null
  mergedInto: string | null
  receivedAt: number
  changedAt: number
  closedAt: number | null
  calendar: string
}

const OFFICE_CLOCKS: readonly ClockName[] = ['accept', 'handle', 'verify']

export function begin(step: Step): Course {
  const limits = step.facts.limits
  if (step.action !== 'report' || !limits) throw new Error('a course begins with a report and its limits')
  const still: Record<ClockName, Meter> = {
    accept: meter(limits.unit, limits.accept),
    handle: meter(limits.unit, limits.handle),
    verify: meter(limits.unit, limits.verify),
    confirm: meter('natural', 0),
  }
  return {
    state: 'received',
    ...deskOf(step),
    handler: null,
    steps: 1,
    late: false,
    reopened: 0,
    bounced: 0,
    pauses: 0,
    clocks: { ...still, accept: startMeter(still.accept, step.at) },
    warned: [],
    overdue: [],
    pausedUntil: null,
    promisedAt: null,
    windowEndsAt: null,
    publicAnswer: null,
    mergedInto: null,
    receivedAt: step.at,
    changedAt: step.at,
    closedAt: null,
    calendar: limits.calendar,
  }
}

const deskOf = (s: Step) => ({ level: s.level, desk: s.desk, organ: s.organ, assignee: s.assignee })

/** The next state; undefined when the life cycle does not know the action here. */
export function advance(c: Course, step: Step, calendar: WorkCalendar): Course | undefined {
  if (step.action === 'report') return undefined
  const state = next(machine, c.state, step.action)
  if (!state) return undefined
  const moved: Course = {
    ...c,
    ...deskOf(step),
    ...marks(c, step, step.action),
    state,
    steps: step.no,
    changedAt: step.at,
    publicAnswer: step.answer ?? c.publicAnswer,
    late: c.late || step.facts.late === true || isPast(c, step.at, calendar),
    closedAt: isClosed(state) ? (c.closedAt ?? step.at) : null,
    clocks: windowed(absorbed(c.clocks, step), step, calendar),
  }
  return { ...moved, clocks: ticking(moved, step.at, calendar) }
}

/** What each action leaves behind besides the state. */
function marks(c: Course, step: Step, action: Action): Partial<Course> {
  const { facts } = step
  switch (action) {
    case 'sendBack':
      return { bounced: c.bounced + 1 }
    case 'reopen':
      return { reopened: c.reopened + 1, windowEndsAt: null }
    case 'pause':
      return { pauses: c.pauses + 1, pausedUntil: facts.until ?? null }
    case 'resume':
      return { pausedUntil: null }
    case 'extend':
      return { promisedAt: facts.until ?? c.promisedAt }
    case 'handle':
      return { handler: step.byPerson }
    case 'verify':
      return { windowEndsAt: step.at + (facts.windowHours ?? 0) * 3_600_000 }
    case 'merge':
      return { mergedInto: facts.other ?? null }
    case 'warn':
      return { warned: withClock(c.warned, step.reason) }
    case 'overdue':
      return { overdue: withClock(c.overdue, step.reason) }
    default:
      return {}
  }
}

const withClock = (list: ClockName[], name: string | null): ClockName[] => {
  const clock = CLOCKS.find((one) => one === name)
  return clock && !list.includes(clock) ? [...list, clock] : list
}

/** The case that takes another over takes over whatever was older on it. */
function absorbed(own: Record<ClockName, Meter>, step: Step): Record<ClockName, Meter> {
  const other = step.action === 'absorb' ? step.facts.clocks : undefined
  if (!other) return own
  const older = (name: ClockName): Meter => ({ ...own[name], spent: Math.max(own[name].spent, other[name].spent) })
  return { accept: older('accept'), handle: older('handle'), verify: older('verify'), confirm: own.confirm }
}

/** The resident gets the whole window each time something is put to him. */
function windowed(clocks: Record<ClockName, Meter>, step: Step, calendar: WorkCalendar): Record<ClockName, Meter> {
  if (step.action !== 'verify') return clocks
  const confirm = clocks.confirm
  return {
    ...clocks,
    confirm: { ...confirm, limit: spentAt(confirm, step.at, calendar) + (step.facts.windowHours ?? 0) * 3600 },
  }
}

export function runningIn(c: Pick<Course, 'state' | 'clocks'>): readonly ClockName[] {
  switch (c.state) {
    case 'received':
    case 'assigned':
      return c.clocks.handle.starts > 0 ? ['accept', 'handle'] : ['accept']
    case 'handling':
      return ['handle']
    case 'verifying':
      return ['verify']
    case 'confirming':
      return ['confirm']
    default:
      return []
  }
}

function ticking(c: Course, at: number, calendar: WorkCalendar): Record<ClockName, Meter> {
  const running = runningIn(c)
  const set = (name: ClockName) =>
    running.includes(name) ? startMeter(c.clocks[name], at) : stopMeter(c.clocks[name], at, calendar)
  return { accept: set('accept'), handle: set('handle'), verify: set('verify'), confirm: set('confirm') }
}

/** A limit has passed on a clock that runs, whether or not the sweep has noted it yet. */
const isPast = (c: Course, at: number, calendar: WorkCalendar): boolean =>
  runningIn(c).some(
    (name) => OFFICE_CLOCKS.includes(name) && spentAt(c.clocks[name], at, calendar) >= c.clocks[name].limit,
  )

/** What falls due next: a warning, a limit, the end of a pause or of the resident's window. */
export type Due = { at: number; action: 'warn' | 'overdue' | 'resume' | 'lapse'; clock: ClockName | null }

export function dueOf(c: Course, calendar: WorkCalendar): Due | undefined {
  const all: Due[] = []
  if (c.state === 'paused' && c.pausedUntil !== null) all.push({ at: c.pausedUntil, action: 'resume', clock: null })
  if (c.state === 'confirming' && c.windowEndsAt !== null)
    all.push({ at: c.windowEndsAt, action: 'lapse', clock: null })
  for (const name of runningIn(c)) {
    if (!OFFICE_CLOCKS.includes(name)) continue
    const warnAt = c.warned.includes(name) ? null : reachesAt(c.clocks[name], WARN_SHARE, calendar)
    const overAt = c.overdue.includes(name) ? null : reachesAt(c.clocks[name], 1, calendar)
    if (warnAt !== null) all.push({ at: warnAt, action: 'warn', clock: name })
    if (overAt !== null) all.push({ at: overAt, action: 'overdue', clock: name })
  }
  return all.reduce<Due | undefined>((first, one) => (first && first.at <= one.at ? first : one), undefined)
}

/** The clock that a person looks at: the office clock that runs; its limit is the deadline. */
export const leadingClock = (c: Pick<Course, 'state' | 'clocks'>): ClockName | undefined => runningIn(c).at(-1)

/** When the running limit is reached. */
export function deadlineOf(c: Course, calendar: WorkCalendar): number | null {
  const ends = runningIn(c)
    .filter((name) => OFFICE_CLOCKS.includes(name))
    .map((name) => reachesAt(c.clocks[name], 1, calendar))
    .filter((at) => at !== null)
  return ends.length > 0 ? Math.min(...ends) : null
}

/** All steps from the first; what a recount and the replay test use. */
export function replay(steps: readonly Step[], calendar: WorkCalendar): Course {
  const [first, ...rest] = steps
  if (!first) throw new Error('no steps')
  return rest.reduce<Course>((c, step) => {
    const moved = advance(c, step, calendar)
    if (!moved) throw new Error(`step ${step.no} (${step.action}) does not follow ${c.state}`)
    return moved
  }, begin(first))
}
