import { Bringing } from '#modules/relief/field/bring.tsx'
import { Checkpoint } from '#modules/relief/field/passes/checkpoint.tsx'
import { Shifts } from '#modules/relief/field/shifts/shifts.tsx'
import { Helping } from '#modules/relief/field/stays/stays.tsx'
import { Staff } from './frame.tsx'

export const BringingPage = () => <Staff>{({ person }) => <Bringing me={person.name} />}</Staff>
export const ShiftsPage = () => <Staff>{() => <Shifts />}</Staff>
export const HelpingPage = () => <Staff>{() => <Helping />}</Staff>
export const CheckpointPage = () => (
  <Staff>{({ acting }) => <Checkpoint place={acting.place} placeName={acting.placeName} />}</Staff>
)
