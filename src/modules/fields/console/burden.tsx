import type { ReactNode } from 'react'
import type { OutputOf } from '#kernel/contract.ts'
import { dayOf } from '#kernel/clock.ts'
import { named } from '#kernel/messages.ts'
import { useAddress } from '#ui/console/address.ts'
import { Shares } from '#ui/console/charts.tsx'
import { counted } from '#ui/console/figures.ts'
import { Page, Panel } from '#ui/console/page.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { type Column, Table } from '#ui/console/table.tsx'
import { useNow } from '#ui/now.ts'
import { useAsk } from '#ui/query.tsx'
import { showBurden } from '../contract-tables.ts'
import { SectionTabs } from './section-tabs.tsx'
import { burdenTexts as t, dataTexts } from './messages.ts'
import './fields.css'

type Burden = OutputOf<typeof showBurden>

/** 填报负担: per organ and form what was asked, what nobody had to be asked for, what was typed. */
export function BurdenPage() {
  const now = useNow()
  const [address, change] = useAddress()
  const month = address.month ?? dayOf(now).slice(0, 7)
  const asked = useAsk(showBurden, { month })
  const picker = (
    <label className="row">
      <span className="quiet-ink">{t.month()}</span>
      <input
        className="list-day"
        type="month"
        value={month}
        onChange={(event) => change({ month: event.target.value || undefined })}
      />
    </label>
  )
  return (
    <Page title={t.title()} section={dataTexts.section()} trail={<SectionTabs now="/burden" />}>
      <Shown of={asked} lines={10}>
        {(burden) => <Whole burden={burden} picker={picker} />}
      </Shown>
    </Page>
  )
}

const Whole = ({ burden, picker }: { burden: Burden; picker: ReactNode }) => (
  <div className="burden">
    <Sums organs={burden.organs} />
    <Panel title={t.organs()} note={t.note()} action={picker} flush>
      <Table
        caption={t.organs()}
        rows={burden.organs}
        keyOf={({ organ }) => organ}
        empty={<Empty text={t.none()} />}
        columns={organColumns()}
      />
    </Panel>
    <Panel title={t.forms()} flush>
      <Table
        caption={t.forms()}
        rows={burden.rows}
        keyOf={({ form }) => form}
        empty={<Empty text={t.none()} />}
        columns={formColumns()}
      />
    </Panel>
  </div>
)

function Sums({ organs }: { organs: Burden['organs'] }) {
  const sum = (key: 'asked' | 'known' | 'typed' | 'confirmed') => organs.reduce((all, one) => all + one[key], 0)
  const asked = sum('asked')
  const spared = asked > 0 ? Math.round((100 * sum('known')) / asked) : 0
  return (
    <section className="panel burden-sums">
      <div>
        <span>{t.asked()}</span>
        <strong>{counted(asked)}</strong>
        <span className="quiet-ink">{t.spared({ n: spared })}</span>
      </div>
      {(['known', 'typed', 'confirmed'] as const).map((key) => (
        <div key={key}>
          <span>{t[key]()}</span>
          <strong>{counted(sum(key))}</strong>
        </div>
      ))}
    </section>
  )
}

type Counted = { asked: number; known: number; typed: number; confirmed: number }
const Bar = ({ of }: { of: Counted }) => (
  <span className="burden-bar">
    <Shares
      parts={[
        { key: 'known', name: t.known(), value: of.known, tone: 'deep' },
        { key: 'confirmed', name: t.confirmed(), value: of.confirmed, tone: 'mid' },
        { key: 'typed', name: t.typed(), value: of.typed, tone: 'amber' },
        {
          key: 'rest',
          name: t.open(),
          value: Math.max(0, of.asked - of.known - of.typed - of.confirmed),
          tone: 'none',
        },
      ]}
    />
  </span>
)

const numbers = <T extends Counted>(): Column<T>[] =>
  (['asked', 'known', 'typed', 'confirmed'] as const).map((key) => ({
    key,
    title: t[key](),
    width: 126,
    end: true,
    cell: (row: T) => counted(row[key]),
  }))

const organColumns = (): Column<Burden['organs'][number]>[] => [
  { key: 'organ', title: t.organ(), cell: ({ organName }) => (organName ? named(organName) : '—') },
  { key: 'forms', title: t.formCount(), width: 70, end: true, cell: ({ forms }) => forms },
  { key: 'bar', title: '', width: 220, cell: (row) => <Bar of={row} /> },
  ...numbers<Burden['organs'][number]>(),
]
const formColumns = (): Column<Burden['rows'][number]>[] => [
  { key: 'form', title: t.form(), cell: ({ name }) => named(name) },
  { key: 'organ', title: t.organ(), width: 190, cell: ({ organName }) => (organName ? named(organName) : '—') },
  ...numbers<Burden['rows'][number]>(),
]
