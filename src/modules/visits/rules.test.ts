import fc from 'fast-check'
import { expect, it } from 'vitest'
import { DAY_MS, dayOf, HOUR_MS, startOfDay } from '#kernel/clock.ts'
import type { Reason } from './contract.ts'
import { PROMISE_ACTIONS, PROMISE_STATES, promiseMachine } from './lifecycle.ts'
import {
  byReason,
  holds,
  isLive,
  nextReminder,
  type Protection,
  protectionOf,
  visitNumber,
  weekdayOf,
} from './rules.ts'

const TUESDAY = '2026-09-01'
const at = (day: string, hour = 9) => startOfDay(day) + hour * HOUR_MS

it.each([
  ['2026-08-31', 1],
  [TUESDAY, 2],
  ['2026-09-06', 7],
  ['1970-01-01', 4],
  ['2028-02-29', 2],
])('%s is day %d of the week', (day, weekday) => expect(weekdayOf(day)).toBe(weekday))

it.each([
  // due, now, told next
  ['2026-09-04', at(TUESDAY), at('2026-09-03', 8)],
  ['2026-09-02', at(TUESDAY), at('2026-09-03', 8)],
  [TUESDAY, at(TUESDAY), at('2026-09-02', 8)],
  ['2026-09-04', at('2026-09-03', 8), at('2026-09-05', 8)],
  ['2026-09-04', at('2026-09-05', 8), null],
])('of a promise for %s both sides are told next, seen from %d, at %s', (due, now, next) =>
  expect(nextReminder(due, now)).toBe(next),
)

it('tells of a promise at most twice, never twice at one instant, and in the end no more', () => {
  const days = fc.integer({ min: 0, max: 400 }).map((n) => dayOf(at(TUESDAY) + n * DAY_MS))
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 400 * DAY_MS }), (due, later) => {
      let now = at(TUESDAY) + later
      let told = 0
      for (let next = nextReminder(due, now); next !== null; next = nextReminder(due, now)) {
        expect(next).toBeGreaterThan(now)
        now = next
        told++
      }
      expect(told).toBeLessThanOrEqual(2)
    }),
  )
})

it('numbers have eleven digits, one more than a case, and a check digit that tells neighbours apart', () => {
  expect(visitNumber(2026, 3)).toMatch(/^2600000003\d$/)
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_998 }), (n) => {
      expect(visitNumber(2026, n)).toHaveLength(11)
      expect(visitNumber(2026, n).slice(0, 10)).not.toBe(visitNumber(2026, n + 1).slice(0, 10))
    }),
  )
})

const RULE: Protection = {
  id: 'a',
  place: '3308',
  weekday: 2,
  from: '2018-05-01',
  until: null,
  rule: '周二无会日',
  exceptions: [{ day: '2026-09-08', place: '330802211', reason: '台风防御' }],
}

it.each([
  ['330802211209', TUESDAY, true],
  ['330802211209', '2026-09-02', false],
  ['330802211209', '2018-04-24', false],
  ['330802211209', '2026-09-08', false],
  ['330802212001', '2026-09-08', true],
  // The exception of one township does not lift the day of its county.
  ['330802', '2026-09-08', true],
  ['3401', TUESDAY, false],
])('at %s the day %s is protected: %s', (place, day, is) =>
  expect(protectionOf([RULE], place, day) !== undefined).toBe(is),
)

it('another rule still protects a day that one rule lifts', () => {
  expect(
    protectionOf([RULE, { ...RULE, id: 'b', place: '330802211', exceptions: [] }], '330802211209', '2026-09-08')?.id,
  ).toBe('b')
  expect(holds({ ...RULE, until: TUESDAY }, '3308', TUESDAY)).toBe(false)
})

const reason = (kind: Reason['kind'], day: string | null = null): Reason => ({ kind, what: '', day, fields: [] })
it('a promise comes before a wish, a wish before a new family, and that before old data', () => {
  const doors = [
    [reason('stale')],
    [reason('moved_in')],
    [reason('stale'), reason('promise_due', '2026-09-03')],
    [reason('promise_due', TUESDAY)],
    [reason('requested')],
  ]
  expect(doors.sort(byReason).map(([one]) => one?.day ?? one?.kind)).toEqual([
    TUESDAY,
    'stale',
    'requested',
    'moved_in',
    'stale',
  ])
})

it('a mandate holds from its first day up to, not including, its last, unless it was ended', () => {
  const mandate = { from: TUESDAY, until: '2026-09-10', endedAt: null }
  expect(['2026-08-31', TUESDAY, '2026-09-09', '2026-09-10'].map((day) => isLive(mandate, day))).toEqual([
    false,
    true,
    true,
    false,
  ])
  expect(isLive({ ...mandate, endedAt: '2026-09-02T00:00:00.000Z' }, TUESDAY)).toBe(false)
})

it('every state of a promise but the last leads somewhere, and only to states there are', () => {
  for (const state of PROMISE_STATES)
    for (const action of PROMISE_ACTIONS) {
      const to = promiseMachine[state][action]
      if (to) expect(PROMISE_STATES).toContain(to)
    }
  expect(PROMISE_STATES.filter((state) => Object.keys(promiseMachine[state]).length === 0)).toEqual(['confirmed'])
})
