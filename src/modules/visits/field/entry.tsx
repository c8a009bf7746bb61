import ChevronRight from 'lucide-react/icons/chevron-right'
import DoorOpen from 'lucide-react/icons/door-open'
import { Card } from '#ui/kit/card.tsx'
import { Go } from '#ui/kit/go.tsx'
import { useAsk } from '#ui/query.tsx'
import { todaysDoors } from '../contract.ts'
import { visitWords } from '../parts/messages.ts'
import { doorTexts as t } from './messages.ts'

/** On the first screen: whose door has a reason today. Nothing at all when none has. */
export function DoorsEntry() {
  const asked = useAsk(todaysDoors, {})
  const [first] = asked.data?.rows ?? []
  if (!first) return null
  const [reason] = first.reasons
  return (
    <Card flush>
      <Go to="/doors" className="big-entry">
        <span className="tile big done">
          <DoorOpen aria-hidden />
        </span>
        <span className="big-entry-body">
          <strong>{t.entry({ count: asked.data?.rows.length ?? 0 })}</strong>
          <span className="quiet">
            {first.address}
            {reason && ` · ${visitWords[reason.kind]()}`}
          </span>
        </span>
        <ChevronRight aria-hidden />
      </Go>
    </Card>
  )
}
