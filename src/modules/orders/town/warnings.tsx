import '../parts/orders.css'
import './town.css'
import Phone from 'lucide-react/icons/phone'
import Sun from 'lucide-react/icons/sun'
import { useState } from 'react'
import { named } from '#kernel/messages.ts'
import { locatePlace } from '#modules/places/contract.ts'
import { Answered, Empty, Failure } from '#ui/kit/answer.tsx'
import { State } from '#ui/kit/badge.tsx'
import { Button } from '#ui/kit/button.tsx'
import { Card, Facts, Note } from '#ui/kit/card.tsx'
import { Screen } from '#ui/kit/screen.tsx'
import { Tabs } from '#ui/kit/tabs.tsx'
import { toast } from '#ui/kit/toast.tsx'
import { useNow } from '#ui/now.ts'
import { findHere, type Here } from '#ui/position.ts'
import { useAsk } from '#ui/query.tsx'
import { moment } from '#ui/time.ts'
import { listWarnings, type Warning } from '../contract-warnings.ts'
import { warningTitle } from '../parts/looks.ts'
import { orderWords, warningWords as w } from '../parts/messages.ts'
import { publicTexts as t } from './messages.ts'

const MANY = 50
const EVERY_MS = 60_000

/** Public warnings, for everybody, with all that the law asks for. */
export function Warnings() {
  const [view, setView] = useState<'now' | 'past'>('now')
  const [here, setHere] = useState<Here>()
  // The position is asked for its grid and goes no further.
  const grid = useAsk(locatePlace, { lon: here?.lon ?? 0, lat: here?.lat ?? 0 }, { when: here !== undefined })
  const asked = useAsk(
    listWarnings,
    {
      past: view === 'past',
      limit: MANY,
      ...(grid.data ? { place: grid.data.grid.code } : {}),
    },
    { everyMs: EVERY_MS },
  )
  async function nearby(): Promise<void> {
    const found = await findHere()
    if (typeof found === 'string') toast(t.denied(), 'late')
    else setHere(found)
  }
  return (
    <Screen title={t.title()} up="/">
      <p className="quiet">{here ? t.hereOn() : t.lead()}</p>
      <Failure error={here ? grid.error : null} />
      <Tabs
        label={t.views()}
        tabs={[
          { key: 'now', text: t.now() },
          { key: 'past', text: t.past() },
        ]}
        chosen={view}
        onChoose={setView}
      />
      <Button look="plain" onClick={() => (here ? setHere(undefined) : void nearby())}>
        {here ? t.everywhere() : t.here()}
      </Button>
      <Answered asked={asked} rows={4}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Card>
              <Empty icon={<Sun aria-hidden />} text={here ? t.noneHere() : t.none()} />
            </Card>
          ) : (
            rows.map((warning) => <One key={warning.id} warning={warning} />)
          )
        }
      </Answered>
      <p className="quiet">{w.law()}</p>
      <Note tone="void" icon={<Phone aria-hidden />}>
        <p>{t.call()}</p>
      </Note>
    </Screen>
  )
}

function One({ warning }: { warning: Warning }) {
  const now = useNow()
  return (
    <Card>
      <div className="states">
        <span className="warning-grade" data-grade={warning.grade}>
          {w[`short_${warning.grade}`]()}
        </span>
        {warning.state !== 'live' && <State tone="void" text={w[`state_${warning.state}`]()} />}
        {warning.mark && <State tone="rights" text={orderWords.drill({ mark: warning.mark })} />}
      </div>
      <h2 className="case-title">{warningTitle(warning)}</h2>
      <div className="warning-do">
        <strong>{w.measures()}</strong>
        <p>{warning.measures}</p>
      </div>
      <Facts
        rows={[
          [w.hazard(), w[warning.hazard]()],
          [w.grade(), w[`grade_${warning.grade}`]()],
          [w.startsAt(), `${moment(warning.startsAt, now)} ${w.endsAt()} ${moment(warning.endsAt, now)}`],
          [w.area(), warning.areaNames.join(orderWords.comma())],
          [w.matter(), warning.matter],
          [w.issuer(), named(warning.issuerName)],
          [w.issuedAt(), moment(warning.issuedAt, now)],
        ]}
      />
    </Card>
  )
}
