import { Panel } from '#ui/console/page.tsx'
import { leftOf, movedOf, stateText } from '../parts/states.ts'
import { MovingBar, type Progress } from './figures.tsx'
import { reliefTexts as t } from './messages.ts'
import { type NumberOf, PlaceTable } from './place-table.tsx'

type Row = Progress['rows'][number]

/** The places one level below, those with the most people still in them first. */
export const Places = ({ rows }: Progress) => (
  <Panel title={t.byPlace()} flush className="relief-places">
    <PlaceTable
      caption={t.byPlace()}
      rows={rows.toSorted((a, b) => leftOf(b.states) - leftOf(a.states))}
      empty={t.noneListed()}
      bar={({ states }) => <MovingBar counts={states} />}
      numbers={numbers()}
      dropped={['state']}
    />
  </Panel>
)

const numbers = (): NumberOf<Row>[] => [
  { key: 'toMove', title: t.toMove(), value: ({ states }) => leftOf(states) + movedOf(states) },
  { key: 'listed', title: stateText('listed'), value: ({ states }) => states.listed, tone: 'soon' },
  { key: 'reached', title: stateText('reached'), value: ({ states }) => states.reached },
  { key: 'moving', title: stateText('moving'), value: ({ states }) => states.moving },
  { key: 'arrived', title: stateText('arrived'), value: ({ states }) => states.arrived },
  { key: 'refused', title: stateText('refused'), value: ({ states }) => states.refused, tone: 'late' },
  { key: 'returned', title: stateText('returned'), value: ({ states }) => states.returned },
]
