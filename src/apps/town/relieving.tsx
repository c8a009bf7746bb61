import { ownStayTexts } from '#modules/relief/town/stays/messages.ts'
import { OwnStay } from '#modules/relief/town/stays/stay.tsx'
import { Own } from './frame.tsx'

export const StayPage = () => (
  <Own title={ownStayTexts.title()}>
    <OwnStay />
  </Own>
)
