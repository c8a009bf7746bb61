import { Looks } from '#modules/consents/town/looks.tsx'
import { looksTexts } from '#modules/consents/town/messages.ts'
import { Purposes } from '#modules/consents/town/purposes.tsx'
import { MyContests } from '#modules/fields/town/contests.tsx'
import { Held } from '#modules/fields/town/held.tsx'
import { contestsTexts, mineTexts } from '#modules/fields/town/messages.ts'
import { listTexts } from '#modules/notices/parts/list-messages.ts'
import { leadsOf } from '#apps/faces/leads.ts'
import { Notices } from '#modules/notices/parts/notice-list.tsx'
import { sessionTexts } from '#modules/signin/parts/messages.ts'
import { Sessions } from '#modules/signin/parts/sessions.tsx'
import { MePage } from '#modules/signin/town/me.tsx'
import { SignIn } from '#modules/signin/town/sign-in.tsx'
import type { At } from '#ui/route.tsx'
import { Own, useName, WithNav } from './frame.tsx'

export const SignInPage = () => <SignIn />
export const MeHome = () => (
  <WithNav>
    <MePage name={useName()} />
  </WithNav>
)
const leadOf = leadsOf('town')
export const NoticesPage = () => (
  <WithNav>
    <Own title={listTexts.title()}>
      <Notices leadOf={leadOf} />
    </Own>
  </WithNav>
)
export const HeldPage = ({ at }: { at: At }) => (
  <Own title={mineTexts.title()}>
    <Held wanted={at.search} />
  </Own>
)
export const ContestsPage = () => (
  <Own title={contestsTexts.title()}>
    <MyContests />
  </Own>
)
export const LooksPage = () => (
  <Own title={looksTexts.title()}>
    <Looks />
  </Own>
)
export const SessionsPage = () => (
  <Own title={sessionTexts.title()}>
    <Sessions up="/me" />
  </Own>
)
export const PurposesPage = () => <Purposes signedIn={useName() !== null} />
