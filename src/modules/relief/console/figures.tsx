import type { OutputOf } from '#kernel/contract.ts'
import { counted } from '#ui/console/figures.ts'
import { EVACUEE_STATES, type EvacueeState, type evacuationProgress, type ShelterView } from '../contract-evacuation.ts'
import { leftOf, movedOf, stateText } from '../parts/states.ts'
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

export function MovingBar({ counts, thick = false }: { counts: Counts; thick?: boolean }) {
  const all = leftOf(counts) + movedOf(counts)
  return (
    <div className={thick ? 'relief-bar thick' : 'relief-bar'} aria-hidden>
      {DRAWN.map(
        (state) =>
          counts[state] > 0 && (
            <span key={state} data-state={state} style={{ width: `${(100 * counts[state]) / all}%` }} />
          ),
      )}
    </div>
  )
}

type FiguresProps = { counts: Counts; shelters: readonly ShelterView[] }

/** What remains is in the colours of a state only when there is any of it. */
export function Figures({ counts, shelters }: FiguresProps) {
  const moved = movedOf(counts)
  const free = shelters.reduce((sum, one) => sum + one.free, 0)
  return (
    <section className="panel relief-figures" aria-label={t.figures()}>
      <dl>
        <div className="relief-moved">
          <dt>
            {t.moved()} / {t.toMove()}
          </dt>
          <dd>
            {counted(moved)} <small>{t.ofAll({ count: counted(leftOf(counts) + moved) })}</small>
          </dd>
          <MovingBar counts={counts} thick />
        </div>
        <Figure name={stateText('listed')} value={counts.listed} tone="soon" />
        <Figure name={stateText('reached')} value={counts.reached} />
        <Figure name={stateText('moving')} value={counts.moving} />
        <Figure name={stateText('refused')} value={counts.refused} tone="late" />
        <Figure name={stateText('returned')} value={counts.returned} />
        <div>
          <dt>{t.beds()}</dt>
          <dd data-tone={shelters.length > 0 && free === 0 ? 'late' : undefined}>
            {counted(free)} <small>{t.ofShelters({ count: shelters.length })}</small>
          </dd>
        </div>
      </dl>
    </section>
  )
}

const Figure = ({ name, value, tone }: { name: string; value: number; tone?: 'soon' | 'late' }) => (
  <div>
    <dt>{name}</dt>
    <dd data-tone={value > 0 ? tone : undefined}>
      {counted(value)} <small>{t.people()}</small>
    </dd>
  </div>
)
