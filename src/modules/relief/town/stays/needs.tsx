import { State } from '#ui/kit/badge.tsx'
import { Card } from '#ui/kit/card.tsx'
import { useNow } from '#ui/now.ts'
import { ago } from '#ui/time.ts'
import type { StayView } from '../../contract-stays.ts'
import { helpWords } from '../../parts/help-messages.ts'
import { broughtNeeds, type NeedView, openNeeds } from '../../parts/stays.ts'
import '../../parts/stays.css'
import { ownStayTexts as t } from './messages.ts'

/** What is still to come, then what was brought, by whom and when. */
export function Needs({ stay }: { stay: StayView }) {
  if (stay.needs.length === 0)
    return (
      <Card>
        <p className="quiet">{t.noNeeds()}</p>
      </Card>
    )
  return (
    <Card>
      <ul className="stay-needs alone">
        {[...openNeeds(stay), ...broughtNeeds(stay)].map((need) => (
          <Need key={need.id} need={need} />
        ))}
      </ul>
    </Card>
  )
}

function Need({ need: { kind, text, askedAt, broughtAt, broughtBy, note } }: { need: NeedView }) {
  const now = useNow()
  const when = broughtAt ? t.broughtAt({ when: ago(broughtAt, now) }) : t.asked({ when: ago(askedAt, now) })
  return (
    <li>
      <div>
        <p>
          <strong>{text}</strong>
        </p>
        <p className="quiet">{[helpWords[kind](), when, broughtBy?.name, note].filter(Boolean).join(' · ')}</p>
      </div>
      <State tone={broughtAt ? 'done' : 'soon'} text={broughtAt ? t.brought() : t.onTheWay()} />
    </li>
  )
}
