import { useState } from 'react'
import type { OutputOf } from '#kernel/contract.ts'
import { newId } from '#ui/call.ts'
import { Page, Panel } from '#ui/console/page.tsx'
import { Shown } from '#ui/console/shown.tsx'
import { useAsk } from '#ui/query.tsx'
import { ancestorAt } from '#modules/places/contract.ts'
import { nearbyCases, type reportCase } from '../contract.ts'
import { caseTexts as t } from './case-messages.ts'
import { NearbyList } from './case-related.tsx'
import { Registered } from './new-case-done.tsx'
import { NewCaseForm } from './new-case-form.tsx'
import './case.css'

type Sent = OutputOf<typeof reportCase> & { secret: string }

/** Somebody is on the phone, or handed in a slip: a number within a minute, and no second case for the same matter. */
export function NewCasePage() {
  const [sent, setSent] = useState<Sent>()
  const [place, setPlace] = useState<string | null>(null)
  const [round, setRound] = useState(newId)
  const again = () => {
    setSent(undefined)
    setPlace(null)
    setRound(newId())
  }
  return (
    <Page title={t.newTitle()}>
      <div className="new-case">
        {sent ? (
          <Registered sent={sent} onAgain={again} />
        ) : (
          <Panel title={t.newTitle()} note={t.newLead()}>
            <NewCaseForm key={round} id={round} onPlace={setPlace} onSent={setSent} />
          </Panel>
        )}
        <Possible place={place} />
      </div>
    </Page>
  )
}

function Possible({ place }: { place: string | null }) {
  const nearby = useAsk(nearbyCases, { place: ancestorAt(place ?? '0000', 'village') }, { when: place !== null })
  return (
    <Panel title={t.possible()} className="new-possible">
      {place === null ? (
        <p className="quiet-ink">{t.pickPlaceFirst()}</p>
      ) : (
        <Shown of={nearby}>
          {({ rows }) =>
            rows.length === 0 ? (
              <p className="quiet-ink">{t.noRelated()}</p>
            ) : (
              <>
                <p className="quiet-ink">{t.possibleHint()}</p>
                <NearbyList rows={rows.slice(0, 10)} />
              </>
            )
          }
        </Shown>
      )}
    </Panel>
  )
}
