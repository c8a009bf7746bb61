import { useParams } from '@tanstack/react-router'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { type ReactNode, useState } from 'react'
import type { OutputOf } from '#kernel/contract.ts'
import { ask } from '#ui/call.ts'
import { Go } from '#ui/console/go.tsx'
import { When } from '#ui/console/moment.tsx'
import { Page, Panel } from '#ui/console/page.tsx'
import { Shown } from '#ui/console/shown.tsx'
import { useAsk } from '#ui/query.tsx'
import { getMinor, getResident, revealPhone } from '../contract-residents.ts'
import type { PersonId } from '../contract.ts'
import { SourceChip, Sources } from '../parts/provenance.tsx'
import { Documents } from './documents.tsx'
import { ResidentForms, type Task } from './resident-forms.tsx'
import './resident.css'
import { residentTexts as t } from './resident-messages.ts'
import { Reveal } from './reveal.tsx'

export type ResidentView = OutputOf<typeof getResident>
/** What another slice knows: where the person lived, and who else is there to choose from. */
export type ResidentParts = {
  homes?: (person: PersonId) => ReactNode
  choose?: ReactNode
  more?: (person: PersonId) => ReactNode
}

/** One resident: particulars, documents (masked), corrections, merges, and where each value came from. */
export function ResidentPage({ homes, choose, more }: ResidentParts) {
  const { id = '' }: { id?: string } = useParams({ strict: false })
  const found = useAsk(getResident, { id: id as PersonId })
  const trail = (
    <nav className="trail" aria-label={t.homes()}>
      <Go to="/homes">{t.homes()}</Go>
      <ChevronRight size={14} aria-hidden />
      <span>{t.title()}</span>
    </nav>
  )
  return (
    <Page title={found.data?.resident.name ?? t.title()} trail={trail} className="page-fit">
      <Shown of={found} lines={12}>
        {(view) => (
          <Whole view={view} homes={homes?.(view.resident.id)} more={more?.(view.resident.id)} choose={choose} />
        )}
      </Shown>
    </Page>
  )
}

function Whole({
  view,
  homes,
  more,
  choose,
}: {
  view: ResidentView
  homes: ReactNode
  more: ReactNode
  choose: ReactNode
}) {
  const [task, setTask] = useState<Task>()
  return (
    <div className="resident">
      <div>
        <Panel
          title={t.facts()}
          action={
            view.can.change && (
              <button type="button" className="link" onClick={() => setTask({ kind: 'correct' })}>
                {t.correct()}
              </button>
            )
          }
        >
          <Particulars view={view} />
        </Panel>
        {homes}
        {!view.resident.minor && <Documents view={view} onTask={setTask} />}
        {more}
      </div>
      <div>
        <Same view={view} onTask={setTask} />
        <Panel title={t.changes()}>
          <Changes view={view} />
        </Panel>
        <Panel title={t.provenance()}>
          <Sources entries={view.entries} />
        </Panel>
      </div>
      <ResidentForms task={task} view={view} choose={choose} onClose={() => setTask(undefined)} />
    </div>
  )
}

function Particulars({ view: { resident, entries, askedFor, can } }: { view: ResidentView }) {
  const { id, name, sex, born, age, phoneMasked, minor, entry } = resident
  return (
    <>
      {askedFor !== id && <p className="resident-note">{t.askedFor()}</p>}
      {minor && (
        <p className="resident-note">
          {t.minor()}{' '}
          {can.minor && (
            <Reveal
              label={t.minorShow()}
              text={t.minorShow()}
              look={async (reason) => fullName(await ask(getMinor, { id, reason }))}
            />
          )}
        </p>
      )}
      <dl className="resident-sheet">
        <div>
          <dt>{t.name()}</dt>
          <dd>
            {name}
            <SourceChip entries={entries} id={entry} />
          </dd>
        </div>
        <div>
          <dt>{t.sex()}</dt>
          <dd>{sex ? t[sex]() : t.none()}</dd>
        </div>
        <div>
          <dt>{t.born()}</dt>
          <dd>{born ?? t.none()}</dd>
        </div>
        <div>
          <dt>{t.age()}</dt>
          <dd>{age === null ? t.none() : t.years({ n: age })}</dd>
        </div>
        <div>
          <dt>{t.phone()}</dt>
          <dd>
            {phoneMasked ?? t.none()}{' '}
            {phoneMasked && can.reveal && !minor && (
              <Reveal
                label={`${t.phone()} ${t.reveal()}`}
                look={async (reason) => (await ask(revealPhone, { person: id, reason })).phone}
              />
            )}
          </dd>
        </div>
      </dl>
    </>
  )
}

const fullName = ({ resident }: OutputOf<typeof getMinor>): string => `${resident.name} · ${resident.born ?? t.none()}`

const KINDS = { name: t.name, sex: t.sex, born: t.born, phone: t.phone, home: t.home }
const valueText = (kind: keyof typeof KINDS, value: string | null): string =>
  value === null ? t.nothing() : kind === 'sex' && (value === 'female' || value === 'male') ? t[value]() : value

const Changes = ({ view }: { view: ResidentView }) =>
  view.changes.length === 0 ? (
    <p className="quiet-ink">{t.noChanges()}</p>
  ) : (
    <ul className="resident-list">
      {view.changes.map(({ id, kind, value, was, at, entry }) => (
        <li key={id}>
          <strong className="strong">
            {KINDS[kind]()} {valueText(kind, value)}
          </strong>
          <SourceChip entries={view.entries} id={entry} />
          <span className="quiet-ink">
            {t.was({ was: valueText(kind, was) })} · <When at={at} />
          </span>
        </li>
      ))}
    </ul>
  )

const Same = ({ view, onTask }: { view: ResidentView; onTask: (task: Task) => void }) => (
  <Panel title={t.same()}>
    <p className="quiet-ink">{t.sameLead()}</p>
    <ul className="resident-list">
      {view.merged.map(({ merge, name, at }) => (
        <li key={merge}>
          <strong className="strong">{t.mergedOf({ name })}</strong>
          <When at={at} />
          <UndoLink show={view.can.arrange} onClick={() => onTask({ kind: 'undoMerge', merge })} />
        </li>
      ))}
      {view.splits.map(({ split, part, name, at }) => (
        <li key={split}>
          <Go to={`/people/${part}`}>{t.splitOf({ name })}</Go>
          <When at={at} />
          <UndoLink show={view.can.arrange} onClick={() => onTask({ kind: 'undoSplit', split })} />
        </li>
      ))}
    </ul>
    {view.can.arrange && (
      <div className="row wrap">
        {(['merge', 'split'] as const).map((kind) => (
          <button key={kind} type="button" className="quiet" onClick={() => onTask({ kind })}>
            {t[kind]()}
          </button>
        ))}
      </div>
    )}
  </Panel>
)

const UndoLink = ({ show, onClick }: { show: boolean; onClick: () => void }) =>
  show && (
    <button type="button" className="link" onClick={onClick}>
      {t.undo()}
    </button>
  )
