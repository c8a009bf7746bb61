/** 12,345 */
export const counted = (value: number): string => value.toLocaleString('en-US')

/** '97.6%'; a share of nothing is no number. */
export const share = (part: number, whole: number, digits = 1): string =>
  whole > 0 ? `${((100 * part) / whole).toFixed(digits)}%` : '—'

/** '+6%' against an earlier number; undefined when there is nothing to compare with. */
export function change(now: number, before: number): string | undefined {
  if (before <= 0) return undefined
  const percent = Math.round((100 * (now - before)) / before)
  return `${percent >= 0 ? '+' : '−'}${Math.abs(percent)}%`
}
