import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addWorkSeconds, statutoryCalendar as calendar, workCalendar, workSecondsBetween } from './calendar.ts'
import { DAY_MS, HOUR_MS, startOfDay } from './clock.ts'

const hoursOf = (day: string): number => workSecondsBetween(calendar, startOfDay(day), startOfDay(day) + DAY_MS) / 3600
const at = (day: string, hour: number): number => startOfDay(day) + hour * HOUR_MS

it.each([
  ['2026-09-01', 8, 'a Tuesday'],
  ['2026-09-05', 0, 'a Saturday'],
  ['2020-01-31', 0, 'a Friday to which the Spring Festival of 2020 was extended'],
  ['2020-02-03', 8, 'the first working day after that'],
  ['2026-10-01', 0, 'National Day'],
  ['2026-10-10', 8, 'a Saturday worked for it'],
  ['2020-01-19', 8, 'a Sunday worked for the Spring Festival'],
  ['2026-02-17', 0, 'the first day of the lunar year'],
])('%s has %d hours: %s', (day, hours) => expect(hoursOf(day)).toBe(hours))

it('is open from 8:30 to 12:00 and from 13:30 to 18:00', () => {
  const day = '2026-09-01'
  const worked = (from: number, to: number) => workSecondsBetween(calendar, at(day, from), at(day, to)) / 3600
  expect([worked(0, 8.5), worked(8.5, 12), worked(12, 13.5), worked(13.5, 18), worked(18, 24), worked(9, 14)]).toEqual([
    0, 3.5, 0, 4.5, 0, 3.5,
  ])
})

it('makes forty work-hours of an ordinary week', () => {
  expect(workSecondsBetween(calendar, startOfDay('2026-09-07'), startOfDay('2026-09-14'))).toBe(40 * 3600)
})

/** Any second from 2018 to 2030. */
const instant = fc
  .integer({ min: 0, max: 12 * 365 * 86_400 })
  .map((seconds) => startOfDay('2018-01-01') + seconds * 1000)
const span = fc.integer({ min: 0, max: 2000 * 3600 })

it('adds and measures inversely', () => {
  fc.assert(
    fc.property(
      instant,
      span,
      (from, seconds) => workSecondsBetween(calendar, from, addWorkSeconds(calendar, from, seconds)) === seconds,
    ),
    { numRuns: 500 },
  )
})

it('names the first instant at which so much has passed', () => {
  fc.assert(
    fc.property(instant, span, (from, seconds) => {
      const reached = addWorkSeconds(calendar, from, seconds)
      expect(reached).toBeGreaterThanOrEqual(from)
      if (seconds > 0) expect(workSecondsBetween(calendar, from, reached - 1000)).toBeLessThan(seconds)
    }),
    { numRuns: 500 },
  )
})

it('adds up: from a to c is from a to b and from b to c', () => {
  fc.assert(
    fc.property(instant, instant, instant, (x, y, z) => {
      const [a = 0, b = 0, c = 0] = [x, y, z].toSorted((p, q) => p - q)
      expect(workSecondsBetween(calendar, a, b) + workSecondsBetween(calendar, b, c)).toBe(
        workSecondsBetween(calendar, a, c),
      )
    }),
  )
})

it('measures nothing backwards, and never more than the time that passed', () => {
  fc.assert(
    fc.property(instant, instant, (x, y) => {
      const seconds = workSecondsBetween(calendar, x, y)
      expect(seconds).toBeGreaterThanOrEqual(0)
      expect(seconds).toBeLessThanOrEqual(Math.max(0, y - x) / 1000)
    }),
  )
})

it('can be any other calendar, which then has its own name', () => {
  const always = workCalendar('always', () => true, [[0, 86_400]] as never)
  expect(workSecondsBetween(always, startOfDay('2026-10-01'), startOfDay('2026-10-03'))).toBe(2 * 86_400)
  expect(always.version).not.toBe(calendar.version)
})
