import ClipboardList from 'lucide-react/icons/clipboard-list'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { Card } from '#ui/kit/card.tsx'
import { Go } from '#ui/kit/go.tsx'
import { useAsk } from '#ui/query.tsx'
import { listDoors } from '../contract.ts'
import { fillingTexts as t } from './messages.ts'

/** On the first screen, only while something is to be filled in. */
export function FillingEntry() {
  const asked = useAsk(listDoors, {})
  const { rows = [], cells = 0, next = null } = asked.data ?? {}
  if (rows.length === 0) return null
  return (
    <Card flush>
      <Go to="/forms" className="big-entry">
        <span className="tile big work">
          <ClipboardList aria-hidden />
        </span>
        <span className="big-entry-body">
          <strong>{t.entry({ count: `${cells}${next ? '+' : ''}`, doors: `${rows.length}${next ? '+' : ''}` })}</strong>
          <span className="quiet">{t.entrySub()}</span>
        </span>
        <ChevronRight aria-hidden />
      </Go>
    </Card>
  )
}
