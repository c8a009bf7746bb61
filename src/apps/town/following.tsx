import { Follow } from '#modules/cases/town/follow.tsx'
import { Mine } from '#modules/cases/town/mine.tsx'
import { Followed, MyReport } from '#modules/cases/town/one.tsx'
import { Sent } from '#modules/cases/town/sent.tsx'
import type { At } from '#ui/route.tsx'
import { useName, WithNav } from './frame.tsx'

type Opened = { at: At }

export const MinePage = () => (
  <WithNav>
    <Mine signedIn={useName() !== null} />
  </WithNav>
)
export const FollowPage = () => <Follow />
export const SentPage = ({ at }: Opened) => <Sent number={at.params['number'] ?? ''} />
export const FollowedPage = ({ at }: Opened) => <Followed number={at.params['number'] ?? ''} />
export const CasePage = ({ at }: Opened) => <MyReport id={at.params['id'] ?? ''} />
