import type { ReactNode } from 'react'
import { useScope } from '#modules/places/parts/scope.tsx'
import { counted } from '#ui/console/figures.ts'
import { Empty } from '#ui/console/shown.tsx'
import { type Column, Table } from '#ui/console/table.tsx'
import type { Tone } from './figure-strip.tsx'
import { toolTexts as t } from './tool-messages.ts'

type Placed = { place: string; placeName: string }
export type NumberOf<R> = { key: string; title: string; value: (row: R) => number; tone?: Tone }
type PlaceTableProps<R> = {
  caption: string
  rows: readonly R[]
  empty: string
  bar: (row: R) => ReactNode
  numbers: readonly NumberOf<R>[]
  /** What of the address said something of the last place. */
  dropped: readonly string[]
}

/** Places one level below, each with how far it is; a row opens the place. */
export function PlaceTable<R extends Placed>({ caption, rows, empty, bar, numbers, dropped }: PlaceTableProps<R>) {
  const { place, setPlace } = useScope(...dropped)
  const name: Column<R> = {
    key: 'name',
    title: t.place(),
    cell: (row) => (
      <button type="button" className="link" onClick={() => setPlace(row.place)}>
        {row.placeName}
      </button>
    ),
  }
  return (
    <Table
      caption={caption}
      rows={rows}
      keyOf={(row) => row.place}
      onOpen={(row) => row.place !== place && setPlace(row.place)}
      empty={<Empty text={empty} />}
      columns={[name, { key: 'bar', title: t.how(), width: 150, cell: bar }, ...numbers.map(columnOf)]}
    />
  )
}

const columnOf = <R,>({ key, title, value, tone }: NumberOf<R>): Column<R> => ({
  key,
  title,
  width: 76,
  end: true,
  cell: (row) => (
    <span className="relief-number" data-tone={value(row) > 0 ? tone : 'none'}>
      {counted(value(row))}
    </span>
  ),
})
