import { useState } from 'react'
import { DAY_MS, dayOf } from '#kernel/clock.ts'
import type { OutputOf } from '#kernel/contract.ts'
import { Shown } from '#ui/console/shown.tsx'
import { useNow } from '#ui/now.ts'
import { useAsk } from '#ui/query.tsx'
import { type Response, tryOnPast } from '../contract-playbooks.ts'
import { powerText } from '../parts/word-messages.ts'
import { emergencyTexts as t } from './messages.ts'
import { valueText } from './values.ts'

const MONTH = 30 * DAY_MS
type PastProps = { playbook: string; level: Response; area: string[] }

/** 如果那时启动: the same playbook held against a time that has passed. */
export function Past(plan: PastProps) {
  const now = useNow()
  const [span, setSpan] = useState({ from: dayOf(now - MONTH), until: dayOf(now) })
  const [tried, setTried] = useState<typeof span>()
  const found = useAsk(tryOnPast, { ...plan, ...(tried ?? span) }, { when: tried !== undefined })
  const day = (key: 'from' | 'until', label: string) => (
    <label className="row">
      {label}
      <input
        type="date"
        className="list-day"
        value={span[key]}
        onChange={(event) => setSpan({ ...span, [key]: event.target.value })}
      />
    </label>
  )
  return (
    <section className="past">
      <h3>{t.past()}</h3>
      <p className="quiet-ink">{t.pastLead()}</p>
      <div className="row wrap">
        {day('from', t.pastFrom())}
        {day('until', t.pastUntil())}
        <button type="button" className="quiet" onClick={() => setTried(span)}>
          {t.tryIt()}
        </button>
      </div>
      {tried && (
        <Shown of={found} lines={3}>
          {(met) => <Met met={met} />}
        </Shown>
      )}
    </section>
  )
}

const Met = ({ met: { cases, notices, orders, rows } }: { met: OutputOf<typeof tryOnPast> }) => (
  <>
    <p>{t.pastFound({ cases, notices, orders })}</p>
    <ul className="changes">
      {rows.map(({ lever, usual, value, touched, of }) => (
        <li key={lever}>
          <strong>{powerText(lever)}</strong>
          <span className="num">{touched === null ? t.notCounted() : t.of({ n: touched, of: of ?? touched })}</span>
          <span className="quiet-ink">
            {valueText(usual)} → {valueText(value)}
          </span>
        </li>
      ))}
    </ul>
  </>
)
