import { Band } from '#modules/emergency/parts/band.tsx'
import { Go } from '#ui/kit/go.tsx'

export const FieldBand = () => <Band go={Go} look={() => '/emergency'} />
