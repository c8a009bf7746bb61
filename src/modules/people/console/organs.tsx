import { named } from '#kernel/messages.ts'
import { PlaceSelect } from '#modules/places/parts/place-select.tsx'
import { useActing } from '#ui/console/acting.ts'
import { useAddress } from '#ui/console/address.ts'
import { Page } from '#ui/console/page.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { More, Table } from '#ui/console/table.tsx'
import { Go } from '#ui/console/go.tsx'
import { usePages } from '#ui/query.tsx'
import { useSettled } from '#ui/settled.ts'
import { listOrgans } from '../contract.ts'
import { StaffTabs } from '../parts/staff-tabs.tsx'
import { peopleTexts as t } from './messages.ts'

/** 单位: departments, command rooms, committees and who else answers for something. */
export function OrgansPage({ lineName }: { lineName: (key: string) => string }) {
  const { place: top } = useActing()
  const [address, change] = useAddress()
  const text = useSettled(address['text'] ?? '')
  const place = address['place'] ?? top
  const list = usePages(listOrgans, { place, limit: 50, ...(text ? { text } : {}) })
  return (
    <Page title={t.organs()} trail={<StaffTabs now="organs" />} className="page-fit">
      <div className="panel panel-flush">
        <div className="filters list-filters">
          <input
            className="list-search"
            type="search"
            aria-label={t.search()}
            placeholder={t.search()}
            value={address['text'] ?? ''}
            onChange={(event) => change({ text: event.target.value })}
          />
          <PlaceSelect
            label={t.place()}
            under={top}
            width={220}
            value={address['place']}
            onChange={(code) => change({ place: code ?? undefined })}
          />
        </div>
        <div className="panel-body">
          <Shown of={{ ...list, data: list.first }} lines={12}>
            {() => (
              <>
                <Table
                  caption={t.table()}
                  rows={list.rows}
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
                    { key: 'line', title: t.line(), width: 150, cell: ({ line }) => (line ? lineName(line) : '—') },
                    { key: 'place', title: t.placeCode(), width: 150, cell: ({ place: code }) => code },
                    { key: 'code', title: t.code(), width: 200, cell: ({ creditCode }) => creditCode ?? '—' },
                  ]}
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
        </div>
      </div>
    </Page>
  )
}
