export const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b)

/** The smallest value that `share` of all values do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const all = sorted(values)
  return all[Math.min(all.length - 1, Math.max(0, Math.ceil(all.length * share) - 1))] ?? NaN
}

export function median(values: readonly number[]): number {
  const all = sorted(values)
  const middle = all.length / 2
  return all.length % 2 === 1 ? (all[Math.floor(middle)] ?? NaN) : ((all[middle - 1] ?? NaN) + (all[middle] ?? NaN)) / 2
}

/** Three digits that count; more would say more than was measured. */
export const rounded = (value: number): number => (Number.isFinite(value) ? Number(value.toPrecision(3)) : value)
