import type { Actor } from '#kernel/authorise.ts'

/** County and city decide only what lies between two of their places: within one, those who know the people do. */
export const onlyBetween = ({ role, place }: Pick<Actor, 'role' | 'place'>): string | null =>
  role === 'county_command' || role === 'city_command' ? place : null

export const isTheirs = (actor: Pick<Actor, 'role' | 'place'>, place: string): boolean =>
  (onlyBetween(actor) ?? place) === place
