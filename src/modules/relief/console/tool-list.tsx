import type { ReactNode } from 'react'
import { useAddress } from '#ui/console/address.ts'
import { Panel } from '#ui/console/page.tsx'
import type { Column } from '#ui/console/table.tsx'
import { type Pages, PagedTable } from './paged-table.tsx'

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
      <PagedTable
        caption={title}
        list={list}
        rows={rows}
        active={address['one']}
        onOpen={onOpen}
        columns={columns}
        empty={views.find(({ key }) => key === view)?.none ?? ''}
      />
    </Panel>
  )
}
