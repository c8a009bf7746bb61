import { Figures as CaseFigures } from '#modules/cases/console/place-figures.tsx'
import { useActing } from '#ui/console/acting.ts'

/** Figures of a place, to whom the acting post shows them: its own place and below. */
export function Figures({ place }: { place: string }) {
  const { permissions, place: top } = useActing()
  return permissions.has('cases.figures') && place.startsWith(top) ? <CaseFigures place={place} /> : null
}
