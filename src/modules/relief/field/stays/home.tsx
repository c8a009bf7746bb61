import { useState } from 'react'
import { nearName } from '#modules/cases/parts/near.ts'
import { State } from '#ui/kit/badge.tsx'
import { Button } from '#ui/kit/button.tsx'
import { Card } from '#ui/kit/card.tsx'
import { useNow } from '#ui/now.ts'
import { ago, moment } from '#ui/time.ts'
import type { StayView } from '../../contract-stays.ts'
import { helpWords } from '../../parts/help-messages.ts'
import { movingWords } from '../../parts/messages.ts'
import { broughtNeeds, type NeedView, openNeeds } from '../../parts/stays.ts'
import '../../parts/stays.css'
import { helpingTexts as t } from './messages.ts'
import { useUnsent } from './sending.ts'
import { AskSheet, BroughtSheet } from './sheets.tsx'

/** One door: who is behind it, and what is to be brought there. */
export function Home({ stay }: { stay: StayView }) {
  const now = useNow()
  const [doing, setDoing] = useState<'ask' | NeedView>()
  const { brought, asked } = useUnsent()
  const { address, placeName, person, until } = stay
  const open = openNeeds(stay).filter(({ id }) => !brought.has(id))
  const kept = [...openNeeds(stay).filter(({ id }) => brought.has(id)), ...asked.filter((one) => one.stay === stay.id)]
  const close = () => setDoing(undefined)
  return (
    <Card>
      <div>
        <h2 className="stay-door">{address || nearName(placeName)}</h2>
        <p>
          <strong>{person.name}</strong>{' '}
          <span className="quiet">
            {[person.age !== null && movingWords.aged({ age: person.age }), person.phoneMasked]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </p>
        <p className="quiet">
          {[address && nearName(placeName), t.until({ when: moment(until, now) })].filter(Boolean).join(' · ')}
        </p>
      </div>
      <ul className="stay-needs">
        {open.map((need) => (
          <li key={need.id}>
            <div>
              <p>
                <strong>{need.text}</strong>
              </p>
              <p className="quiet">{[helpWords[need.kind](), t.asked({ when: ago(need.askedAt, now) })].join(' · ')}</p>
            </div>
            {need.can.includes('bring') && (
              <Button look="soft" onClick={() => setDoing(need)}>
                {t.bring()}
                <span className="unseen"> {need.text}</span>
              </Button>
            )}
          </li>
        ))}
        {kept.map(({ id, text }) => (
          <li key={id}>
            <p>{text}</p>
            <State tone="soon" text={t.waiting()} />
          </li>
        ))}
      </ul>
      {open.length + kept.length === 0 && <State tone="done" text={t.nothing()} />}
      <Before needs={broughtNeeds(stay)} />
      {stay.can.includes('ask') && (
        <Button look="plain" wide onClick={() => setDoing('ask')}>
          {t.ask()}
          <span className="unseen"> {person.name}</span>
        </Button>
      )}
      {doing === 'ask' && <AskSheet stay={stay} onClose={close} />}
      {typeof doing === 'object' && <BroughtSheet stay={stay} need={doing} onClose={close} />}
    </Card>
  )
}

function Before({ needs }: { needs: readonly NeedView[] }) {
  const now = useNow()
  if (needs.length === 0) return null
  return (
    <details className="stay-before">
      <summary>{t.broughtBefore({ count: needs.length })}</summary>
      <ul className="stay-needs">
        {needs.map((need) => (
          <li key={need.id}>
            <div>
              <p>{need.text}</p>
              <p className="quiet">
                {[t.brought({ when: ago(need.broughtAt ?? '', now) }), need.broughtBy?.name, need.note]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </details>
  )
}
