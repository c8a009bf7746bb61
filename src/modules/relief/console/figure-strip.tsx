import type { ReactNode } from 'react'
import { counted } from '#ui/console/figures.ts'

export type Tone = 'soon' | 'late'
export type Figure = { name: string; value: number; unit?: string; tone?: Tone }
type Lead = { name: string; value: number; of: string; bar: ReactNode }

/** What remains is in the colours of a state only when there is any of it. */
export const FigureStrip = ({
  label,
  lead,
  figures,
  children,
}: {
  label: string
  lead: Lead
  figures: readonly Figure[]
  children?: ReactNode
}) => (
  <section className="panel relief-figures" aria-label={label}>
    <dl>
      <div className="relief-lead">
        <dt>{lead.name}</dt>
        <dd>
          {counted(lead.value)} <small>{lead.of}</small>
          {lead.bar}
        </dd>
      </div>
      {figures.map(({ name, value, unit, tone }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd data-tone={value > 0 ? tone : undefined}>
            {counted(value)} <small>{unit}</small>
          </dd>
        </div>
      ))}
      {children}
    </dl>
  </section>
)

/** Parts of a whole in the order of their colours; what is left of it stays empty. */
export function StateBar<S extends string>({
  counts,
  drawn,
  all,
  thick = false,
}: {
  counts: Record<S, number>
  drawn: readonly S[]
  all: number
  thick?: boolean
}) {
  return (
    <div className={thick ? 'relief-bar thick' : 'relief-bar'} aria-hidden>
      {drawn.map(
        (state) =>
          counts[state] > 0 && (
            <span key={state} data-state={state} style={{ width: `${(100 * counts[state]) / Math.max(all, 1)}%` }} />
          ),
      )}
    </div>
  )
}

type StateFiguresProps<S extends string> = {
  label: string
  done: string
  of: (all: string) => string
  unit: string
  counts: Record<S, number>
  left: number
  bar: ReactNode
  text: (state: S) => string
  /** Which states are counted, in this order, and which of them are a concern. */
  states: readonly (readonly [state: S, tone?: Tone])[]
  more: Figure
}

/** How far a list is: what is done of all, and what was found. */
export function StateFigures<S extends string>(props: StateFiguresProps<S>) {
  const { label, done, of, unit, counts, left, bar, text, states, more } = props
  const all = (Object.values(counts) as number[]).reduce((sum, count) => sum + count, 0)
  return (
    <FigureStrip
      label={label}
      lead={{ name: done, value: all - left, of: of(counted(all)), bar }}
      figures={[
        ...states.map(([state, tone]) => ({
          name: text(state),
          value: counts[state],
          unit,
          ...(tone ? { tone } : {}),
        })),
        { ...more, unit },
      ]}
    />
  )
}
