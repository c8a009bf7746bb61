import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { OutputOf } from '#kernel/contract.ts'
import { named } from '#kernel/messages.ts'
import { Sources } from '#modules/people/parts/provenance.tsx'
import { PlaceSpot } from '#modules/places/parts/place-spot.tsx'
import { Go } from '#ui/console/go.tsx'
import { When } from '#ui/console/moment.tsx'
import { Page, Panel } from '#ui/console/page.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { Table } from '#ui/console/table.tsx'
import { useAsk } from '#ui/query.tsx'
import { type DwellingId, getDwelling } from '../contract.ts'
import { DwellingFacts } from './dwelling-facts.tsx'
import { CorrectDwelling, EndDwelling, MoveIn } from './dwelling-forms.tsx'
import { PlaceOrgan } from './organ-form.tsx'
import './homes.css'
import { Trail } from './household.tsx'
import { doorText, homeTexts as t } from './messages.ts'

type View = OutputOf<typeof getDwelling>
const TASKS = { moveIn: MoveIn, correct: CorrectDwelling, placeOrgan: PlaceOrgan, endDwelling: EndDwelling } as const

/** A dwelling with everybody who ever lived in it, as households. */
export function DwellingPage() {
  const { id = '' }: { id?: string } = useParams({ strict: false })
  const found = useAsk(getDwelling, { id: id as DwellingId })
  return (
    <Page
      title={found.data ? doorText(found.data.dwelling) : t.dwelling()}
      trail={<Trail text={t.dwelling()} />}
      className="page-fit"
    >
      <Shown of={found} lines={12}>
        {(view) => <Whole view={view} />}
      </Shown>
    </Page>
  )
}

function Whole({ view }: { view: View }) {
  const { dwelling, can } = view
  return (
    <div className="home">
      <div>
        <Panel title={t.livedHere()} flush>
          <Households view={view} />
          {can.enter && !dwelling.untilDay && <Tasks view={view} />}
        </Panel>
        <Panel title={t.history()}>
          <History view={view} />
        </Panel>
      </div>
      <div>
        <Panel title={t.facts()}>
          <DwellingFacts dwelling={dwelling} />
          <div className="home-spot">
            <PlaceSpot
              place={dwelling.place}
              lon={dwelling.lon}
              lat={dwelling.lat}
              label={doorText(dwelling)}
              late={false}
            />
          </div>
        </Panel>
        <Panel title={t.organs()}>
          {view.organs.length === 0 ? (
            <p className="quiet-ink">{t.noOrgans()}</p>
          ) : (
            <ul className="home-history">
              {view.organs.map(({ id, name, fromDay }) => (
                <li key={`${id} ${fromDay}`}>
                  <strong className="strong">{named(name)}</strong>
                  <span className="quiet-ink">{fromDay}</span>
                </li>
              ))}
            </ul>
          )}
        </Panel>
        <Panel title={t.provenance()}>
          <Sources entries={view.entries} />
        </Panel>
      </div>
    </div>
  )
}

const Households = ({ view }: { view: View }) => (
  <Table
    caption={t.livedHere()}
    rows={view.households}
    keyOf={({ id }) => id}
    empty={<Empty text={t.none()} />}
    columns={[
      {
        key: 'head',
        title: t.head(),
        cell: ({ id, headName }) => <Go to={`/homes/${id}`}>{headName ?? t.noHead()}</Go>,
      },
      { key: 'members', title: t.members(), width: 90, end: true, cell: ({ members }) => t.persons({ n: members }) },
      { key: 'since', title: t.since(), width: 130, cell: ({ fromDay }) => fromDay },
      { key: 'until', title: t.until(), width: 130, cell: ({ untilDay }) => untilDay ?? '—' },
    ]}
  />
)

function Tasks({ view }: { view: View }) {
  const [task, setTask] = useState<keyof typeof TASKS>()
  const Form = task && TASKS[task]
  return (
    <>
      <footer className="table-foot home-actions">
        {(['moveIn', 'correct', 'placeOrgan', 'endDwelling'] as const).map((kind) => (
          <button
            key={kind}
            type="button"
            className={kind === 'moveIn' ? 'firm' : 'quiet'}
            onClick={() => setTask(kind)}
          >
            {t[kind]()}
          </button>
        ))}
      </footer>
      {Form && <Form dwelling={view.dwelling} onClose={() => setTask(undefined)} />}
    </>
  )
}

const FIELDS = { address: t.field_address, door: t.field_door, kind: t.field_kind, position: t.field_position } as const
const plain = (value: unknown): string =>
  typeof value === 'string' ? value : value === null ? t.nothing() : placed(value)
const placed = (value: unknown): string => {
  const { lon, lat } = value as { lon: number | null; lat: number | null }
  return lon === null || lat === null ? t.nothing() : `${lon.toFixed(5)}, ${lat.toFixed(5)}`
}

const History = ({ view }: { view: View }) =>
  view.statements.length === 0 ? (
    <p className="quiet-ink">{t.noHistory()}</p>
  ) : (
    <ul className="home-history">
      {view.statements.map(({ id, kind, was, value, at }) => (
        <li key={id}>
          <strong className="strong">
            {FIELDS[kind as keyof typeof FIELDS]()} {plain(value)}
          </strong>
          <span className="quiet-ink">
            {t.was({ was: plain(was) })} · <When at={at} />
          </span>
        </li>
      ))}
    </ul>
  )
