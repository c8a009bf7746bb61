import type { Value } from './contract.ts'

/**
 * 版本: trunk is the present value, base what the worker saw when answering, possibly days ago without a network, and the
 * answer itself. The rule, for each field of each subject by itself:
 *   no value yet                      taken      also where a base was seen that is gone since: an answer is better than none
 *   the same as the present value     confirmed  two people agree (a soft conflict when base is not trunk: nothing to decide)
 *   base is the present value         taken      the worker had seen what he replaced
 *   its author alone changed it since, on the same phone
 *                                     taken      he was without a network and answered twice: a branch of his own
 *   otherwise                         branch     a hard conflict: kept beside the trunk until a person decides; nothing is lost
 * "Unchanged" is the value of the base said again, so it goes by the same rule.
 */
export type Verdict = 'taken' | 'confirmed' | 'branch'

export function verdict(
  trunk: { id: string | null; value: Value } | undefined,
  base: string | null,
  said: Value,
  own = false,
): Verdict {
  if (!trunk) return 'taken'
  if (sameValue(trunk.value, said)) return 'confirmed'
  // What people keep has no id to have been seen by.
  return own || (base !== null && trunk.id === base) ? 'taken' : 'branch'
}

/** Choices are a set: their order says nothing. */
export const sameValue = (a: Value, b: Value): boolean => canonical(a) === canonical(b)
const canonical = (value: Value): string =>
  JSON.stringify(Array.isArray(value) ? [...new Set(value)].sort() : typeof value === 'string' ? value.trim() : value)
