/** Five steps of one hue, light to dark; what has nothing keeps the ground colour. */
export const RAMP = ['#dcebe3', '#bcd8cb', '#93c0ac', '#629f88', '#357c64'] as const
export const NOTHING = '#f6f9f7'

/**
 * Lower bounds of at most five steps over the positive values: each value its own step while there are no more than five,
 * quantiles beyond. Equal counts look equal, and one crowded place does not bleach all others.
 */
export function stepsOf(values: Iterable<number>): number[] {
  const sorted = [...values].filter((value) => value > 0).sort((a, b) => a - b)
  const different = [...new Set(sorted)]
  if (different.length <= RAMP.length) return different
  const bounds = RAMP.map((_, step) => sorted[Math.floor((step * sorted.length) / RAMP.length)])
  return [...new Set(bounds)].filter((bound) => bound !== undefined)
}

/** Fewer steps than colours spread over the whole ramp, so that most is always darkest. */
export const rampFor = (steps: readonly number[]): string[] =>
  steps.map(
    (_, at) => RAMP[steps.length === 1 ? 2 : Math.round((at * (RAMP.length - 1)) / (steps.length - 1))] ?? RAMP[4],
  )

export function colourOf(value: number, steps: readonly number[], colours = rampFor(steps)): string {
  const at = steps.findLastIndex((bound) => value >= bound)
  return value > 0 && at >= 0 ? (colours[at] ?? NOTHING) : NOTHING
}
