import { useNavigate } from '@tanstack/react-router'
import type { OutputOf } from '#kernel/contract.ts'
import { named } from '#kernel/messages.ts'
import { useAddress } from '#ui/console/address.ts'
import { Go } from '#ui/console/go.tsx'
import { Due } from '#ui/console/moment.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { type Column, More, Table } from '#ui/console/table.tsx'
import { useNow } from '#ui/now.ts'
import { usePages } from '#ui/query.tsx'
import { myOrders } from '../contract-answers.ts'
import { answerText, TONE_OF_ANSWER } from '../parts/looks.ts'
import { orderWords } from '../parts/messages.ts'
import { numberText } from '../parts/number.ts'
import { lampOf } from './lamp.ts'
import { actTexts, listTexts as t } from './messages.ts'
import { OrderName } from './order-name.tsx'
import { ViewSwitch } from './view-switch.tsx'

type Row = OutputOf<typeof myOrders>['rows'][number]

/** Orders addressed to the acting post, and to those for whom it stands in. */
export function Received() {
  const [address, change] = useAddress()
  const open = address['all'] === undefined
  const list = usePages(myOrders, { open, limit: 50 })
  return (
    <section className="panel panel-flush" aria-label={t.view_received()}>
      <div className="panel-body">
        <div className="filters list-filters">
          <ViewSwitch />
          <label className="row">
            <input type="checkbox" checked={open} onChange={() => change({ all: open ? 'true' : undefined })} />
            {t.openOnly()}
          </label>
        </div>
        <Shown of={{ ...list, data: list.first }} lines={8}>
          {() => (
            <>
              <Rows rows={list.rows} />
              {list.hasNextPage && (
                <More
                  shown={list.rows.length}
                  more
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

function Rows({ rows }: { rows: readonly Row[] }) {
  const navigate = useNavigate()
  const now = useNow()
  return (
    <Table
      caption={t.view_received()}
      rows={rows}
      keyOf={({ id, who }) => `${id} ${who}`}
      nameOf={({ title }) => title}
      onOpen={({ id }) => void navigate({ to: `/orders/${id}` as '/', search: { mine: 'true' } as never })}
      empty={<Empty text={t.noneReceived()} />}
      columns={columns(now)}
    />
  )
}

const columns = (now: number): Column<Row>[] => [
  {
    key: 'order',
    title: t.order(),
    cell: (row) => (
      <Go to={`/orders/${row.id}`} search={{ mine: 'true' }}>
        <OrderName order={row} />
      </Go>
    ),
  },
  {
    key: 'issuer',
    title: t.issuer(),
    width: 200,
    cell: ({ issuer, number }) => (
      <div className="orders-two">
        <span>{named(issuer.name)}</span>
        <small>{numberText(number)}</small>
      </div>
    ),
  },
  {
    key: 'answer',
    title: t.answer(),
    width: 150,
    cell: ({ answer }) => (
      <span className="chip" data-tone={answer ? TONE_OF_ANSWER[answer] : 'void'}>
        {answer ? answerText(answer) : actTexts.unsaid()}
      </span>
    ),
  },
  {
    key: 'minutes',
    title: t.burden(),
    width: 130,
    cell: ({ evidence, minutes }) => (
      <div className="orders-two">
        <span>{orderWords[`evidence_${evidence}`]()}</span>
        <small>{orderWords.minutes({ n: minutes })}</small>
      </div>
    ),
  },
  {
    key: 'due',
    title: t.due(),
    width: 170,
    cell: ({ due, state }) => <Due dueAt={due} lamp={lampOf({ dueAt: due, state }, now)} />,
  },
]
