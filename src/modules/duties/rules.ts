import type { Day } from '#kernel/clock.ts'
import { type Level, LEVELS } from '#modules/places/contract.ts'
import type { Duty } from './contract.ts'

/** One version of an entry as it was decided. Which days it was in force follows from the versions beside it. */
export type Version = Omit<Duty, 'to'> & { reason: string; by: string | null; byPost: string | null; at: string }
export type Dated = Version & { to: Day | null }

/**
 * Versions of one code, oldest first, each with the first day on which it is not in force any more. Of two versions from the
 * same day the later decision holds and the earlier one was never in force: its `to` is its `from`.
 */
export function dated(versions: readonly Version[]): Dated[] {
  const inOrder = versions.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.version - b.version))
  return inOrder.map((version, i) => ({ ...version, to: inOrder[i + 1]?.from ?? null }))
}

export const inForce = (versions: readonly Dated[], day: Day): Dated | undefined =>
  versions.find((version) => version.from <= day && (version.to === null || day < version.to))

/** Without who decided it and why, which the history tells. */
export function dutyOf({ reason: _reason, by: _by, byPost: _post, at: _at, ...duty }: Dated): Duty {
  return duty
}

/** The path of what contradicts: a case must be able to start, be led and stop in this order upwards. */
export function contradiction(duty: Pick<Duty, 'startLevel' | 'leadLevel' | 'stopLevel'>): string | undefined {
  if (height(duty.startLevel) > height(duty.leadLevel)) return 'changes.startLevel'
  if (height(duty.leadLevel) > height(duty.stopLevel)) return 'changes.stopLevel'
  return undefined
}

const height = (level: Level): number => -LEVELS.indexOf(level)
