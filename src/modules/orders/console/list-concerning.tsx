import { useNavigate } from '@tanstack/react-router'
import { Select } from 'antd'
import { millis } from '#kernel/clock.ts'
import type { OutputOf } from '#kernel/contract.ts'
import { named } from '#kernel/messages.ts'
import { useAddress } from '#ui/console/address.ts'
import { counted } from '#ui/console/figures.ts'
import { Go } from '#ui/console/go.tsx'
import { Due } from '#ui/console/moment.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { type Column, More, Table } from '#ui/console/table.tsx'
import { useNow } from '#ui/now.ts'
import { usePages } from '#ui/query.tsx'
import { useSettled } from '#ui/settled.ts'
import { KINDS, listOrders } from '../contract.ts'
import { isOver, settledOf, TONE_OF_STATE } from '../parts/looks.ts'
import { orderWords } from '../parts/messages.ts'
import { numberText } from '../parts/number.ts'
import { TallyBar } from '../parts/tally-bar.tsx'
import { lampOf } from './lamp.ts'
import { ComposeLink } from './order-tabs.tsx'
import { listTexts as t } from './messages.ts'
import { OrderName } from './order-name.tsx'
import { ViewSwitch } from './view-switch.tsx'

type Row = OutputOf<typeof listOrders>['rows'][number]
const STATES = ['live', 'proposed', 'draft', 'ended', 'all'] as const

/** Orders that concern a place, or those of the own office, with how far each has come there. */
export function Concerning({ view }: { view: 'place' | 'mine' }) {
  const [address] = useAddress()
  const text = useSettled(address['text']?.trim() ?? '')
  const state = STATES.find((one) => one === address['state']) ?? 'live'
  const kind = KINDS.find((one) => one === address['kind'])
  const list = usePages(listOrders, {
    mine: view === 'mine',
    state,
    limit: 50,
    ...(kind ? { kind } : {}),
    ...(text ? { text } : {}),
  })
  return (
    <section className="panel panel-flush" aria-label={t.title()}>
      <div className="panel-body">
        <Filters state={state} kind={kind} />
        <Shown of={{ ...list, data: list.first }} lines={10}>
          {() => (
            <>
              <Rows rows={list.rows} view={view} />
              {list.rows.length > 0 && (
                <More
                  shown={list.rows.length}
                  more={list.hasNextPage}
                  loading={list.isFetchingNextPage}
                  onMore={() => void list.fetchNextPage()}
                />
              )}
            </>
          )}
        </Shown>
      </div>
    </section>
  )
}

type Chosen = { state: (typeof STATES)[number]; kind: (typeof KINDS)[number] | undefined }

function Filters({ state, kind }: Chosen) {
  const [address, change] = useAddress()
  return (
    <div className="filters list-filters">
      <ViewSwitch />
      <Select
        aria-label={t.state()}
        style={{ width: 120 }}
        value={state}
        options={STATES.map((value) => ({ value, label: t[`state_${value}`]() }))}
        onChange={(value) => change({ state: value === 'live' ? undefined : value })}
      />
      <Select
        aria-label={t.kind()}
        style={{ width: 120 }}
        value={kind ?? ''}
        options={[
          { value: '', label: t.anyKind() },
          ...KINDS.map((value) => ({ value, label: orderWords[`kind_${value}`]() })),
        ]}
        onChange={(value: string) => change({ kind: value || undefined })}
      />
      <input
        type="search"
        className="list-search orders-search"
        aria-label={t.search()}
        placeholder={t.search()}
        value={address['text'] ?? ''}
        onChange={(event) => change({ text: event.target.value || undefined })}
      />
    </div>
  )
}

function Rows({ rows, view }: { rows: readonly Row[]; view: 'place' | 'mine' }) {
  const navigate = useNavigate()
  const now = useNow()
  return (
    <Table
      caption={t.title()}
      rows={rows}
      keyOf={({ id }) => id}
      nameOf={({ title }) => title}
      onOpen={({ id }) => void navigate({ to: `/orders/${id}` as '/' })}
      empty={
        <Empty text={view === 'mine' ? t.noneMine() : t.none()}>
          <ComposeLink />
        </Empty>
      }
      columns={columns(now)}
    />
  )
}

const columns = (now: number): Column<Row>[] => [
  {
    key: 'order',
    title: t.order(),
    cell: (row) => (
      <Go to={`/orders/${row.id}`}>
        <OrderName order={row} />
      </Go>
    ),
  },
  {
    key: 'issuer',
    title: t.issuer(),
    width: 190,
    cell: ({ issuer, number }) => (
      <div className="orders-two">
        <span title={named(issuer.name)}>{named(issuer.name)}</span>
        <small>{numberText(number) ?? orderWords.unnumbered()}</small>
      </div>
    ),
  },
  { key: 'progress', title: t.progress(), width: 190, cell: ({ tally }) => tally && <Progress tally={tally} /> },
  {
    key: 'silent',
    title: t.open(),
    width: 74,
    end: true,
    cell: ({ tally, dueAt, state }) =>
      tally && (
        <span className={tally.silent > 0 && !isOver(state) && millis(dueAt) < now ? 'late-number' : ''}>
          {counted(tally.silent)}
        </span>
      ),
  },
  {
    key: 'blocked',
    title: t.blocked(),
    width: 64,
    end: true,
    cell: ({ tally }) =>
      tally && <span className={tally.blocked > 0 ? 'orders-blocked' : ''}>{counted(tally.blocked)}</span>,
  },
  {
    key: 'due',
    title: t.due(),
    width: 168,
    cell: (row) =>
      isOver(row.state) || row.state === 'draft' ? (
        <span className="chip" data-tone={TONE_OF_STATE[row.state]}>
          {orderWords[`state_${row.state}`]()}
        </span>
      ) : (
        <Due dueAt={row.dueAt} lamp={lampOf(row, now)} />
      ),
  },
]

const Progress = ({ tally }: { tally: NonNullable<Row['tally']> }) => (
  <div className="orders-progress">
    <TallyBar tally={tally} />
    <small>{t.progressOf({ done: counted(settledOf(tally)), addressed: counted(tally.addressed) })}</small>
  </div>
)
