import type { Drawn } from '#modules/places/parts/map-plan.ts'
import { counted } from '#ui/console/figures.ts'
import { type Column, Table } from '#ui/console/table.tsx'
import { roomTexts as t } from './messages.ts'
import type { Ground, Spot } from './situation-map.tsx'

type MapTableProps = { drawn: Drawn; values: ReadonlyMap<string, Ground>; points: readonly Spot[] }
type Row = { code: string; name: string } & Ground

/** The numbers that the map shows: places with what is left, then shelters and posts. */
export function MapTable({ drawn, values, points }: MapTableProps) {
  const rows = drawn.shaded
    .map(({ code, name }): Row => ({ code, name, ...(values.get(code) ?? { silent: 0, left: 0, doors: 0 }) }))
    .toSorted((a, b) => b.left - a.left || b.silent - a.silent || (a.code < b.code ? -1 : 1))
  return (
    <div className="room-twin">
      <Table caption={t.layer()} rows={rows} keyOf={({ code }) => code} columns={PLACES} />
      {points.length > 0 && <Table caption={t.points()} rows={points} keyOf={({ id }) => id} columns={POINTS} />}
    </div>
  )
}

const PLACES: Column<Row>[] = [
  { key: 'name', title: t.place(), cell: ({ name }) => name },
  { key: 'silent', title: t.silentColumn(), width: 90, end: true, cell: ({ silent }) => counted(silent) },
  { key: 'left', title: t.leftColumn(), width: 90, end: true, cell: ({ left }) => counted(left) },
  { key: 'doors', title: t.doorsColumn(), width: 90, end: true, cell: ({ doors }) => counted(doors) },
]
const POINTS: Column<Spot>[] = [
  { key: 'name', title: t.points(), cell: ({ name }) => name },
  { key: 'sort', title: t.place(), cell: ({ placeName }) => placeName },
  {
    key: 'free',
    title: t.free(),
    width: 150,
    end: true,
    cell: ({ sort, room, taken }) =>
      sort === 'shelter' ? `${counted(Math.max(0, room - taken))} / ${counted(room)}` : `${room - taken} / ${room}`,
  },
]
