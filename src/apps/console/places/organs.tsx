import { named } from '#kernel/messages.ts'
import { peopleTexts as t } from '#modules/people/console/messages.ts'
import { listOrgans } from '#modules/people/contract.ts'
import { Panel } from '#ui/console/page.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { Table } from '#ui/console/table.tsx'
import { Go } from '#ui/console/go.tsx'
import { useAsk } from '#ui/query.tsx'

/** Organs of the place and below it, the first few. */
export function Organs({ place }: { place: string }) {
  const found = useAsk(listOrgans, { place, limit: 12 })
  const all = (
    <Go to="/organs" search={{ place }}>
      {t.organs()}
    </Go>
  )
  return (
    <Panel title={t.organs()} action={all} flush>
      <Shown of={found} lines={3}>
        {({ rows }) => (
          <Table
            caption={t.table()}
            rows={rows}
            keyOf={({ id }) => id}
            empty={<Empty text={t.none()} />}
            columns={[
              {
                key: 'name',
                title: t.name(),
                cell: ({ id, name }) => (
                  <Go to="/posts" search={{ organ: id }}>
                    {named(name)}
                  </Go>
                ),
              },
              { key: 'kind', title: t.kind(), width: 150, cell: ({ kind }) => t[`kind_${kind}`]() },
              { key: 'place', title: t.placeCode(), width: 150, cell: ({ place: code }) => code },
            ]}
          />
        )}
      </Shown>
    </Panel>
  )
}
