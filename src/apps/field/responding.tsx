import { MyEmergencies } from '#modules/emergency/field/mine.tsx'
import { Report } from '#modules/emergency/field/report.tsx'
import type { At } from '#ui/route.tsx'
import { Staff } from './frame.tsx'

export const EmergencyPage = () => <Staff>{() => <MyEmergencies />}</Staff>
export const SituationPage = ({ at }: { at: At }) => <Staff>{() => <Report id={at.params['id'] ?? ''} />}</Staff>
