import type { SubjectKind } from '#modules/fields/contract.ts'
import { HouseholdCard } from '#modules/fields/field/card.tsx'
import { AtDoor } from '#modules/fields/field/door.tsx'
import { Doors } from '#modules/fields/field/doors.tsx'
import { Uploads } from '#modules/fields/field/uploads.tsx'
import type { At } from '#ui/route.tsx'
import { Staff } from './frame.tsx'

export const FormsPage = () => <Staff>{() => <Doors />}</Staff>
export const FormDoorPage = ({ at }: { at: At }) => (
  <Staff>{() => <AtDoor kind={at.params['kind'] as SubjectKind} subject={at.params['subject'] ?? ''} />}</Staff>
)
export const HouseholdPage = ({ at }: { at: At }) => (
  <Staff>{() => <HouseholdCard household={at.params['id'] ?? ''} />}</Staff>
)
export const UploadsPage = () => <Staff>{() => <Uploads />}</Staff>
