import ShieldAlert from 'lucide-react/icons/shield-alert'
import { DAY_MS, millis } from '#kernel/clock.ts'
import type { OutputOf } from '#kernel/contract.ts'
import { named } from '#kernel/messages.ts'
import { useActing } from '#ui/console/acting.ts'
import { Go } from '#ui/console/go.tsx'
import { Due, When } from '#ui/console/moment.tsx'
import { Page, Panel } from '#ui/console/page.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { type Column, More, Table } from '#ui/console/table.tsx'
import { useNow } from '#ui/now.ts'
import { useAsk, usePages } from '#ui/query.tsx'
import { levelText, stateText } from '../parts/word-messages.ts'
import { type Band, listActivations } from '../contract.ts'
import { emergencyTexts as t } from './messages.ts'
import { EmergencyTabs } from './tabs.tsx'
import './emergency.css'

type Row = OutputOf<typeof listActivations>['rows'][number]
const GOING = new Set(['active', 'ending'])

/** What is in force, and everything that was: each with who decided it and what became of its data. */
export function EmergencyPage() {
  const asked = usePages(listActivations, { limit: 50 })
  const now = useNow()
  const proposed = useAsk(listActivations, { state: 'proposed', limit: 20 })
  const waiting = (proposed.data?.rows ?? []).filter(({ since }) => now - millis(since) <= DAY_MS)
  const { permissions } = useActing()
  const going = asked.rows.filter(({ state }) => GOING.has(state))
  const actions = permissions.has('emergency.declare') && (
    <Go to="/emergency/declare" className="firm">
      <ShieldAlert size={16} aria-hidden />
      {t.declare()}
    </Go>
  )
  return (
    <Page
      title={t.title()}
      section={t.section()}
      trail={<EmergencyTabs now="/emergency" />}
      actions={actions}
      className="page-fit"
    >
      <div className="emergencies">
        <Panel title={t.inForce()}>
          <Shown of={{ ...asked, data: asked.first }}>
            {() => (
              <>
                {going.length === 0 && <Empty text={t.peace()} />}
                {[...waiting, ...going].map((row) => (
                  <Going key={row.id} row={row} />
                ))}
              </>
            )}
          </Shown>
        </Panel>
        <Panel title={t.before()} flush>
          <Shown of={{ ...asked, data: asked.first }} lines={6}>
            {() => (
              <>
                <Table
                  caption={t.before()}
                  columns={COLUMNS}
                  rows={asked.rows.filter(({ state }) => !GOING.has(state))}
                  keyOf={({ id }) => id}
                  empty={<Empty text={t.none()} />}
                />
                <More
                  shown={asked.rows.length - going.length}
                  more={asked.hasNextPage}
                  loading={asked.isFetchingNextPage}
                  onMore={() => void asked.fetchNextPage()}
                />
              </>
            )}
          </Shown>
        </Panel>
      </div>
    </Page>
  )
}

export const areaText = ({ area }: Pick<Band, 'area'>): string => area.map(({ name }) => name).join('、')

const Going = ({ row }: { row: Row }) => (
  <article className="going" data-drill={row.drill || undefined} data-state={row.state}>
    <h3>
      <Go to={`/emergency/${row.id}`}>
        {named(row.name)} {levelText(row.level)}
      </Go>
      {row.drill && (
        <span className="chip" data-tone="rights">
          {t.drill()}
        </span>
      )}
      <span className="chip" data-tone={row.state === 'active' ? 'late' : 'soon'}>
        {stateText(row.state)}
      </span>
    </h3>
    <p>{areaText(row)}</p>
    <p className="quiet-ink">{[row.number, row.chief ?? row.issuer, row.legalBasis].filter(Boolean).join(' · ')}</p>
    {row.state === 'active' && <Due dueAt={row.endsAt} lamp="green" />}
  </article>
)

const COLUMNS: Column<Row>[] = [
  { key: 'number', title: t.number(), width: 96, cell: ({ number }) => number },
  {
    key: 'kind',
    title: t.kind(),
    cell: ({ id, name, level, drill }) => (
      <>
        <Go to={`/emergency/${id}`}>
          {named(name)} {levelText(level)}
        </Go>{' '}
        {drill && (
          <span className="chip" data-tone="rights">
            {t.drill()}
          </span>
        )}
      </>
    ),
  },
  { key: 'area', title: t.area(), cell: areaText },
  { key: 'since', title: t.since(), width: 150, cell: ({ since }) => <When at={since} /> },
  {
    key: 'ended',
    title: t.ended(),
    width: 220,
    cell: ({ endedAt, whyEnded }) =>
      endedAt && (
        <>
          <When at={endedAt} /> · {whyEnded === 'expired' ? t.expired() : t.declared()}
        </>
      ),
  },
  { key: 'state', title: t.state(), width: 160, cell: ({ state }) => stateText(state) },
  {
    key: 'certificate',
    title: t.certificate(),
    width: 110,
    cell: ({ certificate }) => certificate && <Go to={`/emergency/certificates/${certificate}`}>{t.open()}</Go>,
  },
]
