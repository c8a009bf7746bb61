import type { LIKENESS, SeekView } from './contract-reunification.ts'

type Described = Pick<SeekView, 'name' | 'sex' | 'age' | 'place'>
const WEIGHTS: Record<(typeof LIKENESS)[number], number> = { name: 4, age: 2, sex: 1, place: 1 }
/** Somebody who is found guesses an age. */
const YEARS = 5
const TOWNSHIP = 9

/** In what two entries are alike; what one of them does not say is neither for nor against. */
export const likeness = (a: Described, b: Described): SeekView['like'] => [
  ...(a.name && a.name === b.name ? ['name' as const] : []),
  ...(a.sex && a.sex === b.sex ? ['sex' as const] : []),
  ...(a.age !== null && b.age !== null && Math.abs(a.age - b.age) <= YEARS ? ['age' as const] : []),
  ...(a.place.slice(0, TOWNSHIP) === b.place.slice(0, TOWNSHIP) ? ['place' as const] : []),
]

const contradicts = (a: Described, b: Described): boolean =>
  (a.sex !== null && b.sex !== null && a.sex !== b.sex) ||
  (a.age !== null && b.age !== null && Math.abs(a.age - b.age) > 3 * YEARS)

export const weightOf = (like: SeekView['like']): number => like.reduce((sum, one) => sum + WEIGHTS[one], 0)

/** The likest first; one in nothing but the sex or the place is not shown. */
export const ranked = <T extends Described>(
  of: Described,
  others: readonly T[],
): { row: T; like: SeekView['like'] }[] =>
  others
    .filter((row) => !contradicts(of, row))
    .map((row) => ({ row, like: likeness(of, row) }))
    .filter(({ like }) => weightOf(like) > 1)
    .toSorted((a, b) => weightOf(b.like) - weightOf(a.like))
