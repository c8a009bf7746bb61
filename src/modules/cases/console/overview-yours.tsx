import { Panel } from '#ui/console/page.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { Go } from '#ui/console/go.tsx'
import { actionTexts, stateTexts } from '#ui/messages.ts'
import { useAsk } from '#ui/query.tsx'
import { type CaseRow, listCases } from '../contract.ts'
import { overviewTexts as t } from './messages.ts'
import { RowDue } from './queue-columns.tsx'

const MINUTE_MS = 60_000
/** Below this many there is room for what presses elsewhere. */
const FEW = 4
/** What somebody can do next, most pressing first. */
const NEXT = ['accept', 'assign', 'verify', 'handle', 'resume', 'climb'] as const

/** What waits for the acting post, the most overdue first, with why and the next step. */
export function Yours({ place }: { place: string }) {
  const mine = useAsk(listCases, { place, mine: true, open: true, sort: 'due', limit: 30 }, { everyMs: MINUTE_MS })
  const count = mine.data && mine.data.rows.length > 0 && `${mine.data.rows.length}${mine.data.next ? '+' : ''}`
  const all = (
    <Go to="/cases" search={{ place, mine: 'true', sort: 'due' }}>
      {t.seeAll()}
    </Go>
  )
  return (
    <Panel
      title={t.yours()}
      note={
        count && (
          <span className="chip" data-tone="late">
            {count}
          </span>
        )
      }
      action={all}
      flush
      className="overview-yours"
    >
      <Shown of={mine} lines={8}>
        {({ rows }) => (
          <div className="overview-waiting">
            {rows.length === 0 && <Empty text={t.nothingYours()} />}
            <ul>
              {rows.map((row) => (
                <Waiting key={row.id} row={row} />
              ))}
            </ul>
            {rows.length < FEW && <Pressing place={place} except={rows} />}
          </div>
        )}
      </Shown>
    </Panel>
  )
}

/** Whoever has little to do himself sees what is most pressing below him. */
function Pressing({ place, except }: { place: string; except: readonly CaseRow[] }) {
  const found = useAsk(listCases, { place, open: true, sort: 'due', limit: 12 }, { everyMs: MINUTE_MS })
  const rows = (found.data?.rows ?? []).filter(({ id }) => !except.some((mine) => mine.id === id))
  if (rows.length === 0) return null
  return (
    <>
      <h3>{t.pressing()}</h3>
      <ul>
        {rows.map((row) => (
          <Waiting key={row.id} row={row} />
        ))}
      </ul>
    </>
  )
}

function Waiting({ row }: { row: CaseRow }) {
  const next = NEXT.find((action) => row.can.includes(action))
  const facts = [
    row.placeName,
    stateTexts[row.state](),
    ...(row.bounced > 0 ? [t.bouncedTimes({ count: row.bounced })] : []),
    ...(row.reopened > 0 ? [t.reopenedTimes({ count: row.reopened })] : []),
  ]
  return (
    <li>
      <Go className="overview-what" to={`/cases/${row.id}`}>
        {row.urgent && (
          <span className="chip" data-tone="late">
            {t.urgent()}
          </span>
        )}{' '}
        {row.title}
      </Go>
      <p className="quiet-ink" title={facts.join(' · ')}>
        {facts.join(' · ')}
      </p>
      <div className="row spread">
        <RowDue row={row} />
        <Go
          className={row.late ? 'firm' : 'quiet'}
          to={`/cases/${row.id}`}
          label={`${next ? actionTexts[next]() : t.open()} ${row.title}`}
          {...(next ? { search: { do: next } } : {})}
        >
          {next ? actionTexts[next]() : t.open()}
        </Go>
      </div>
    </li>
  )
}
