import '../parts/orders.css'
import './town.css'
import ChevronRight from 'lucide-react/icons/chevron-right'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { Go } from '#ui/kit/go.tsx'
import { useAsk } from '#ui/query.tsx'
import { GRADES, listWarnings } from '../contract-warnings.ts'
import { warningTitle } from '../parts/looks.ts'
import { publicTexts as t } from './messages.ts'

const EVERY_MS = 60_000
const MANY = 20

/** Above the first screen, only while a warning is in force: the gravest by name, and how many there are. */
export function WarningsBand() {
  const asked = useAsk(listWarnings, { limit: MANY }, { everyMs: EVERY_MS })
  const rows = (asked.data?.rows ?? []).toSorted((a, b) => GRADES.indexOf(a.grade) - GRADES.indexOf(b.grade))
  const [first] = rows
  if (!first) return null
  return (
    <Go to="/warnings" className="warning-band">
      <TriangleAlert aria-hidden />
      <span>
        <strong>{warningTitle(first)}</strong> {first.areaNames.slice(0, 2).join(' ')}
        {rows.length > 1 && ` · ${t.entry({ n: rows.length })}`}
      </span>
      <ChevronRight aria-hidden />
    </Go>
  )
}
