import { Band } from '#modules/emergency/parts/band.tsx'
import { Go } from '#ui/kit/go.tsx'

/** Whoever reads here stands nowhere, so whatever is in force in the city is said. */
export const TownBand = () => <Band nowhere go={Go} look={() => '/emergency'} />
