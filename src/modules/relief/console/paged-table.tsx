import type { CallError } from '#ui/call.ts'
import { Empty, Shown } from '#ui/console/shown.tsx'
import { More, Table } from '#ui/console/table.tsx'

export type Pages = {
  first: object | undefined
  error: CallError | null
  isFetching: boolean
  refetch: () => unknown
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => unknown
}
type PagedTableProps<T> = Omit<Parameters<typeof Table<T>>[0], 'keyOf' | 'empty'> & { list: Pages; empty: string }

/** A list, page after page, below its heading. */
export const PagedTable = <T extends { id: string }>({ list, empty, ...table }: PagedTableProps<T>) => (
  <Shown of={{ ...list, data: list.first }} lines={8}>
    {() => (
      <>
        <Table {...table} keyOf={({ id }) => id} empty={<Empty text={empty} />} />
        <More
          shown={table.rows.length}
          more={list.hasNextPage}
          loading={list.isFetchingNextPage}
          onMore={() => void list.fetchNextPage()}
        />
      </>
    )}
  </Shown>
)
