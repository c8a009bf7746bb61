import { addWorkSeconds, type WorkCalendar, workSecondsBetween } from './calendar.ts'

/**
 * Honest clocks. A meter is a pure fold of starts and stops over a calendar version:
 *   spent   seconds gathered by finished runs; only ever grows
 *   since   when the present run began (ms), or null while it stands still
 *   limit   seconds allowed; set when the meter first starts and never raised afterwards
 *   starts  how often it was started: restarts are shown beside every rate
 * Invariants (property-tested): `spentAt` never decreases as time or steps go on; a started meter is never un-started;
 * starting a running meter and stopping a still one change nothing.
 */
export type Unit = 'work' | 'natural'
export type Meter = { unit: Unit; limit: number; spent: number; since: number | null; starts: number }

export const meter = (unit: Unit, limitHours: number): Meter => ({
  unit,
  limit: Math.round(limitHours * 3600),
  spent: 0,
  since: null,
  starts: 0,
})

export const startMeter = (m: Meter, at: number): Meter =>
  m.since === null ? { ...m, since: at, starts: m.starts + 1 } : m

export const stopMeter = (m: Meter, at: number, calendar: WorkCalendar): Meter =>
  m.since === null ? m : { ...m, spent: spentAt(m, at, calendar), since: null }

/** Seconds spent by `at` (ms), in the meter's own unit. */
export function spentAt(m: Meter, at: number, calendar: WorkCalendar): number {
  if (m.since === null || at <= m.since) return m.spent
  return m.spent + (m.unit === 'work' ? workSecondsBetween(calendar, m.since, at) : Math.floor((at - m.since) / 1000))
}

/** When `share` of the limit will be (or was) used up, if the meter keeps running; null while it stands still. */
export function reachesAt(m: Meter, share: number, calendar: WorkCalendar): number | null {
  if (m.since === null) return null
  const left = Math.ceil(m.limit * share) - m.spent
  if (left <= 0) return m.since
  return m.unit === 'work' ? addWorkSeconds(calendar, m.since, left) : m.since + left * 1000
}

export const isOver = (m: Meter, at: number, calendar: WorkCalendar): boolean =>
  m.limit > 0 && spentAt(m, at, calendar) >= m.limit

/** The lamp turns amber at 70 % of a limit. */
export const WARN_SHARE = 0.7
