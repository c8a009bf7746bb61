import { named } from '#kernel/messages.ts'
import { Go } from '#ui/console/go.tsx'
import { Panel } from '#ui/console/page.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { useAsk } from '#ui/query.tsx'
import { listWarnings } from '../contract-warnings.ts'
import { orderWords, warningWords } from '../parts/messages.ts'
import { At } from './at.tsx'
import { listTexts as t } from './messages.ts'

const FEW = 4

/** What the public is warned of just now, wherever. */
export function LiveWarnings() {
  const found = useAsk(listWarnings, { limit: FEW })
  const all = <Go to="/orders/warnings">{t.allWarnings()}</Go>
  return (
    <Panel title={t.live()} action={all} flush className="orders-live">
      <Shown of={found} lines={2}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty text={t.liveNone()} />
          ) : (
            <ul>
              {rows.map((warning) => (
                <li key={warning.id}>
                  <div className="row">
                    <span className="warning-grade" data-grade={warning.grade}>
                      {warningWords[`short_${warning.grade}`]()}
                    </span>
                    <strong>{warningWords[warning.hazard]()}</strong>
                    <span className="quiet-ink orders-end">
                      {warningWords.endsAt()} <At at={warning.endsAt} />
                    </span>
                  </div>
                  <p className="quiet-ink">
                    {warning.areaNames.join(orderWords.comma())} · {named(warning.issuerName)}
                  </p>
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
    </Panel>
  )
}
