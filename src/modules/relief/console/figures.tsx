import type { OutputOf } from '#kernel/contract.ts'
import { counted } from '#ui/console/figures.ts'
import { EVACUEE_STATES, type EvacueeState, type evacuationProgress, type ShelterView } from '../contract-evacuation.ts'
import { leftOf, movedOf, stateText } from '../parts/states.ts'
import { FigureStrip, StateBar } from './figure-strip.tsx'
import { reliefTexts as t } from './messages.ts'

export type Counts = Record<EvacueeState, number>
export type Progress = OutputOf<typeof evacuationProgress>

/** Of all places together. */
export const sumOf = ({ rows }: Progress): Counts =>
  Object.fromEntries(
    EVACUEE_STATES.map((state) => [state, rows.reduce((sum, row) => sum + row.states[state], 0)]),
  ) as Counts

/** In the order of a bar: who is safe, who is under way, who will not go; the empty end is whom nobody has told. */
const DRAWN = ['arrived', 'returned', 'moving', 'reached', 'refused'] as const

export const MovingBar = ({ counts, thick = false }: { counts: Counts; thick?: boolean }) => (
  <StateBar counts={counts} drawn={DRAWN} all={leftOf(counts) + movedOf(counts)} thick={thick} />
)

type FiguresProps = { counts: Counts; shelters: readonly ShelterView[] }

export function Figures({ counts, shelters }: FiguresProps) {
  const moved = movedOf(counts)
  const free = shelters.reduce((sum, one) => sum + one.free, 0)
  const figure = (state: EvacueeState, tone?: 'soon' | 'late') => ({
    name: stateText(state),
    value: counts[state],
    unit: t.people(),
    ...(tone ? { tone } : {}),
  })
  return (
    <FigureStrip
      label={t.figures()}
      lead={{
        name: `${t.moved()} / ${t.toMove()}`,
        value: moved,
        of: t.ofAll({ count: counted(leftOf(counts) + moved) }),
        bar: <MovingBar counts={counts} thick />,
      }}
      figures={[
        figure('listed', 'soon'),
        figure('reached'),
        figure('moving'),
        figure('refused', 'late'),
        figure('returned'),
      ]}
    >
      <div>
        <dt>{t.beds()}</dt>
        <dd data-tone={shelters.length > 0 && free === 0 ? 'late' : undefined}>
          {counted(free)} <small>{t.ofShelters({ count: shelters.length })}</small>
        </dd>
      </div>
    </FigureStrip>
  )
}
