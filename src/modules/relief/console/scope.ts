import { ancestorAt, levelOf } from '#modules/places/contract.ts'

/** From a village down there is a list of people; above it places. */
export const hasList = (place: string): boolean => ['village', 'grid', 'microgrid'].includes(levelOf(place))

/** Shelters of a village are often in the next one. */
export const aroundOf = (place: string): string => ancestorAt(place, 'county')
