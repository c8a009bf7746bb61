import { ourTexts, mandateTexts } from '#modules/visits/town/messages.ts'
import { Mandates } from '#modules/visits/town/mandates.tsx'
import { TypedSlip } from '#modules/visits/town/slip.tsx'
import { FollowedVisit, OurVisits } from '#modules/visits/town/visits.tsx'
import type { At } from '#ui/route.tsx'
import { Own } from './frame.tsx'

type Opened = { at: At }

export const VisitsPage = ({ at }: Opened) => (
  <Own title={ourTexts.title()}>
    <OurVisits mandate={at.search['mandate']} />
  </Own>
)
export const FollowedVisitPage = ({ at }: Opened) => <FollowedVisit number={at.params['number'] ?? ''} />
export const SlipPage = () => <TypedSlip />
export const MandatesPage = () => (
  <Own title={mandateTexts.title()}>
    <Mandates />
  </Own>
)
