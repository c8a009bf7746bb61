import { Bringing } from '#modules/relief/field/bring.tsx'
import { Helping } from '#modules/relief/field/stays/stays.tsx'
import { Staff } from './frame.tsx'

export const BringingPage = () => <Staff>{({ person }) => <Bringing me={person.name} />}</Staff>
export const HelpingPage = () => <Staff>{() => <Helping />}</Staff>
