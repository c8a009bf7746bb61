import type { Level } from '#modules/places/contract.ts'
import { TALLY_KEYS, type Tally } from './contract-figures.ts'
import type { Course } from './course.ts'
import { isClosed } from './lifecycle.ts'

/** What one case adds to the figures of its village. Counters are kept by the difference of two of these; a recount is their sum. */
export function tallyOf(c: Pick<Course, 'state' | 'late' | 'reopened' | 'bounced' | 'level'>): Tally {
  const is = (condition: boolean) => (condition ? 1 : 0)
  const open = !isClosed(c.state)
  const settled = c.state === 'confirmed' || c.state === 'silent' || c.state === 'claimed'
  const at = (level: Level) => is(settled && c.level === level)
  return {
    received: 1,
    open: is(open),
    waiting: is(c.state === 'received' || c.state === 'assigned'),
    handling: is(c.state === 'handling'),
    verifying: is(c.state === 'verifying'),
    confirming: is(c.state === 'confirming'),
    paused: is(c.state === 'paused'),
    late: is(open && c.late),
    reopened: is(c.reopened > 0),
    bounced: is(c.bounced > 0),
    confirmed: is(c.state === 'confirmed'),
    silent: is(c.state === 'silent'),
    claimed: is(c.state === 'claimed'),
    ended: is(!open && !settled),
    closedLate: is(settled && c.late),
    closedGrid: at('grid') + at('microgrid'),
    closedVillage: at('village'),
    closedTownship: at('township'),
    closedCounty: at('county'),
    closedCity: at('city'),
  }
}

/** The difference to write, in the order of TALLY_KEYS; undefined when nothing changes. */
export function tallyChange(before: Course | undefined, after: Course): number[] | undefined {
  const then = before && tallyOf(before)
  const now = tallyOf(after)
  const change = TALLY_KEYS.map((key) => now[key] - (then?.[key] ?? 0))
  return change.some((n) => n !== 0) ? change : undefined
}
