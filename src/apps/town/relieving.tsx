import { OwnItems } from '#modules/relief/town/items/items.tsx'
import { ownItemTexts } from '#modules/relief/town/items/messages.ts'
import { OwnCalls } from '#modules/relief/town/calls/calls.tsx'
import { ownCallTexts } from '#modules/relief/town/calls/messages.ts'
import { ownMoveTexts } from '#modules/relief/town/moving/messages.ts'
import { OwnMoves } from '#modules/relief/town/moving/move.tsx'
import { ownPassTexts } from '#modules/relief/town/passes/messages.ts'
import { OwnPasses } from '#modules/relief/town/passes/passes.tsx'
import { ownSeekTexts } from '#modules/relief/town/seeks/messages.ts'
import { NewSeek } from '#modules/relief/town/seeks/new-seek.tsx'
import { OwnSeeks } from '#modules/relief/town/seeks/seeks.tsx'
import { shiftWords } from '#modules/relief/parts/shift-messages.ts'
import { TownShifts } from '#modules/relief/town/shifts/shifts.tsx'
import { ownStayTexts } from '#modules/relief/town/stays/messages.ts'
import { OwnStay } from '#modules/relief/town/stays/stay.tsx'
import { ownListTexts } from '#modules/relief/town/checks/messages.ts'
import { OwnLists } from '#modules/relief/town/checks/checks.tsx'
import { ownDoorTexts } from '#modules/relief/town/sweeps/messages.ts'
import { OwnDoors } from '#modules/relief/town/sweeps/doors.tsx'
import { Own } from './frame.tsx'

export const MovePage = () => (
  <Own title={ownMoveTexts.title()}>
    <OwnMoves />
  </Own>
)
export const StayPage = () => (
  <Own title={ownStayTexts.title()}>
    <OwnStay />
  </Own>
)
export const ListsPage = () => (
  <Own title={ownListTexts.title()}>
    <OwnLists />
  </Own>
)
export const OwnDoorPage = () => (
  <Own title={ownDoorTexts.title()}>
    <OwnDoors />
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
export const NewSeekPage = () => (
  <Own title={ownSeekTexts.title()}>
    <NewSeek />
  </Own>
)
export const ItemsPage = () => (
  <Own title={ownItemTexts.title()}>
    <OwnItems />
  </Own>
)
export const CallsPage = () => (
  <Own title={ownCallTexts.title()}>
    <OwnCalls />
  </Own>
)
