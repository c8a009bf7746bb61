import '../parts/orders.css'
import ChevronRight from 'lucide-react/icons/chevron-right'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { Go } from '#ui/kit/go.tsx'
import { useAsk } from '#ui/query.tsx'
import { listWarnings } from '../contract-warnings.ts'
import { warningTitle } from '../parts/looks.ts'
import { publicTexts as t } from './messages.ts'

const EVERY_MS = 60_000
const MANY = 20

/** On the first screen, only while a warning is in force. */
export function WarningsEntry() {
  const asked = useAsk(listWarnings, { limit: MANY }, { everyMs: EVERY_MS })
  const rows = asked.data?.rows ?? []
  const [first] = rows
  if (!first) return null
  return (
    <Go to="/warnings" className={first.grade === 'I' || first.grade === 'II' ? 'note late' : 'note soon'}>
      <TriangleAlert aria-hidden />
      <div>
        <strong>{t.entry({ n: rows.length })}</strong>
        <p>
          {warningTitle(first)} · {first.areaNames.slice(0, 2).join(' ')}
        </p>
      </div>
      <ChevronRight aria-hidden />
    </Go>
  )
}
