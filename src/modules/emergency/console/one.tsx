import { useParams } from '@tanstack/react-router'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { useState } from 'react'
import { millis } from '#kernel/clock.ts'
import type { OutputOf } from '#kernel/contract.ts'
import { named } from '#kernel/messages.ts'
import { Go } from '#ui/console/go.tsx'
import { Due, When } from '#ui/console/moment.tsx'
import { Page, Panel } from '#ui/console/page.tsx'
import { Shown } from '#ui/console/shown.tsx'
import { useNow } from '#ui/now.ts'
import { useAsk } from '#ui/query.tsx'
import { getActivation } from '../contract.ts'
import { decisionText, levelText, stateText } from '../parts/word-messages.ts'
import { type Act, ActForms } from './acts.tsx'
import { areaText } from './list.tsx'
import { afterTexts } from './after-messages.ts'
import { emergencyTexts as t } from './messages.ts'
import { OrdersLeft } from './orders-left.tsx'
import { Preview } from './preview.tsx'
import { READABLE } from './readable.ts'
import { Log, People, Powers } from './one-parts.tsx'
import './emergency.css'

export type Whole = OutputOf<typeof getActivation>
type Decision = Whole['decisions'][number]

/** One emergency with everything on one page: who decided what, what it changed and until when, and what was written down. */
export function OneEmergencyPage() {
  const { id = '' }: { id?: string } = useParams({ strict: false })
  const found = useAsk(getActivation, { id: id as Whole['id'] }, { everyMs: 30_000 })
  const [act, setAct] = useState<Act>()
  const trail = (
    <nav className="trail" aria-label={t.title()}>
      <Go to="/emergency">{t.title()}</Go>
      <ChevronRight size={14} aria-hidden />
      <span>{found.data?.number}</span>
    </nav>
  )
  const title = found.data ? `${named(found.data.name)} ${levelText(found.data.level)}` : t.title()
  return (
    <Page
      title={title}
      trail={trail}
      className="page-fit"
      actions={found.data && <Actions of={found.data} onAct={setAct} />}
    >
      <Shown of={found} lines={12}>
        {(one) => (
          <>
            <div className="emergency-one">
              <div className="stack">
                <Facts one={one} />
                {NEVER_BEGAN.has(one.state) || <Dates one={one} />}
              </div>
              <Decisions one={one} onAct={setAct} />
              <Changes one={one} />
              <Log id={one.id} />
            </div>
            <ActForms act={act} one={one} onClose={() => setAct(undefined)} />
          </>
        )}
      </Shown>
    </Page>
  )
}

/** What it changed; before it began, to whoever is to confirm it, what it would change. */
const Changes = ({ one }: { one: Whole }) =>
  one.decisions.some(({ can }) => one.state === 'proposed' && can.includes('confirm')) ? (
    <Preview playbook={one.playbook} level={one.level} area={one.area.map(({ code }) => code)} drill={one.drill} />
  ) : (
    <>
      <Panel title={t.powers()} note={t.powersNote()} flush>
        <Powers one={one} />
      </Panel>
      <People one={one} />
    </>
  )

const ACTS = {
  destroy: t.destroy,
  extend: t.extend,
  changeLevel: t.changeLevel,
  review: t.doReview,
  file: t.file,
  note: t.note,
} as const

/** One decision waits at a time. */
const TWO_DECIDE = new Set<keyof typeof ACTS>(['extend', 'changeLevel'])
/** Without a beginning there are no rounds. */
const NEVER_BEGAN = new Set(['proposed', 'dropped'])
/** The report of what was is there. */
const OVER = new Set(['settling', 'destroying', 'closed'])

function Actions({ of, onAct }: { of: Whole; onAct: (act: Act) => void }) {
  const waits = of.decisions.some(({ state }) => state === 'proposed')
  return (
    <>
      {(Object.keys(ACTS) as (keyof typeof ACTS)[])
        .filter((key) => of.can.includes(key))
        .map((key) => (
          <button
            key={key}
            type="button"
            className="quiet"
            disabled={waits && TWO_DECIDE.has(key)}
            title={waits && TWO_DECIDE.has(key) ? t.waits() : undefined}
            onClick={() => onAct({ kind: key })}
          >
            {ACTS[key]()}
          </button>
        ))}
      {of.can.includes('end') && (
        <button type="button" className="firm" onClick={() => onAct({ kind: 'end' })}>
          {t.end()}
        </button>
      )}
      {of.certificate && (
        <Go to={`/emergency/certificates/${of.certificate}`} className="firm">
          {t.certificate()}
        </Go>
      )}
    </>
  )
}

const Facts = ({ one }: { one: Whole }) => (
  <Panel
    title={stateText(one.state)}
    note={one.number}
    action={
      one.drill && (
        <span className="chip" data-tone="rights">
          {t.drill()}
        </span>
      )
    }
  >
    <dl className="facts">
      <dt>{t.area()}</dt>
      <dd>{areaText(one)}</dd>
      <dt>{t.commands()}</dt>
      <dd>{named(one.command)}</dd>
      {one.issuer && (
        <>
          <dt>{t.issuer()}</dt>
          <dd>
            {one.issuer} {one.chief}
          </dd>
        </>
      )}
      <dt>{t.basis()}</dt>
      <dd>{one.legalBasis}</dd>
      <dt>{t.reason()}</dt>
      <dd>{one.reason}</dd>
      <dt>{t.stop()}</dt>
      <dd>{one.stop.map(named).join('；')}</dd>
    </dl>
    <p className="row wrap emergency-links">
      {NEVER_BEGAN.has(one.state) || (
        <Go to={`/emergency/${one.id}/reports`} className="quiet">
          {t.situation()}
        </Go>
      )}
      {OVER.has(one.state) && (
        <Go to={`/emergency/${one.id}/after`} className="quiet">
          {afterTexts.title()}
        </Go>
      )}
      {one.can.includes('keep') && (
        <Go to={`/emergency/${one.id}/kept`} className="quiet">
          {t.keepItems()}
        </Go>
      )}
    </p>
  </Panel>
)

function Dates({ one }: { one: Whole }) {
  const now = useNow()
  const live = one.state === 'active'
  return (
    <Panel title={t.dates()}>
      <dl className="facts">
        <dt>{t.since()}</dt>
        <dd>
          <When at={one.since} />
        </dd>
        <dt>{one.endedAt ? t.ended() : t.until()}</dt>
        <dd>
          {one.endedAt ? (
            <When at={one.endedAt} />
          ) : (
            <Due dueAt={one.endsAt} lamp={millis(one.endsAt) - now < 43_200_000 ? 'amber' : 'green'} />
          )}
        </dd>
        {live && (
          <>
            <dt>{t.review()}</dt>
            <dd>
              <Due dueAt={one.reviewAt} lamp={one.reviewLate ? 'red' : 'green'} />
            </dd>
          </>
        )}
        {!one.drill && <Filed filing={one.filing} />}
        {one.endedAt && <OrdersLeft one={one} />}
        {one.destroyAt && !one.certificate && (
          <>
            <dt>{t.destroyAt()}</dt>
            <dd>
              <Due dueAt={one.destroyAt} lamp="green" />
            </dd>
          </>
        )}
      </dl>
    </Panel>
  )
}

const Filed = ({ filing }: Pick<Whole, 'filing'>) => (
  <>
    <dt>{t.filing()}</dt>
    <dd>
      {filing.number ? t.filed({ number: filing.number, day: filing.day ?? '' }) : t.fileBy({ day: filing.dueDay })}{' '}
      {filing.late && (
        <span className="chip" data-tone="late">
          {t.late()}
        </span>
      )}
    </dd>
  </>
)

const Decisions = ({ one, onAct }: { one: Whole; onAct: (act: Act) => void }) => (
  <Panel title={t.decisions()} className="decisions">
    <section aria-label={t.decisions()} {...READABLE}>
      <ol className="decision-list">
        {one.decisions.map((decision) => (
          <li key={decision.id} data-state={decision.state}>
            <header className="row wrap">
              <strong>
                {decisionText(decision.kind)} {levelText(decision.level)}
              </strong>
              <When at={decision.confirmedAt ?? decision.proposedAt} />
            </header>
            <p>{decision.reason}</p>
            <p className="quiet-ink">{whoText(decision)}</p>
            {decision.state === 'proposed' && decision.hours !== null && <p>{t.lasting({ hours: decision.hours })}</p>}
            {decision.effects && <p className="quiet-ink">{t.effects(decision.effects)}</p>}
            {decision.told.length > 0 && (
              <p className="quiet-ink">{t.told({ count: decision.told.reduce((sum, row) => sum + row.count, 0) })}</p>
            )}
            {decision.can.length > 0 && (
              <div className="row">
                {decision.can.includes('confirm') && (
                  <button
                    type="button"
                    className="firm"
                    onClick={() => onAct({ kind: 'confirm', decision: decision.id })}
                  >
                    {t.confirm()}
                  </button>
                )}
                {decision.can.includes('drop') && (
                  <button
                    type="button"
                    className="quiet"
                    onClick={() => onAct({ kind: 'drop', decision: decision.id })}
                  >
                    {t.drop()}
                  </button>
                )}
              </div>
            )}
          </li>
        ))}
      </ol>
    </section>
  </Panel>
)

/** An end takes one person: nobody confirms what he proposed. */
const whoText = ({ state, proposedBy, confirmedBy, whyDropped }: Decision): string =>
  [
    !proposedBy
      ? t.byHouse()
      : state === 'confirmed' && !confirmedBy
        ? t.decidedBy({ name: proposedBy })
        : t.proposedBy({ name: proposedBy }),
    confirmedBy && t.confirmedBy({ name: confirmedBy }),
    whyDropped,
  ]
    .filter(Boolean)
    .join(' · ')
