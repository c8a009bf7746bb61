import type { ReactNode } from 'react'
import { mapTexts as t } from './messages.ts'
import { rampFor } from './ramp.ts'

/** What the shades and the points mean; shown with every map. */
export function Legend({
  title,
  steps,
  most,
  points,
  children,
}: {
  title: string
  steps: readonly number[]
  most: number
  points: boolean
  /** What the points mean where they are of kinds of their own. */
  children?: ReactNode
}) {
  const colours = rampFor(steps)
  return (
    <div className="map-legend">
      <div>{title}</div>
      <ul className="map-ramp">
        {steps.map((from, at) => (
          <li key={from}>
            <span className="map-swatch" style={{ background: colours[at] }} />
            {rangeText(from, (steps[at + 1] ?? most + 1) - 1)}
          </li>
        ))}
        {steps.length === 0 && <li>{t.nothing()}</li>}
      </ul>
      {points && (
        <ul className="map-marks">
          <li data-mark="late">{t.late()}</li>
          <li data-mark="soon">{t.soon()}</li>
          <li data-mark="work">{t.work()}</li>
        </ul>
      )}
      {children}
    </div>
  )
}

const rangeText = (from: number, to: number): string => (from >= to ? String(from) : `${from}–${to}`)
