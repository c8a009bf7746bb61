import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { statutoryCalendar } from '#kernel/calendar.ts'
import { spentAt } from '#kernel/clocks.ts'
import { actionsIn } from '#kernel/machine.ts'
import { advance, begin, type Course, dueOf, replay, type Step } from './course.ts'
import { type Action, CLOCKS, machine } from './lifecycle.ts'

const MONDAY = Date.parse('2026-09-07T01:00:00Z')
const HOUR = 3_600_000
const still = {
  organ: null,
  assignee: null,
  byPost: null,
  byPerson: null,
  byOrgan: null,
  reason: null,
  note: null,
  answer: null,
}
const first: Step = {
  no: 1,
  at: MONDAY,
  action: 'report',
  level: 'grid',
  desk: '330802211209002',
  ...still,
  facts: { limits: { unit: 'work', accept: 2, handle: 8, verify: 4, calendar: statutoryCalendar.version } },
}

const stepAfter = (c: Course, action: Action, at: number, more: Partial<Step> = {}): Step => ({
  ...still,
  no: c.steps + 1,
  at,
  action,
  level: c.level,
  desk: c.desk,
  facts: {},
  ...more,
})
const go = (c: Course, action: Action, at: number, more: Partial<Step> = {}): Course => {
  const moved = advance(c, stepAfter(c, action, at, more), statutoryCalendar)
  if (!moved) throw new Error(`${action} in ${c.state}`)
  return moved
}

describe('the course of a case', () => {
  it('counts accept, handle and verify apart, in working hours', () => {
    const accepted = go(go(begin(first), 'assign', MONDAY), 'accept', MONDAY + HOUR)
    expect(accepted.clocks.accept).toMatchObject({ spent: 3600, since: null })
    const handled = go(accepted, 'handle', MONDAY + 26 * HOUR)
    // From 10:00 on Monday to 11:00 on Tuesday: 2 + 4.5 + 2.5 working hours.
    expect(handled.clocks.handle.spent).toBe(9 * 3600)
    expect(handled.late).toBe(true)
  })

  it('keeps the old clock when the resident reopens, and stays late', () => {
    let c = go(go(begin(first), 'assign', MONDAY), 'accept', MONDAY + HOUR)
    c = go(go(c, 'handle', MONDAY + 26 * HOUR), 'verify', MONDAY + 27 * HOUR, { facts: { windowHours: 168 } })
    c = go(c, 'reopen', MONDAY + 30 * HOUR)
    expect(c).toMatchObject({ state: 'handling', late: true, reopened: 1 })
    expect(c.clocks.handle).toMatchObject({ spent: 9 * 3600, starts: 2 })
  })

  it('warns at 70 % and at the limit, once each', () => {
    const c = go(go(begin(first), 'assign', MONDAY), 'accept', MONDAY)
    const warning = dueOf(c, statutoryCalendar)
    expect(warning).toMatchObject({ action: 'warn', clock: 'handle', at: Date.parse('2026-09-07T08:06:00Z') })
    const warned = go(c, 'warn', MONDAY + 7 * HOUR, { reason: 'handle' })
    expect(dueOf(warned, statutoryCalendar)).toMatchObject({ action: 'overdue', clock: 'handle' })
    expect(dueOf(go(warned, 'overdue', MONDAY + 9 * HOUR, { reason: 'handle' }), statutoryCalendar)).toBeUndefined()
  })

  it('lets a pause stop the handle clock and counts it', () => {
    const c = go(go(begin(first), 'assign', MONDAY), 'accept', MONDAY)
    const paused = go(c, 'pause', MONDAY + HOUR, { facts: { until: MONDAY + 72 * HOUR } })
    expect(paused.pauses).toBe(1)
    expect(spentAt(paused.clocks.handle, MONDAY + 50 * HOUR, statutoryCalendar)).toBe(3600)
    expect(dueOf(paused, statutoryCalendar)).toMatchObject({ action: 'resume', at: MONDAY + 72 * HOUR })
  })

  it('refuses what the life cycle does not know', () => {
    expect(advance(begin(first), stepAfter(begin(first), 'confirm', MONDAY), statutoryCalendar)).toBeUndefined()
  })
})

/** Any sequence of steps that the life cycle allows, at any times. */
const walk = fc.array(fc.record({ choice: fc.nat(), wait: fc.integer({ min: 0, max: 90 * HOUR }) }), { maxLength: 30 })
function walked(
  moves: { choice: number; wait: number }[],
  seen: (before: Course, after: Course, at: number) => void,
): Step[] {
  const steps = [first]
  let c = begin(first)
  let at = MONDAY
  for (const { choice, wait } of moves) {
    at += wait
    const actions = actionsIn(machine, c.state)
    const action = actions[choice % Math.max(1, actions.length)]
    if (!action) break
    const step = stepAfter(c, action, at, {
      reason: action === 'warn' || action === 'overdue' ? 'handle' : null,
      facts: { windowHours: 168, until: at + HOUR, ...(action === 'absorb' ? { clocks: begin(first).clocks } : {}) },
    })
    const moved = advance(c, step, statutoryCalendar)
    if (!moved) continue
    seen(c, moved, at)
    steps.push(step)
    c = moved
  }
  return steps
}

describe('whatever is done to a case', () => {
  it('no clock ever shows less than before, and late stays late', () => {
    fc.assert(
      fc.property(walk, (moves) => {
        walked(moves, (before, after, at) => {
          for (const name of CLOCKS)
            expect(spentAt(after.clocks[name], at, statutoryCalendar)).toBeGreaterThanOrEqual(
              spentAt(before.clocks[name], at, statutoryCalendar),
            )
          if (before.late) expect(after.late).toBe(true)
          for (const name of ['accept', 'handle', 'verify'] as const)
            expect(after.clocks[name].limit).toBe(before.clocks[name].limit)
        })
      }),
      { numRuns: 400 },
    )
  })

  it('replaying the steps gives the same state bit for bit', () => {
    fc.assert(
      fc.property(walk, (moves) => {
        let last = begin(first)
        const steps = walked(moves, (_before, after) => void (last = after))
        const stored = JSON.parse(JSON.stringify(steps)) as Step[]
        expect(JSON.stringify(replay(stored, statutoryCalendar))).toBe(JSON.stringify(last))
      }),
      { numRuns: 300 },
    )
  })

  it('a comment, an answer and an extension change no clock', () => {
    fc.assert(
      fc.property(walk, fc.constantFrom<Action>('comment', 'answer', 'extend'), (moves, action) => {
        let c = begin(first)
        let at = MONDAY
        walked(moves, (_before, after, when) => {
          c = after
          at = when
        })
        const after = advance(
          c,
          stepAfter(c, action, at + HOUR, { facts: { until: at + 99 * HOUR } }),
          statutoryCalendar,
        )
        if (after) for (const name of CLOCKS) expect(after.clocks[name]).toEqual(c.clocks[name])
      }),
    )
  })
})
