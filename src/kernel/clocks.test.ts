import fc from 'fast-check'
import { expect, it } from 'vitest'
import { statutoryCalendar as calendar } from './calendar.ts'
import { DAY_MS, HOUR_MS, startOfDay } from './clock.ts'
import { isOver, type Meter, meter, reachesAt, spentAt, startMeter, stopMeter, type Unit } from './clocks.ts'

const BEGIN = startOfDay('2026-09-01')
/** Starts and stops at growing instants over three weeks, in any order a case may ask for them. */
const moves = fc.array(fc.record({ start: fc.boolean(), after: fc.integer({ min: 0, max: 2 * DAY_MS }) }), {
  maxLength: 20,
})
const unit = fc.constantFrom<Unit>('work', 'natural')

function play(unit: Unit, all: { start: boolean; after: number }[]): { at: number; m: Meter }[] {
  let at = BEGIN
  let m = meter(unit, 8)
  const told = [{ at, m }]
  for (const { start, after } of all) {
    at += after
    m = start ? startMeter(m, at) : stopMeter(m, at, calendar)
    told.push({ at, m })
  }
  return told
}

it('never loses time that was spent, whatever is started and stopped', () => {
  fc.assert(
    fc.property(unit, moves, (unit, all) => {
      const spent = play(unit, all).map(({ at, m }) => spentAt(m, at, calendar))
      expect(spent).toEqual(spent.toSorted((a, b) => a - b))
    }),
  )
})

it('never runs backwards as time goes on without a step', () => {
  fc.assert(
    fc.property(
      unit,
      moves,
      fc.array(fc.integer({ min: 0, max: 10 * DAY_MS }), { maxLength: 6 }),
      (unit, all, waits) => {
        const last = play(unit, all).at(-1)
        if (!last) return
        const spent = waits.toSorted((a, b) => a - b).map((wait) => spentAt(last.m, last.at + wait, calendar))
        expect(spent).toEqual(spent.toSorted((a, b) => a - b))
      },
    ),
  )
})

it('stays over its limit once it is over', () => {
  fc.assert(
    fc.property(unit, moves, (unit, all) => {
      const over = play(unit, all).map(({ at, m }) => isOver(m, at, calendar))
      expect(over).toEqual(over.toSorted((a, b) => Number(a) - Number(b)))
    }),
  )
})

it('is not changed by starting it while it runs, nor by stopping it while it stands', () => {
  const running = startMeter(meter('work', 8), BEGIN)
  expect(startMeter(running, BEGIN + HOUR_MS)).toBe(running)
  const still = stopMeter(running, BEGIN + DAY_MS, calendar)
  expect(stopMeter(still, BEGIN + 2 * DAY_MS, calendar)).toBe(still)
  expect(startMeter(still, BEGIN + 2 * DAY_MS)).toMatchObject({ spent: still.spent, starts: 2 })
})

it('says when a share of the limit will be reached, exactly to the second', () => {
  fc.assert(
    fc.property(unit, moves, fc.constantFrom(0.7, 1), (unit, all, share) => {
      const last = play(unit, all).at(-1)
      if (!last) return
      const due = reachesAt(last.m, share, calendar)
      expect(due === null).toBe(last.m.since === null)
      if (due === null) return
      const target = Math.ceil(last.m.limit * share)
      expect(spentAt(last.m, due, calendar)).toBeGreaterThanOrEqual(Math.min(target, last.m.spent))
      if (last.m.spent < target) {
        expect(spentAt(last.m, due, calendar)).toBe(target)
        expect(spentAt(last.m, due - 1000, calendar)).toBeLessThan(target)
      }
    }),
  )
})

it('counts eight work-hours as one working day, and around the clock when it is urgent', () => {
  const friday = startOfDay('2026-09-04') + 17 * HOUR_MS
  expect(reachesAt(startMeter(meter('work', 8), friday), 1, calendar)).toBe(startOfDay('2026-09-07') + 17 * HOUR_MS)
  expect(reachesAt(startMeter(meter('natural', 8), friday), 1, calendar)).toBe(friday + 8 * HOUR_MS)
})

it('has no limit to pass when it never started or its limit is nought', () => {
  expect(isOver(meter('work', 8), BEGIN + 100 * DAY_MS, calendar)).toBe(false)
  expect(isOver(startMeter(meter('natural', 0), BEGIN), BEGIN + DAY_MS, calendar)).toBe(false)
})
