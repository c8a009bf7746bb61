import { addWorkSeconds, statutoryCalendar } from '#kernel/calendar.ts'
import { DAY_MS, type Day, dayOf, startOfDay } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import type { BondKind, Source, Target } from './contract.ts'
import type { HandOverClock } from './levers.ts'

const WORK_DAY_SECONDS = 8 * 3600

/** When the clock of a hand-over file runs out: that many days after the day on which the post changed hands. */
export const dueOf = (day: Day, { days, unit }: HandOverClock): number =>
  unit === 'natural'
    ? startOfDay(day) + (days + 1) * DAY_MS - 1000
    : addWorkSeconds(statutoryCalendar, startOfDay(day), days * WORK_DAY_SECONDS)

/** First day on which a household may change again. */
export const changeFrom = (chosenOn: Day, days: number): Day => dayOf(startOfDay(chosenOn) + days * DAY_MS)

export function fits(kind: Pick<BondKind, 'from' | 'to' | 'code'>, from: Source, to: Target): void {
  const problems = [
    ...(kind.from.includes(from.kind) ? [] : [{ path: 'from', problem: 'not_of_this_kind' }]),
    ...(kind.to.includes(to.kind) ? [] : [{ path: 'to', problem: 'not_of_this_kind' }]),
  ]
  if (problems.length > 0) refuse('invalid', { problems })
}

/** The smaller of the two numbers; a kind without a quota has none. */
export const mostOf = (quota: number | null, own: number | null): number | null =>
  quota === null ? own : own === null ? quota : Math.min(quota, own)

export function withinQuota(load: number, most: number | null): void {
  if (most !== null && load > most) refuse('quota_full', { most })
}

export function notPast(path: string, day: Day, today: Day): void {
  if (day < today) refuse('invalid', { problems: [{ path, problem: 'past' }] })
}

export function inOrder(from: Day, until: Day | null | undefined): void {
  if (until && until <= from) refuse('invalid', { problems: [{ path: 'until', problem: 'before_from' }] })
}
