import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dayOfNumber } from '#kernel/clock.ts'
import { contradiction, dated, inForce, type Version } from './rules.ts'

const FIRST = 18_000
const version = (no: number, day: number): Version => ({
  code: '01-01',
  class: '01',
  className: { zh: '矛盾纠纷' },
  name: { zh: '邻里纠纷' },
  synonyms: [],
  leadLevel: 'village',
  line: 'justice',
  lineName: { zh: '司法' },
  helpers: [],
  startLevel: 'grid',
  stopLevel: 'county',
  acceptHours: no,
  handleHours: 80,
  verifyHours: 8,
  urgent: false,
  evidence: 'text',
  legalBasis: null,
  restricted: false,
  version: no,
  from: dayOfNumber(FIRST + day),
  reason: 'a test',
  by: null,
  byPost: null,
  at: '2026-09-01T00:00:00.000Z',
})
/** The shipped version, then up to ten decisions about any days after it. */
const decisions = fc
  .array(fc.integer({ min: 0, max: 30 }), { maxLength: 10 })
  .map((days) => [version(1, 0), ...days.map((day, i) => version(i + 2, day))])

it('has exactly one version in force on every day from the first on', () => {
  fc.assert(
    fc.property(decisions, fc.integer({ min: 0, max: 40 }), (versions, day) => {
      const at = dayOfNumber(FIRST + day)
      const holding = dated(versions).filter(({ from, to }) => from <= at && (to === null || at < to))
      expect(holding).toHaveLength(1)
      expect(inForce(dated(versions), at)).toEqual(holding[0])
    }),
  )
})

it('lets the decision about the latest day hold, and of those about one day the last', () => {
  fc.assert(
    fc.property(decisions, fc.integer({ min: 0, max: 40 }), (versions, day) => {
      const begun = versions.filter(({ from }) => from <= dayOfNumber(FIRST + day))
      const last = begun.reduce((best, one) =>
        one.from > best.from || (one.from === best.from && one.version > best.version) ? one : best,
      )
      expect(inForce(dated(versions), dayOfNumber(FIRST + day))?.version).toBe(last.version)
    }),
  )
})

it('never changes a day that is past by a decision about a later day', () => {
  fc.assert(
    fc.property(decisions, fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }), (versions, day, later) => {
      const at = dayOfNumber(FIRST + day)
      const more = [...versions, version(99, day + 1 + later)]
      expect(inForce(dated(more), at)?.version).toBe(inForce(dated(versions), at)?.version)
    }),
  )
})

it.each([
  ['grid', 'village', 'county', undefined],
  ['village', 'village', 'village', undefined],
  ['county', 'village', 'city', 'changes.startLevel'],
  ['grid', 'county', 'township', 'changes.stopLevel'],
] as const)('starts at %s, led at %s, stops at %s: %s', (startLevel, leadLevel, stopLevel, path) => {
  expect(contradiction({ startLevel, leadLevel, stopLevel })).toBe(path)
})
