import type { SubjectKind } from '#modules/fields/contract.ts'
import { AtDoor } from '#modules/fields/field/door.tsx'
import { Doors } from '#modules/fields/field/doors.tsx'
import type { At } from '#ui/route.tsx'
import { Staff } from './frame.tsx'

export const FormsPage = () => <Staff>{() => <Doors />}</Staff>
export const FormDoorPage = ({ at }: { at: At }) => (
  <Staff>{() => <AtDoor kind={at.params['kind'] as SubjectKind} subject={at.params['subject'] ?? ''} />}</Staff>
)
