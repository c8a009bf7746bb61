import type { Scored } from './score.ts'

/** Two sets without duplicates of their own: the likeliest pair first, and each record once. */
export function oneToOne(pairs: readonly Scored[]): Scored[] {
  const taken = new Set<number>()
  return pairs.filter(({ a, b }) => {
    if (taken.has(a) || taken.has(b)) return false
    taken.add(a).add(b)
    return true
  })
}

/**
 * One set: records that are one person, the likeliest pairs first. Two groups come together when the pairs between them speak
 * for it on the whole, so that one mistaken pair does not make one person of two families; pairs that were never compared
 * speak a little against.
 */
export function groups(pairs: readonly Scored[], unseen = -4): number[][] {
  const group = new Map<number, number[]>()
  const bits = new Map<string, number>()
  const keyOf = (a: number, b: number): string => (a < b ? `${a} ${b}` : `${b} ${a}`)
  for (const pair of pairs) bits.set(keyOf(pair.a, pair.b), pair.bits)
  for (const { a, b, likely } of pairs) {
    const [left, right] = [group.get(a) ?? [a], group.get(b) ?? [b]]
    if (left === right || likely < 0.5) continue
    const between = left.flatMap((one) => right.map((other) => bits.get(keyOf(one, other)) ?? unseen))
    if (between.reduce((sum, one) => sum + one, 0) <= 0) continue
    const both = [...left, ...right]
    for (const one of both) group.set(one, both)
  }
  return [...new Set(group.values())]
}
