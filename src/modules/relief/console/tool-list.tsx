import type { ReactNode } from 'react'
import type { CallError } from '#ui/call.ts'
import { useAddress } from '#ui/console/address.ts'
import { Panel } from '#ui/console/page.tsx'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { type Column, More, Table } from '#ui/console/table.tsx'

type Pages = {
  first: object | undefined
  error: CallError | null
  isFetching: boolean
  refetch: () => unknown
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => unknown
}
type ListView = { key: string; text: ReactNode; none: string }
type ToolListProps<T> = {
  title: string
  note: string
  viewsLabel: string
  /** The first of them is what is shown without a choice. */
  views: readonly ListView[]
  view: string
  list: Pages
  rows: readonly T[]
  columns: readonly Column<T>[]
  onOpen: (row: T) => void
  aside?: ReactNode
}

/** A list of a tool in a few views; what is opened of it stands in the address as `one`. */
export function ToolList<T extends { id: string }>(props: ToolListProps<T>) {
  const { title, note, viewsLabel, views, view, list, rows, columns, onOpen, aside } = props
  const [address, change] = useAddress()
  return (
    <Panel title={title} note={note} flush>
      <div className="filters list-filters">
        <div className="filters" role="group" aria-label={viewsLabel}>
          {views.map(({ key, text }, no) => (
            <button
              key={key}
              type="button"
              className="quiet"
              aria-pressed={key === view}
              onClick={() => change({ state: no === 0 ? undefined : key, one: undefined })}
            >
              {text}
            </button>
          ))}
        </div>
        {aside}
      </div>
      <Shown of={{ ...list, data: list.first }} lines={8}>
        {() => (
          <>
            <Table
              caption={title}
              rows={rows}
              keyOf={({ id }) => id}
              active={address['one']}
              onOpen={onOpen}
              columns={columns}
              empty={<Empty text={views.find(({ key }) => key === view)?.none ?? ''} />}
            />
            <More
              shown={rows.length}
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
