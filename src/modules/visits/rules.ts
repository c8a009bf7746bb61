import { DAY_MS, type Day, dayNumber, dayOf, HOUR_MS, startOfDay } from '#kernel/clock.ts'
import type { Reason } from './contract.ts'
import type { PromiseState } from './lifecycle.ts'

/** 26-00000123-4: year, eight digits, check digit. One digit longer than a case's number, so that nobody takes one for the other. */
export function visitNumber(year: number, n: number): string {
  const body = `${String(year % 100).padStart(2, '0')}${String(n % 100_000_000).padStart(8, '0')}`
  return body + luhn(body)
}

function luhn(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const doubled = Number(digit) * (i % 2 === 0 ? 2 : 1)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return String((10 - (sum % 10)) % 10)
}

/** Reminders go out at eight in the morning. */
const MORNING = 8 * HOUR_MS

/**
 * When both sides of a promise are told next: on the morning of the day before, and on the morning after its day. A promise
 * for today or tomorrow is fresh in everybody's mind and is told of only when its day is over.
 */
export function nextReminder(due: Day, now: number): number | null {
  const before = startOfDay(due) - DAY_MS + MORNING
  const after = startOfDay(due) + DAY_MS + MORNING
  return before > now ? before : after > now ? after : null
}
export const isOver = (due: Day, now: number): boolean => dayOf(now) > due

export const isLate = (state: PromiseState, due: Day, today: Day): boolean => state === 'open' && due < today

/** A promise is on today's list from two days before its day. */
export const AHEAD_DAYS = 2
/** How long a family counts as newly moved in. */
export const NEW_DAYS = 30
/** Doors of one day: what a person can do properly. Not a target: the list is empty when nothing is due. */
export const DOORS_A_DAY = 12
/** Of them, doors where nothing but old data waits: those can be any day. */
export const STALE_A_DAY = 4

const WEIGHT: Record<Reason['kind'], number> = {
  disputed: 0,
  promise_due: 1,
  requested: 2,
  again: 3,
  moved_in: 4,
  stale: 5,
}

/** The most binding reason first; among equals what was due first. */
export const byReason = (a: readonly Reason[], b: readonly Reason[]): number => {
  const [one, two] = [first(a), first(b)]
  return WEIGHT[one.kind] - WEIGHT[two.kind] || (one.day ?? '').localeCompare(two.day ?? '')
}
const first = (reasons: readonly Reason[]): Reason => {
  const [head, ...rest] = reasons
  if (!head) throw new Error('a door without a reason')
  return rest.reduce((best, one) => (WEIGHT[one.kind] < WEIGHT[best.kind] ? one : best), head)
}
export const inOrder = (reasons: readonly Reason[]): Reason[] =>
  [...reasons].sort((a, b) => WEIGHT[a.kind] - WEIGHT[b.kind])

// ---- 无会日 ----------------------------------------------------------------------------------------------------------

export type Protection = {
  id: string
  place: string
  weekday: number
  from: Day
  until: Day | null
  rule: string
  exceptions: readonly { day: Day; place: string; reason: string }[]
}

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (day: Day): number => ((dayNumber(startOfDay(day)) + 3) % 7) + 1

/** The rule that protects a day at a place, or undefined: no rule, or lifted for that day there or above. */
export function protectionOf(rules: readonly Protection[], place: string, day: Day): Protection | undefined {
  return rules.find((rule) => holds(rule, place, day) && !liftedOf(rule, place, day))
}
export const liftedOf = (rule: Protection, place: string, day: Day) =>
  rule.exceptions.find((one) => one.day === day && place.startsWith(one.place))
export const holds = (rule: Protection, place: string, day: Day): boolean =>
  place.startsWith(rule.place) &&
  rule.weekday === weekdayOf(day) &&
  rule.from <= day &&
  (rule.until === null || day < rule.until)

/** A mandate holds from its first day up to, not including, its last. */
export const isLive = (m: { from: Day; until: Day; endedAt: string | null }, today: Day): boolean =>
  m.endedAt === null && m.from <= today && today < m.until
