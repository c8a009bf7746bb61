import { useParams } from '@tanstack/react-router'
import ChevronRight from 'lucide-react/icons/chevron-right'
import type { OutputOf } from '#kernel/contract.ts'
import { counted } from '#ui/console/figures.ts'
import { Go } from '#ui/console/go.tsx'
import { Page, Panel } from '#ui/console/page.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { type Column, Table } from '#ui/console/table.tsx'
import { useAsk } from '#ui/query.tsx'
import { getAfterAction } from '../contract-ending.ts'
import { dataSetText } from '../parts/certificate-messages.ts'
import { powerText } from '../parts/word-messages.ts'
import { afterTexts as t } from './after-messages.ts'
import { emergencyTexts } from './messages.ts'
import { Log } from './one-parts.tsx'
import './emergency.css'

type Report = OutputOf<typeof getAfterAction>

/** What the record says when it is over: how it was decided, who answered, what was late, which powers were used how often. */
export function AfterPage() {
  const params: { id?: string } = useParams({ strict: false })
  const id = (params.id ?? '') as Report['id']
  const found = useAsk(getAfterAction, { id })
  const trail = (
    <nav className="trail" aria-label={emergencyTexts.title()}>
      <Go to={`/emergency/${id}`}>{found.data?.number ?? emergencyTexts.title()}</Go>
      <ChevronRight size={14} aria-hidden />
      <span>{t.title()}</span>
    </nav>
  )
  return (
    <Page title={t.title()} trail={trail} className="page-fit">
      {found.error?.code === 'not_found' ? (
        <Empty text={t.missing()} />
      ) : (
        <Shown of={found} lines={10}>
          {(report) => <Sheet report={report} />}
        </Shown>
      )}
    </Page>
  )
}

const Sheet = ({ report }: { report: Report }) => (
  <div className="emergency-one after-action">
    <div className="stack">
      <Panel title={t.deciding()} note={t.madeAt()}>
        <dl className="facts">
          <dt>{t.decisions()}</dt>
          <dd>{report.decisions}</dd>
          <dt>{t.toConfirm()}</dt>
          <dd>{report.minutesToConfirm === null ? '—' : t.minutes({ n: report.minutesToConfirm })}</dd>
          <dt>{t.told()}</dt>
          <dd>{t.people({ n: counted(report.told) })}</dd>
        </dl>
      </Panel>
      <Orders of={report.orders} />
      <Late report={report} />
    </div>
    <Panel title={t.powers()} flush>
      <Table caption={t.powers()} columns={POWERS} rows={report.powers} keyOf={({ lever }) => lever} empty={null} />
    </Panel>
    <Panel title={t.sets()} flush>
      <Table
        caption={t.sets()}
        columns={SETS}
        rows={report.dataSets.filter(({ rows }) => rows > 0)}
        keyOf={({ table }) => table}
        empty={<Empty text={t.noSets()} />}
      />
    </Panel>
    <Log id={report.id} />
  </div>
)

const share = (n: number, of: number): string =>
  t.share({ n: counted(n), percent: of === 0 ? 0 : Math.round((100 * n) / of) })

const Orders = ({ of }: { of: Report['orders'] }) => (
  <Panel title={t.orders()}>
    {of === null || of.issued === 0 ? (
      <p className="quiet-ink">{t.noOrders()}</p>
    ) : (
      <dl className="facts">
        <dt>{t.issued()}</dt>
        <dd>{t.count({ n: counted(of.issued) })}</dd>
        <dt>{t.reached()}</dt>
        <dd>{t.people({ n: counted(of.reached) })}</dd>
        <dt>{t.answered()}</dt>
        <dd>{share(of.answered, of.reached)}</dd>
        <dt>{t.done()}</dt>
        <dd>{share(of.done, of.reached)}</dd>
        <dt>{t.silent()}</dt>
        <dd>{share(of.silent, of.reached)}</dd>
      </dl>
    )}
  </Panel>
)

const Late = ({ report: { reports, filingLate, reviewsLate, drill } }: { report: Report }) => (
  <Panel title={t.late()}>
    <dl className="facts">
      <dt>{t.reports()}</dt>
      <dd>{t.reportsOf(reports)}</dd>
      {!drill && (
        <>
          <dt>{t.filing()}</dt>
          <dd>{filingLate ? t.overdue() : t.inTime()}</dd>
        </>
      )}
      <dt>{t.reviews()}</dt>
      <dd>{reviewsLate}</dd>
    </dl>
  </Panel>
)

const POWERS: Column<Report['powers'][number]>[] = [
  { key: 'power', title: t.power(), cell: ({ lever }) => <strong>{powerText(lever)}</strong> },
  { key: 'holds', title: t.holds(), width: 64, end: true, cell: ({ holds }) => holds },
  { key: 'hours', title: t.hours(), width: 64, end: true, cell: ({ hours }) => counted(hours) },
  {
    key: 'used',
    title: t.used(),
    width: 110,
    end: true,
    cell: ({ used }) => (used === null ? '—' : t.usedOf({ n: counted(used) })),
  },
]

const SETS: Column<Report['dataSets'][number]>[] = [
  { key: 'set', title: t.set(), cell: ({ table }) => dataSetText(table) },
  { key: 'rows', title: t.rows(), width: 90, end: true, cell: ({ rows }) => counted(rows) },
]
