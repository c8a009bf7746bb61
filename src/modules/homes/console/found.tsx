import type { OutputOf } from '#kernel/contract.ts'
import { Go } from '#ui/console/go.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { Table } from '#ui/console/table.tsx'
import { useAsk } from '#ui/query.tsx'
import { searchHomes } from '../contract-search.ts'
import { doorText, homeTexts as t } from './messages.ts'

type Answer = OutputOf<typeof searchHomes>

/** People and doors for the words typed, beside each other. */
export function Found({ text, place }: { text: string; place: string }) {
  const asked = useAsk(searchHomes, { text, place, limit: 30 })
  return (
    <Shown of={asked} lines={8}>
      {({ residents, doors }) => (
        <div className="homes-lists">
          <People rows={residents} />
          <Doors rows={doors} />
        </div>
      )}
    </Shown>
  )
}

const BY = { name: t.by_name, phone: t.by_phone, number: t.by_number }

const People = ({ rows }: { rows: Answer['residents'] }) => (
  <section aria-label={t.foundPeople()}>
    <h2>{t.foundPeople()}</h2>
    <Table
      caption={t.foundPeople()}
      rows={rows}
      keyOf={({ id }) => id}
      empty={<Empty text={t.foundNobody()} />}
      columns={[
        { key: 'name', title: t.name(), width: 100, cell: ({ id, name }) => <Go to={`/people/${id}`}>{name}</Go> },
        {
          key: 'age',
          title: t.age(),
          width: 104,
          cell: ({ age, minor }) => (minor ? t.child() : age === null ? '—' : t.years({ n: age })),
        },
        { key: 'phone', title: t.phone(), width: 124, cell: ({ phoneMasked }) => phoneMasked ?? '—' },
        {
          key: 'door',
          title: t.door(),
          cell: ({ household, address, door }) =>
            household && address ? (
              <Go to={`/homes/${household}`}>{doorText({ address, door })}</Go>
            ) : (
              <span className="quiet-ink">{t.noHome()}</span>
            ),
        },
        { key: 'by', title: t.by(), width: 74, cell: ({ by }) => <span className="chip">{BY[by]()}</span> },
      ]}
    />
  </section>
)

const Doors = ({ rows }: { rows: Answer['doors'] }) => (
  <section aria-label={t.foundDoors()}>
    <h2>{t.foundDoors()}</h2>
    <Table
      caption={t.foundDoors()}
      rows={rows}
      keyOf={({ id, dwelling }) => `${dwelling} ${id}`}
      empty={<Empty text={t.foundNoDoor()} />}
      columns={[
        {
          key: 'door',
          title: t.door(),
          cell: (row) => <Go to={row.id ? `/homes/${row.id}` : `/dwellings/${row.dwelling}`}>{doorText(row)}</Go>,
        },
        {
          key: 'head',
          title: t.head(),
          width: 110,
          cell: ({ id, headName }) =>
            id ? (headName ?? t.noHead()) : <span className="quiet-ink">{t.emptyDoor()}</span>,
        },
        {
          key: 'members',
          title: t.members(),
          width: 80,
          end: true,
          cell: ({ members }) => (members > 0 ? t.persons({ n: members }) : '—'),
        },
      ]}
    />
  </section>
)
