import { useState } from 'react'
import { named } from '#kernel/messages.ts'
import { Meters } from '#ui/console/charts.tsx'
import { Panel } from '#ui/console/page.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { useNow } from '#ui/now.ts'
import { useAsk } from '#ui/query.tsx'
import { moment } from '#ui/time.ts'
import { reportWords as t } from '../parts/report-messages.ts'
import { type Round, trend } from '../parts/reports.ts'
import type { Which } from './report-state.tsx'

/** One figure over the rounds, and over the places below as they stand now. */
export function ReportTrend({ seen: { figures }, which: { activation, place } }: { seen: Round; which: Which }) {
  const now = useNow()
  const [figure, setFigure] = useState(figures[0]?.key ?? '')
  const found = useAsk(trend, { activation, place: place as never, figure }, { when: figure !== '' })
  return (
    <Panel
      title={t.trend()}
      className="situation-trend"
      action={
        <select aria-label={t.trendFigure()} value={figure} onChange={(event) => setFigure(event.target.value)}>
          {figures.map(({ key, name }) => (
            <option key={key} value={key}>
              {named(name)}
            </option>
          ))}
        </select>
      }
    >
      <Shown of={found}>
        {({ rows, places }) =>
          rows.every(({ value }) => value === null) && places.every(({ value }) => value === null) ? (
            <Empty text={t.noTrend()} />
          ) : (
            <div className="situation-curves">
              <section>
                <h3>{t.rounds()}</h3>
                <Meters
                  tone="mid"
                  rows={rows.map(({ no, dueAt, value }) => ({
                    key: String(no),
                    name: `${t.roundName({ no })} ${moment(dueAt, now)}`,
                    value: value ?? 0,
                    ...(value === null ? { text: '–' } : {}),
                  }))}
                />
              </section>
              {places.length > 0 && (
                <section>
                  <h3>{t.placesNow()}</h3>
                  <Meters
                    tone="mid"
                    rows={places
                      .toSorted((a, b) => (b.value ?? -1) - (a.value ?? -1))
                      .map(({ place: at, placeName, value }) => ({
                        key: at,
                        name: placeName,
                        value: value ?? 0,
                        ...(value === null ? { text: '–' } : {}),
                      }))}
                  />
                </section>
              )}
            </div>
          )
        }
      </Shown>
    </Panel>
  )
}
