import { DAY_MS } from '#kernel/clock.ts'
import type { Purpose } from './contract.ts'
import { PURPOSES } from './messages.ts'

const byKey = new Map(PURPOSES.map((purpose) => [purpose.key, purpose]))

export const purposeOf = (key: string): Purpose | undefined => byKey.get(key)

/** 同意: only a purpose that rests on consent can be consented to; for the others asking would be a pretence (PIPL art. 13). */
export const restsOnConsent = (key: string): boolean => purposeOf(key)?.basis === 'consent'

/** 延迟告知: no delay without an end. Half a year for one decision, a year for all of them together. */
export const MOST_DAYS = 180
export const MOST_DAYS_TOGETHER = 365

export type DelayProblem = 'past' | 'too_far' | 'too_long_together'
export function delayProblem(d: { now: number; since: number; appearsAt: number }): DelayProblem | undefined {
  if (d.appearsAt <= d.now) return 'past'
  if (d.appearsAt > d.now + MOST_DAYS * DAY_MS) return 'too_far'
  return d.appearsAt > d.since + MOST_DAYS_TOGETHER * DAY_MS ? 'too_long_together' : undefined
}

/** 应急查看: ends by itself, whoever opened it. */
export const GLASS_HOURS = 3

/** One office: the same organ, or without one the same place. */
export type Office = { organ: string | null; place: string | null }
export const sameOffice = (a: Office, b: Office): boolean =>
  a.organ === null && b.organ === null ? a.place === b.place : a.organ === b.organ

/** Whether a delay covers what an office does of somebody at an instant (ISO text sorts by time). */
export const covered = <W extends Office & { since: string; until: string }>(
  windows: readonly W[],
  by: Office,
  at: string,
): W | undefined => windows.find((w) => sameOffice(w, by) && at >= w.since && at < w.until)

/** 小样本: a count of persons that would tell of single ones is not shown. Zero tells of nobody. */
export const tooFew = (persons: number, k: number): boolean => persons > 0 && persons < k
export const shownCount = (persons: number, k: number): number | null => (tooFew(persons, k) ? null : persons)
