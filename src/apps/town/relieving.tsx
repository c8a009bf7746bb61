import { OwnItems } from '#modules/relief/town/items/items.tsx'
import { ownItemTexts } from '#modules/relief/town/items/messages.ts'
import { ownPassTexts } from '#modules/relief/town/passes/messages.ts'
import { OwnPasses } from '#modules/relief/town/passes/passes.tsx'
import { ownSeekTexts } from '#modules/relief/town/seeks/messages.ts'
import { OwnSeeks } from '#modules/relief/town/seeks/seeks.tsx'
import { shiftWords } from '#modules/relief/parts/shift-messages.ts'
import { TownShifts } from '#modules/relief/town/shifts/shifts.tsx'
import { ownStayTexts } from '#modules/relief/town/stays/messages.ts'
import { OwnStay } from '#modules/relief/town/stays/stay.tsx'
import { Own } from './frame.tsx'

export const StayPage = () => (
  <Own title={ownStayTexts.title()}>
    <OwnStay />
  </Own>
)
export const PassesPage = () => (
  <Own title={ownPassTexts.title()}>
    <OwnPasses />
  </Own>
)
export const ShiftsPage = () => (
  <Own title={shiftWords.title()}>
    <TownShifts />
  </Own>
)
export const SeeksPage = () => (
  <Own title={ownSeekTexts.title()}>
    <OwnSeeks />
  </Own>
)
export const ItemsPage = () => (
  <Own title={ownItemTexts.title()}>
    <OwnItems />
  </Own>
)
