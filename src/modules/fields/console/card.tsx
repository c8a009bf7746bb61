import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { named } from '#kernel/messages.ts'
import type { OutputOf } from '#kernel/contract.ts'
import { listPurposes } from '#modules/consents/contract.ts'
import { Go } from '#ui/console/go.tsx'
import { Page, Panel } from '#ui/console/page.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { Table } from '#ui/console/table.tsx'
import { useAsk, useLive } from '#ui/query.tsx'
import {
  careCard,
  type HeldSubject,
  type HeldValue,
  householdCard,
  minorCard,
  type Needed,
} from '../contract-contests.ts'
import { relationText, sourceText, useRegistry } from '../parts/value.ts'
import { fieldWords } from '../parts/messages.ts'
import { ContestForm, type Contesting } from './card-contest.tsx'
import { cardTexts as t } from './contest-messages.ts'
import './fields.css'

type View = OutputOf<typeof householdCard>

/** 户情卡: what is held of a household, for who answers for it; a page of its own, since opening it is a look at each of them. */
export function CardPage() {
  const { id = '' }: { id?: string } = useParams({ strict: false })
  const found = useAsk(householdCard, { household: id })
  useLive('fields.', [householdCard])
  return (
    <Page
      title={found.data ? t.of({ name: found.data.name }) : t.title()}
      trail={
        <nav className="trail" aria-label={t.title()}>
          <Go to={`/homes/${id}`}>{found.data?.address ?? t.toHome()}</Go>
        </nav>
      }
      className="page-fit"
    >
      <Shown of={found} lines={12}>
        {(view) => <Whole view={view} />}
      </Shown>
    </Page>
  )
}

function Whole({ view }: { view: View }) {
  const [contesting, setContesting] = useState<Contesting>()
  const held = view.subjects.filter(({ rows }) => rows.length > 0)
  return (
    <div className="card-page">
      <p className="quiet-ink">{t.seen()}</p>
      {held.map((subject) => (
        <Held key={subject.subject} subject={subject} onContest={(row) => setContesting({ subject, row })} />
      ))}
      {view.care && <Narrow contract={careCard} household={view.household} title={t.care()} lead={t.careLead()} />}
      {view.minors && (
        <Narrow contract={minorCard} household={view.household} title={t.minors()} lead={t.minorsLead()} />
      )}
      <Closed closed={view.closed} />
      {view.withheld > 0 && <p className="quiet-ink">{t.withheld({ n: view.withheld })}</p>}
      {contesting && <ContestForm {...contesting} onClose={() => setContesting(undefined)} />}
    </div>
  )
}

/** Stand above the rows already. */
const ABOVE = new Set<string>(['person.name', 'person.relation'])

const titleOf = ({ role, name }: HeldSubject): string =>
  role === 'household' ? t.household() : role === 'dwelling' ? t.dwelling() : name

function Held({ subject, onContest }: { subject: HeldSubject; onContest?: (row: HeldValue) => void }) {
  const registry = useRegistry()
  return (
    <Panel title={titleOf(subject)} note={subject.relation ? relationText(subject.relation) : undefined} flush>
      <Table
        caption={titleOf(subject)}
        rows={subject.rows.filter(({ field }) => !ABOVE.has(field))}
        keyOf={({ field }) => field}
        empty={<Empty text={t.nothing()} />}
        columns={[
          { key: 'field', title: t.field(), width: 190, cell: ({ field }) => registry.name(field) },
          { key: 'value', title: t.value(), cell: ({ field, value }) => registry.say(field, value) },
          { key: 'source', title: t.source(), width: 250, cell: (row) => <From row={row} /> },
          { key: 'day', title: t.day(), width: 120, cell: ({ day }) => day ?? '—' },
          {
            key: 'mark',
            title: t.mark(),
            width: 170,
            cell: (row) => <Mark row={row} {...(onContest ? { onContest } : {})} />,
          },
        ]}
      />
    </Panel>
  )
}

const From = ({ row: { source, by } }: { row: HeldValue }) => (
  <span>
    {source ? sourceText(source) : '—'}
    {by && <span className="quiet-ink"> · {named(by)}</span>}
  </span>
)

function Mark({ row, onContest }: { row: HeldValue; onContest?: (row: HeldValue) => void }) {
  if (row.contested)
    return (
      <span className="chip" data-tone="rights">
        {fieldWords.contested()}
      </span>
    )
  return (
    <span className="row">
      {row.stale && (
        <span className="chip" data-tone="soon">
          {fieldWords.stale()}
        </span>
      )}
      {onContest && (
        <button type="button" className="link" onClick={() => onContest(row)}>
          {t.contest()}
        </button>
      )}
    </span>
  )
}

type NarrowProps = { contract: typeof careCard | typeof minorCard; household: string; title: string; lead: string }
/** Closed until somebody says that it is needed: opening it is a read of its own. */
function Narrow({ contract, household, title, lead }: NarrowProps) {
  const [opened, setOpened] = useState(false)
  const asked = useAsk(contract, { household }, { when: opened })
  if (opened)
    return (
      <Shown of={asked} lines={3}>
        {({ subjects }) => subjects.map((subject) => <Held key={subject.subject} subject={subject} />)}
      </Shown>
    )
  return (
    <Panel
      title={title}
      action={
        <button type="button" className="link" onClick={() => setOpened(true)}>
          {t.open()}
        </button>
      }
    >
      <p className="quiet-ink">{lead}</p>
    </Panel>
  )
}

/** What needs a consent, and whether there is one. */
function Closed({ closed }: { closed: readonly Needed[] }) {
  const registry = useRegistry()
  const purposes = useAsk(listPurposes, {})
  if (closed.length === 0) return null
  const purposeOf = (key: string): string => {
    const found = purposes.data?.rows.find((one) => one.key === key)
    return found ? named(found.name) : ''
  }
  return (
    <Panel title={t.consents()} flush>
      <Table
        caption={t.consents()}
        rows={closed}
        keyOf={({ person, purpose }) => `${person} ${purpose}`}
        empty={<Empty text={t.nothing()} />}
        columns={[
          { key: 'name', title: t.who(), width: 110, cell: ({ name }) => name },
          { key: 'purpose', title: t.purpose(), width: 190, cell: ({ purpose }) => purposeOf(purpose) },
          {
            key: 'fields',
            title: t.wouldHold(),
            cell: ({ fields }) => fields.map(registry.name).join(fieldWords.comma()),
          },
          {
            key: 'given',
            title: t.given(),
            width: 150,
            cell: ({ given }) => (given ? (given.paper ? t.onPaper() : t.yes()) : t.no()),
          },
        ]}
      />
    </Panel>
  )
}
