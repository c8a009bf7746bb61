import { millis } from '#kernel/clock.ts'
import { named } from '#kernel/messages.ts'
import { workSpan } from '#ui/console/when.ts'
import { consoleTexts as c } from '#ui/console/messages.ts'
import { Panel } from '#ui/console/page.tsx'
import { Due, When } from '#ui/console/moment.tsx'
import { Go } from '#ui/console/go.tsx'
import { clockTexts, levelTexts } from '#ui/messages.ts'
import { useNow } from '#ui/now.ts'
import { day, span } from '#ui/time.ts'
import type { CaseView } from '../contract.ts'
import { Actions } from './case-actions.tsx'
import { caseTexts as t, evidenceText } from './case-messages.ts'
import { Related } from './case-related.tsx'
import { numberText } from '../parts/number.ts'

/** Right: what can be done now, who answers, how the limits stand. */
export const Side = ({ view }: { view: CaseView }) => (
  <>
    <Panel title={t.next()}>
      <Actions view={view} />
    </Panel>
    <Panel title={t.responsible()}>
      <Responsible view={view} />
    </Panel>
    <Panel
      title={t.clocks()}
      note={`${view.urgent ? t.urgentClock() : t.workClock()} · ${t.calendar({ version: view.calendar })}`}
    >
      <ul className="clocks">
        {view.clocks.map((clock) => (
          <Clock key={clock.name} clock={clock} spanOf={view.urgent || clock.name === 'confirm' ? daySpan : workSpan} />
        ))}
      </ul>
    </Panel>
    <Related view={view} />
  </>
)

function Responsible({ view }: { view: CaseView }) {
  const now = useNow()
  return (
    <dl className="facts">
      <dt>{t.desk()}</dt>
      <dd>
        <strong className="strong">{view.desk}</strong>
        <span className="quiet-ink"> · {levelTexts[view.level]()}</span>
      </dd>
      <dt>{t.assignee()}</dt>
      <dd>{view.assignee ?? t.nobody()}</dd>
      <dt>{t.lead()}</dt>
      <dd>{t.leadOf({ level: levelTexts[view.lead.level](), line: named(view.lead.lineName) })}</dd>
      <dt>{t.stop()}</dt>
      <dd>{levelTexts[view.stopLevel]()}</dd>
      <dt>{t.evidence()}</dt>
      <dd>{evidenceText(view.evidence)}</dd>
      {view.promisedAt && (
        <>
          <dt>{t.promised()}</dt>
          <dd>{view.promisedAt.length === 10 ? day(view.promisedAt, now) : <When at={view.promisedAt} />}</dd>
        </>
      )}
      {view.pausedUntil && (
        <>
          <dt>{t.pausedUntil()}</dt>
          <dd>{view.pausedUntil.length === 10 ? day(view.pausedUntil, now) : <When at={view.pausedUntil} />}</dd>
        </>
      )}
      {view.windowEndsAt && millis(view.windowEndsAt) > now && (
        <>
          <dt>{t.window()}</dt>
          <dd>
            <Due dueAt={view.windowEndsAt} lamp="green" />
          </dd>
        </>
      )}
      {view.mergedInto && (
        <>
          <dt>{c.all()}</dt>
          <dd>
            <Go to={`/cases/${view.mergedInto.id}`}>{t.mergedInto({ number: numberText(view.mergedInto.number) })}</Go>
          </dd>
        </>
      )}
      {view.absorbed.length > 0 && (
        <>
          <dt>{t.absorbed()}</dt>
          <dd className="row wrap">
            {view.absorbed.map(({ id, number }) => (
              <Go key={id} to={`/cases/${id}`}>
                {numberText(number)}
              </Go>
            ))}
          </dd>
        </>
      )}
    </dl>
  )
}

type ClockView = CaseView['clocks'][number]
/** The resident's window and urgent kinds run around the clock; all else in working time. */
const daySpan = (seconds: number): string => span(seconds * 1000)

const LAMP = { still: c.lampStill, green: c.lampGreen, amber: c.lampAmber, red: c.lampRed } as const

function Clock({
  clock: { name, limit, spent, running, dueAt, lamp, starts },
  spanOf,
}: {
  clock: ClockView
  spanOf: (seconds: number) => string
}) {
  const used = Math.min(100, limit > 0 ? (100 * spent) / limit : 0)
  return (
    <li data-lamp={lamp}>
      <span className="row spread">
        <strong>{clockTexts[name]()}</strong>
        {running ? (
          <Due dueAt={dueAt} lamp={lamp} />
        ) : (
          <span className="due" data-lamp={lamp}>
            {starts === 0 ? t.notStarted() : lamp === 'red' ? LAMP.red() : c.lampDone()}
          </span>
        )}
      </span>
      <span className="clock-bar" aria-hidden>
        <span style={{ width: `${used}%` }} />
      </span>
      <span className="quiet-ink">
        {limit > 0 ? c.spent({ spent: spent > 0 ? spanOf(spent) : '0', limit: spanOf(limit) }) : t.noLimitYet()}
        {starts > 1 && ` · ${t.starts({ count: starts })}`}
      </span>
    </li>
  )
}
