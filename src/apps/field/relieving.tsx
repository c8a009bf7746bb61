import { Bringing } from '#modules/relief/field/bring.tsx'
import { Staff } from './frame.tsx'

export const BringingPage = () => <Staff>{({ person }) => <Bringing me={person.name} />}</Staff>
