import ChevronRight from 'lucide-react/icons/chevron-right'
import Route from 'lucide-react/icons/route'
import { Card } from '#ui/kit/card.tsx'
import { Go } from '#ui/kit/go.tsx'
import { useAsk } from '#ui/query.tsx'
import { listEvacuees } from '../contract-evacuation.ts'
import { bringTexts as t } from './messages.ts'

/** On the first screen, when somebody is to be brought or taken in by me; of no more than one of them a look is noted. */
export function ReliefEntry() {
  const asked = useAsk(listEvacuees, { mine: true, limit: 1 })
  if (!asked.data?.rows.length) return null
  return (
    <Card flush>
      <Go to="/relief" className="big-entry">
        <span className="tile big late">
          <Route aria-hidden />
        </span>
        <span className="big-entry-body">
          <strong>{t.entry()}</strong>
          <span className="quiet">{t.entrySub()}</span>
        </span>
        <ChevronRight aria-hidden />
      </Go>
    </Card>
  )
}
