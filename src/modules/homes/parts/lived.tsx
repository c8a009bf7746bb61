import type { PersonId } from '#modules/people/contract.ts'
import { Go } from '#ui/console/go.tsx'
import { Panel } from '#ui/console/page.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { Table } from '#ui/console/table.tsx'
import { useAsk } from '#ui/query.tsx'
import { doorText, homeTexts as t, relationText, residenceText } from '../console/messages.ts'
import { homesOfPerson } from '../contract.ts'

/** Where somebody belonged and belongs, the newest first. */
export function Lived({ person }: { person: PersonId }) {
  const asked = useAsk(homesOfPerson, { person })
  return (
    <Panel title={t.households()} flush>
      <Shown of={asked} lines={3}>
        {({ rows }) => (
          <Table
            caption={t.households()}
            rows={rows}
            keyOf={({ member }) => member}
            empty={<Empty text={t.noHome()} />}
            columns={[
              { key: 'door', title: t.door(), cell: (row) => <Go to={`/homes/${row.household}`}>{doorText(row)}</Go> },
              { key: 'relation', title: t.relation(), width: 110, cell: ({ relation }) => relationText(relation) },
              { key: 'residence', title: t.residence(), width: 80, cell: ({ residence }) => residenceText(residence) },
              { key: 'since', title: t.since(), width: 116, cell: ({ fromDay }) => fromDay },
              { key: 'until', title: t.until(), width: 116, cell: ({ untilDay }) => untilDay ?? '—' },
            ]}
          />
        )}
      </Shown>
    </Panel>
  )
}
