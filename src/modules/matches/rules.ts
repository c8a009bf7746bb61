import { type Actor, NOBODY, type Scope } from '#kernel/authorise.ts'

/** County and city decide only what lies between two of their places: within one, those who know the people do. */
export const onlyBetween = ({ role, place }: Pick<Actor, 'role' | 'place'>): string | null =>
  role === 'county_command' || role === 'city_command' ? place : null

export const isTheirs = (actor: Pick<Actor, 'role' | 'place'>, place: string): boolean =>
  (onlyBetween(actor) ?? place) === place

/**
 * A place that is too large to be held at once, in parts of neighbouring grids, each with at most so many people where its grids
 * allow that. Whoever of another part has a telephone, a number, or name and birthday in common is compared all the same.
 */
export function partsOf(place: string, grids: readonly { grid: string; n: number }[], most: number): Scope[] {
  const firsts: string[] = []
  let held = most
  for (const { grid, n } of grids) {
    if (held + n > most) {
      firsts.push(grid)
      held = 0
    }
    held += n
  }
  return firsts.map((lo, at) => ({ ...NOBODY, lo: at === 0 ? place : lo, hi: firsts[at + 1] ?? `${place}~` }))
}
