import { millis } from '#kernel/clock.ts'
import type { OutputOf } from '#kernel/contract.ts'
import { Panel } from '#ui/console/page.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { type Column, More, Table } from '#ui/console/table.tsx'
import { exactTime } from '#ui/console/when.ts'
import { useNow } from '#ui/now.ts'
import { usePages } from '#ui/query.tsx'
import { listGlasses } from '../contract-glass.ts'
import { disclosureTexts as t } from './glass-messages.ts'
import { countdown } from './glass.tsx'

type Row = OutputOf<typeof listGlasses>['rows'][number]

/** Who broke the glass; open ones count down and turn into ended ones by themselves. */
export function Glasses() {
  const list = usePages(listGlasses, { limit: 50 })
  const now = useNow(1000)
  return (
    <Panel title={t.glasses()} note={t.glassesLead()} flush>
      <Shown of={{ ...list, data: list.first }} lines={6}>
        {() => (
          <>
            <Table
              caption={t.glasses()}
              rows={list.rows}
              keyOf={({ id }) => id}
              columns={columns(now)}
              empty={<Empty text={t.noGlass()} />}
            />
            <More
              shown={list.rows.length}
              more={list.hasNextPage}
              loading={list.isFetchingNextPage}
              onMore={() => void list.fetchNextPage()}
            />
          </>
        )}
      </Shown>
    </Panel>
  )
}

const columns = (now: number): Column<Row>[] => [
  { key: 'at', title: t.openedAt(), width: 168, cell: ({ openedAt }) => exactTime(openedAt) },
  { key: 'by', title: t.by(), width: 180, cell: ({ by }) => by ?? '—' },
  { key: 'office', title: t.office(), width: 200, cell: ({ office, place }) => office ?? place },
  {
    key: 'person',
    title: t.person(),
    width: 130,
    cell: ({ name, person }) => name ?? <code title={person}>{person.slice(-8)}</code>,
  },
  { key: 'reason', title: t.reason(), cell: ({ reason }) => <span title={reason}>{reason}</span> },
  { key: 'looks', title: t.looks(), width: 84, end: true, cell: ({ looks }) => looks },
  {
    key: 'state',
    title: t.state(),
    width: 190,
    cell: ({ closedAt, endsAt, told }) => {
      const left = closedAt === null ? millis(endsAt) - now : 0
      return (
        <span className="row">
          <span className="chip" data-tone={left > 0 ? 'late' : 'void'}>
            {left > 0 ? t.open({ time: countdown(left) }) : t.ended()}
          </span>
          {!told && (
            <span className="chip" data-tone="rights">
              {t.notTold()}
            </span>
          )}
        </span>
      )
    },
  },
]
