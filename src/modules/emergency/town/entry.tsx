import ChevronRight from 'lucide-react/icons/chevron-right'
import ShieldCheck from 'lucide-react/icons/shield-check'
import Siren from 'lucide-react/icons/siren'
import { named } from '#kernel/messages.ts'
import { Card } from '#ui/kit/card.tsx'
import { Go } from '#ui/kit/go.tsx'
import { useAsk } from '#ui/query.tsx'
import { current } from '../contract.ts'
import { phoneWords } from '../parts/phone-messages.ts'
import { areaOf } from '../parts/response-card.tsx'
import { levelText } from '../parts/word-messages.ts'
import { townEmergencyTexts as t } from './messages.ts'
import '../parts/response.css'

const useRows = () => useAsk(current, {}, { everyMs: 60_000 }).data?.rows

/** In ordinary times one quiet line on the first screen: to what was, and what became of its data. */
export const EmergencyDoor = () =>
  useRows()?.length === 0 && (
    <Card flush>
      <Go to="/emergency" className="looked">
        <ShieldCheck aria-hidden />
        <span>{t.entry()}</span>
        <strong>{t.open()}</strong>
      </Go>
    </Card>
  )

/** On the first screen: what is in force in the city. Nothing at all in ordinary times. */
export function EmergencyEntry() {
  const rows = useRows() ?? []
  return rows.map((row) => (
    <Card flush key={row.id}>
      <div className="response-entry" data-drill={row.drill || undefined}>
        <Go to="/emergency" className="big-entry">
          <span className={`tile big ${row.drill ? 'rights' : 'late'}`}>
            <Siren aria-hidden />
          </span>
          <span className="big-entry-body">
            <strong>
              {row.drill && `${phoneWords.drill()} · `}
              {named(row.name)} {levelText(row.level)}
            </strong>
            <span className="quiet">
              {areaOf(row)} · {row.drill ? phoneWords.drillLead() : t.where()}
            </span>
          </span>
          <ChevronRight aria-hidden />
        </Go>
      </div>
    </Card>
  ))
}
