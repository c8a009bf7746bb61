import { useParams } from '@tanstack/react-router'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { type ReactNode, useState } from 'react'
import type { OutputOf } from '#kernel/contract.ts'
import { dayOf } from '#kernel/clock.ts'
import { Sources } from '#modules/people/parts/provenance.tsx'
import { useAddress } from '#ui/console/address.ts'
import { Go } from '#ui/console/go.tsx'
import { When } from '#ui/console/moment.tsx'
import { Page, Panel } from '#ui/console/page.tsx'
import { Shown } from '#ui/console/shown.tsx'
import { useNow } from '#ui/now.ts'
import { useAsk } from '#ui/query.tsx'
import { getHousehold, type HouseholdId } from '../contract.ts'
import { DwellingFacts } from './dwelling-facts.tsx'
import './homes.css'
import { HouseholdForms } from './household-forms.tsx'
import type { Task } from './forms.tsx'
import { Members } from './members.tsx'
import { doorText, homeTexts as t } from './messages.ts'

export type HouseholdView = OutputOf<typeof getHousehold>

/** One household on a day: who belongs to it, behind which door, where each fact came from. `more` are panels of other slices. */
export function HouseholdPage({ more }: { more?: (household: HouseholdId, view: HouseholdView) => ReactNode }) {
  const { id = '' }: { id?: string } = useParams({ strict: false })
  const [address] = useAddress()
  const day = address['day']
  const found = useAsk(getHousehold, { id: id as HouseholdId, ...(day ? { day } : {}) })
  const title = titleOf(found.data)
  return (
    <Page title={title} trail={<Trail text={found.data ? doorText(found.data.dwelling) : ''} />} className="page-fit">
      <Shown of={found} lines={12}>
        {(view) => <Whole view={view} more={more?.(view.household.id, view)} />}
      </Shown>
    </Page>
  )
}

function titleOf(view: HouseholdView | undefined): string {
  const head = view?.members.find(({ relation }) => relation === 'head')
  return head ? t.household({ name: head.name }) : t.householdPlain()
}

export const Trail = ({ text }: { text: string }) => (
  <nav className="trail" aria-label={t.trail()}>
    <Go to="/homes">{t.trail()}</Go>
    <ChevronRight size={14} aria-hidden />
    <span>{text}</span>
  </nav>
)

function Whole({ view, more }: { view: HouseholdView; more: ReactNode }) {
  const [task, setTask] = useState<Task>()
  const { household, dwelling, entries } = view
  return (
    <div className="home">
      <div>
        {household.untilDay && <p className="home-ended">{t.ended({ day: household.untilDay })}</p>}
        <MembersPanel view={view} onTask={setTask} />
        {more}
        {view.former.length > 0 && (
          <Panel title={t.former()} flush>
            <Members caption={t.former()} rows={view.former} entries={entries} />
          </Panel>
        )}
      </div>
      <div>
        <Panel title={t.facts()} action={<Go to={`/dwellings/${dwelling.id}`}>{t.seeDwelling()}</Go>}>
          <DwellingFacts dwelling={dwelling} since={household.hereFrom} />
        </Panel>
        {view.stays.length > 0 && (
          <Panel title={t.stays()}>
            <Stays view={view} />
          </Panel>
        )}
        {view.acts.length > 0 && (
          <Panel title={t.acts()}>
            <Acts view={view} onTask={setTask} />
          </Panel>
        )}
        <Panel title={t.provenance()}>
          <Sources entries={entries} />
        </Panel>
      </div>
      <HouseholdForms task={task} view={view} onClose={() => setTask(undefined)} />
    </div>
  )
}

function MembersPanel({ view, onTask }: { view: HouseholdView; onTask: (task: Task) => void }) {
  const [address, change] = useAddress()
  const today = dayOf(useNow())
  const day = address['day'] ?? today
  const now = day === today && view.household.untilDay === null
  const arrange = now && view.can.arrange
  return (
    <Panel
      title={day === today ? t.membersTitle() : t.thenTitle({ day })}
      note={t.people({ n: view.members.length })}
      flush
      action={
        <label className="row">
          <span className="quiet-ink">{t.onDay()}</span>
          <input
            className="home-day"
            type="date"
            max={today}
            value={day}
            onChange={(event) =>
              change({ day: event.target.value && event.target.value !== today ? event.target.value : undefined })
            }
          />
        </label>
      }
    >
      <Members
        caption={t.membersTitle()}
        rows={view.members}
        entries={view.entries}
        {...(now && view.can.enter ? { onTask } : {})}
      />
      {now && (
        <footer className="table-foot home-actions">
          {view.can.enter && (
            <button type="button" className="firm" onClick={() => onTask({ kind: 'join' })}>
              {t.join()}
            </button>
          )}
          {arrange && view.members.length > 1 && (
            <button type="button" className="quiet" onClick={() => onTask({ kind: 'split' })}>
              {t.split()}
            </button>
          )}
          {arrange &&
            (['merge', 'move'] as const).map((kind) => (
              <button key={kind} type="button" className="quiet" onClick={() => onTask({ kind })}>
                {t[kind]()}
              </button>
            ))}
        </footer>
      )}
    </Panel>
  )
}

/** Doors that it was behind before, each with its days. */
const Stays = ({ view }: { view: HouseholdView }) => (
  <ul className="home-acts">
    {view.stays.map((stay) => (
      <li key={stay.fromDay}>
        <Go to={`/dwellings/${stay.dwelling}`}>{doorText(stay)}</Go>
        <span className="quiet-ink">{t.fromTo({ from: stay.fromDay, to: stay.untilDay })}</span>
      </li>
    ))}
  </ul>
)

const Acts = ({ view, onTask }: { view: HouseholdView; onTask: (task: Task) => void }) => (
  <ul className="home-acts">
    {view.acts.map(({ act, kind, day, at, household, other, dwelling }) => (
      <li key={act}>
        <strong className="strong">{t[`act_${kind}`]()}</strong>
        <span className="quiet-ink">
          {day} · <When at={at} />
        </span>
        {dwelling ? (
          <Go to={`/dwellings/${dwelling}`}>{t.toNewDoor()}</Go>
        ) : (
          <Go to={`/homes/${household === view.household.id ? other : household}`}>{t.toOther()}</Go>
        )}
        {view.can.arrange && (
          <button type="button" className="link" onClick={() => onTask({ kind: 'undo', act })}>
            {t.undo()}
          </button>
        )}
      </li>
    ))}
  </ul>
)
