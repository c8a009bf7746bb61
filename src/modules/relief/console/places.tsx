import { useScope } from '#modules/places/parts/scope.tsx'
import { counted } from '#ui/console/figures.ts'
import { Panel } from '#ui/console/page.tsx'
import { Empty } from '#ui/console/shown.tsx'
import { type Column, Table } from '#ui/console/table.tsx'
import { leftOf, movedOf, stateText } from '../parts/states.ts'
import { MovingBar, type Progress } from './figures.tsx'
import { reliefTexts as t } from './messages.ts'

type Row = Progress['rows'][number]

/** The places one level below, those with the most people still in them first. */
export function Places({ rows }: Progress) {
  const { place, setPlace } = useScope('state')
  const sorted = rows.toSorted((a, b) => leftOf(b.states) - leftOf(a.states))
  return (
    <Panel title={t.byPlace()} flush className="relief-places">
      <Table
        caption={t.byPlace()}
        rows={sorted}
        keyOf={(row) => row.place}
        onOpen={(row) => row.place !== place && setPlace(row.place)}
        empty={<Empty text={t.noneListed()} />}
        columns={columnsOf(setPlace)}
      />
    </Panel>
  )
}

const columnsOf = (open: (code: string) => void): Column<Row>[] => [
  {
    key: 'name',
    title: t.place(),
    cell: ({ place, placeName }) => (
      <button type="button" className="link" onClick={() => open(place)}>
        {placeName}
      </button>
    ),
  },
  { key: 'bar', title: t.how(), width: 150, cell: ({ states }) => <MovingBar counts={states} /> },
  number('toMove', t.toMove(), ({ states }) => leftOf(states) + movedOf(states)),
  number('listed', stateText('listed'), ({ states }) => states.listed, 'soon'),
  number('reached', stateText('reached'), ({ states }) => states.reached),
  number('moving', stateText('moving'), ({ states }) => states.moving),
  number('arrived', stateText('arrived'), ({ states }) => states.arrived),
  number('refused', stateText('refused'), ({ states }) => states.refused, 'late'),
  number('returned', stateText('returned'), ({ states }) => states.returned),
]

const number = (key: string, title: string, value: (row: Row) => number, tone?: string): Column<Row> => ({
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
