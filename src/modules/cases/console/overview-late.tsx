import { Meters } from '#ui/console/charts.tsx'
import { Panel } from '#ui/console/page.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { Go } from '#ui/console/go.tsx'
import { useAsk } from '#ui/query.tsx'
import { lateCases } from '../contract-figures.ts'
import { overviewTexts as t } from './messages.ts'
import { RowDue } from './queue-columns.tsx'

const WHY = {
  not_accepted: t.not_accepted,
  handling: t.handling,
  not_verified: t.not_verified,
  bounced: t.bouncedWhy,
  climbed: t.climbed,
} as const
const MINUTE_MS = 60_000

/** What is late: at which point it stands still, and what has stood longest. */
export function Late({ place }: { place: string }) {
  const late = useAsk(lateCases, { place }, { everyMs: MINUTE_MS })
  const all = (
    <Go to="/cases" search={{ place, late: 'true' }}>
      {t.seeAll()}
    </Go>
  )
  return (
    <Panel title={t.whyLate()} action={all} className="overview-late">
      <Shown of={late}>
        {({ why, rows }) =>
          rows.length === 0 ? (
            <Empty text={t.noneLate()}>
              <Go className="quiet" to="/cases" search={{ place, dueSoon: 'true' }}>
                {t.seeSoon()}
              </Go>
            </Empty>
          ) : (
            <>
              <Meters
                rows={why.map(({ reason, count }) => ({ key: reason, name: WHY[reason](), value: count }))}
                tone="amber"
              />
              <h3>{t.longest()}</h3>
              <ul className="overview-longest">
                {rows.map((row) => (
                  <li key={row.id}>
                    <Go to={`/cases/${row.id}`}>{row.title}</Go>
                    <RowDue row={row} />
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Shown>
    </Panel>
  )
}
