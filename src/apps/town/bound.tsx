import { ChooseDoor } from '#modules/bonds/town/choose.tsx'
import { ownTexts } from '#modules/bonds/town/messages.ts'
import { OwnDoor } from '#modules/bonds/town/own-door.tsx'
import { Own } from './frame.tsx'

export const DoorPage = () => (
  <Own title={ownTexts.title()}>
    <OwnDoor />
  </Own>
)
export const ChoosePage = () => (
  <Own title={ownTexts.choose()}>
    <ChooseDoor />
  </Own>
)
