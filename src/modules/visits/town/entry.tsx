import ChevronRight from 'lucide-react/icons/chevron-right'
import DoorOpen from 'lucide-react/icons/door-open'
import Ticket from 'lucide-react/icons/ticket'
import { Card } from '#ui/kit/card.tsx'
import { Go } from '#ui/kit/go.tsx'
import { ourTexts as t, slipTexts as slip } from './messages.ts'

/** On the first screen: who came to us, and what was promised; by the account, or by the card that was left. */
export const VisitsEntry = () => (
  <Card flush>
    <Go to="/visits" className="big-entry">
      <span className="tile big rights">
        <DoorOpen aria-hidden />
      </span>
      <span className="big-entry-body">
        <strong>{t.title()}</strong>
        <span className="quiet">{t.entrySub()}</span>
      </span>
      <ChevronRight aria-hidden />
    </Go>
    <Go to="/slip" className="big-entry">
      <span className="tile big void">
        <Ticket aria-hidden />
      </span>
      <span className="big-entry-body">
        <strong>{slip.entry()}</strong>
        <span className="quiet">{slip.entrySub()}</span>
      </span>
      <ChevronRight aria-hidden />
    </Go>
  </Card>
)
