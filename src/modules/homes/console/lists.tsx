import { useNavigate } from '@tanstack/react-router'
import { Go } from '#ui/console/go.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { More, Table } from '#ui/console/table.tsx'
import { usePages } from '#ui/query.tsx'
import { listDwellings, listHouseholds } from '../contract.ts'
import { doorText, homeTexts as t, kindText } from './messages.ts'
import { PlaceName } from './place-name.tsx'

const SIZE = 50
type Pages = {
  rows: readonly unknown[]
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => unknown
}
const Foot = ({ of }: { of: Pages }) => (
  <More
    shown={of.rows.length}
    more={of.hasNextPage}
    loading={of.isFetchingNextPage}
    onMore={() => void of.fetchNextPage()}
  />
)

export function HouseholdList({ place }: { place: string }) {
  const navigate = useNavigate()
  const list = usePages(listHouseholds, { place, limit: SIZE })
  return (
    <Shown of={{ ...list, data: list.first }} lines={12}>
      {() => (
        <>
          <Table
            caption={t.table()}
            rows={list.rows}
            keyOf={({ id }) => id}
            onOpen={({ id }) => void navigate({ to: `/homes/${id}` as '/' })}
            empty={<Empty text={t.none()} />}
            columns={[
              { key: 'door', title: t.door(), cell: (row) => <Go to={`/homes/${row.id}`}>{doorText(row)}</Go> },
              {
                key: 'head',
                title: t.head(),
                width: 120,
                cell: ({ headName }) => headName ?? <span className="quiet-ink">{t.noHead()}</span>,
              },
              {
                key: 'members',
                title: t.members(),
                width: 84,
                end: true,
                cell: ({ members }) => t.persons({ n: members }),
              },
              {
                key: 'away',
                title: t.away(),
                width: 84,
                end: true,
                cell: ({ away }) => (away > 0 ? t.persons({ n: away }) : '—'),
              },
              { key: 'since', title: t.since(), width: 120, cell: ({ fromDay }) => fromDay },
              { key: 'grid', title: t.grid(), width: 240, cell: (row) => <PlaceName code={row.place} /> },
            ]}
          />
          <Foot of={list} />
        </>
      )}
    </Shown>
  )
}

export function EmptyList({ place }: { place: string }) {
  const navigate = useNavigate()
  const list = usePages(listDwellings, { place, empty: true, limit: SIZE })
  return (
    <Shown of={{ ...list, data: list.first }} lines={12}>
      {() => (
        <>
          <Table
            caption={t.emptyTable()}
            rows={list.rows}
            keyOf={({ id }) => id}
            onOpen={({ id }) => void navigate({ to: `/dwellings/${id}` as '/' })}
            empty={<Empty text={t.noneEmpty()} />}
            columns={[
              { key: 'door', title: t.door(), cell: (row) => <Go to={`/dwellings/${row.id}`}>{doorText(row)}</Go> },
              { key: 'kind', title: t.kind(), width: 120, cell: ({ kind }) => kindText(kind) },
              { key: 'grid', title: t.grid(), width: 240, cell: (row) => <PlaceName code={row.place} /> },
            ]}
          />
          <Foot of={list} />
        </>
      )}
    </Shown>
  )
}
