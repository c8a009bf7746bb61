import { Panel } from '#ui/console/page.tsx'
import { When } from '#ui/console/moment.tsx'
import { Shown } from '#ui/console/shown.tsx'
import { Go } from '#ui/console/go.tsx'
import { useAsk } from '#ui/query.tsx'
import { ancestorAt } from '#modules/places/contract.ts'
import { type CaseRow, type CaseView, nearbyCases } from '../contract.ts'
import { isClosed } from '../lifecycle.ts'
import { caseTexts as t } from './case-messages.ts'
import { numberText } from '../parts/number.ts'

export const useNearby = (view: CaseView, when = true) =>
  useAsk(
    nearbyCases,
    {
      place: ancestorAt(view.place, 'village'),
      kind: view.kind,
      except: view.id,
      ...(view.lon !== null && view.lat !== null ? { lon: view.lon, lat: view.lat } : {}),
    },
    { when },
  )

/** What may be the same matter. */
export function Related({ view }: { view: CaseView }) {
  const open = !isClosed(view.state)
  const nearby = useNearby(view, open)
  if (!open) return null
  return (
    <Panel title={t.related()}>
      <Shown of={nearby} lines={2}>
        {({ rows }) =>
          rows.length === 0 ? <p className="quiet-ink">{t.noRelated()}</p> : <NearbyList rows={rows.slice(0, 5)} />
        }
      </Shown>
    </Panel>
  )
}

export const NearbyList = ({ rows }: { rows: readonly CaseRow[] }) => (
  <ul className="nearby">
    {rows.map((row) => (
      <li key={row.id}>
        <Go to={`/cases/${row.id}`}>{row.title}</Go>
        <span className="quiet-ink">
          {numberText(row.number)} · {row.placeName} · <When at={row.receivedAt} />
        </span>
      </li>
    ))}
  </ul>
)
