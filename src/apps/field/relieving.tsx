import { Bringing } from '#modules/relief/field/bring.tsx'
import { CheckLines } from '#modules/relief/field/checks/lines.tsx'
import { Checkpoint } from '#modules/relief/field/passes/checkpoint.tsx'
import { Firms } from '#modules/relief/field/firms/firms.tsx'
import { Shifts } from '#modules/relief/field/shifts/shifts.tsx'
import { Helping } from '#modules/relief/field/stays/stays.tsx'
import { SweepDoors } from '#modules/relief/field/sweeps/doors.tsx'
import { Staff } from './frame.tsx'

export const BringingPage = () => <Staff>{({ person }) => <Bringing me={person.name} />}</Staff>
export const SweepsPage = () => <Staff>{() => <SweepDoors />}</Staff>
export const ChecksPage = () => <Staff>{() => <CheckLines />}</Staff>
export const FirmsPage = () => (
  <Staff>
    {({ acting, permissions }) => <Firms place={acting.place} calls={permissions.includes('relief.askForFirm')} />}
  </Staff>
)
export const ShiftsPage = () => <Staff>{() => <Shifts />}</Staff>
export const HelpingPage = () => <Staff>{() => <Helping />}</Staff>
export const CheckpointPage = () => (
  <Staff>{({ acting }) => <Checkpoint place={acting.place} placeName={acting.placeName} />}</Staff>
)
