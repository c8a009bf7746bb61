import type { StayView } from '../contract-stays.ts'

export type NeedView = StayView['needs'][number]

/** What nobody brought yet, the oldest first. */
export const openNeeds = ({ needs }: Pick<StayView, 'needs'>): NeedView[] =>
  needs.filter(({ broughtAt }) => broughtAt === null)
/** The latest first. */
export const broughtNeeds = ({ needs }: Pick<StayView, 'needs'>): NeedView[] =>
  needs
    .filter(({ broughtAt }) => broughtAt !== null)
    .toSorted((a, b) => (b.broughtAt ?? '').localeCompare(a.broughtAt ?? ''))
