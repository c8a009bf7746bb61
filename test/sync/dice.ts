/** Random numbers out of one that fast-check can shrink. */
export function dice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state * 1664525 + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** In an order that the dice give. */
export function mixed<T>(all: readonly T[], roll: () => number): T[] {
  return all
    .map((one) => ({ one, at: roll() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ one }) => one)
}
