import { type ReactNode, useState } from 'react'
import { counted } from './figures.ts'
import { consoleTexts as t } from './messages.ts'

/** A line without axes: the shape of a day or a month. The numbers stand beside it in words. */
export function Sparkline({
  values,
  width = 168,
  height = 26,
}: {
  values: readonly number[]
  width?: number
  height?: number
}) {
  const most = Math.max(...values, 1)
  const step = values.length > 1 ? (width - 8) / (values.length - 1) : 0
  const at = values.map((value, i) => [4 + i * step, height - 4 - ((height - 8) * value) / most] as const)
  const last = at.at(-1)
  return (
    <svg className="sparkline" width={width} height={height} aria-hidden>
      <polyline points={at.map((point) => point.join()).join(' ')} />
      {last && <circle cx={last[0]} cy={last[1]} r={3} />}
    </svg>
  )
}

export type Part = { key: string; name: string; value: number; tone: string }

/** One bar in parts, each named with its share underneath by the caller. */
export function Shares({ parts }: { parts: readonly Part[] }) {
  const whole = parts.reduce((sum, part) => sum + part.value, 0)
  return (
    <div className="shares" aria-hidden>
      {parts.map(
        ({ key, value, tone }) => value > 0 && <span key={key} data-tone={tone} style={{ flexGrow: value / whole }} />,
      )}
    </div>
  )
}

export type Meter = { key: string; name: ReactNode; value: number; text?: string }

/** Bars under one another against the largest; name and number are text, so no twin is needed. */
export function Meters({ rows, tone = 'soon' }: { rows: readonly Meter[]; tone?: string }) {
  const most = Math.max(...rows.map(({ value }) => value), 1)
  return (
    <ul className="meters">
      {rows.map(({ key, name, value, text }) => (
        <li key={key}>
          <span className="meters-name">{name}</span>
          <span className="meters-bar" aria-hidden>
            <span data-tone={tone} style={{ width: `${(100 * value) / most}%` }} />
          </span>
          <span className="meters-value">{text ?? counted(value)}</span>
        </li>
      ))}
    </ul>
  )
}

/** A picture and its table: one is shown, the other a button away. */
export function Twin({
  picture,
  table,
  children,
}: {
  picture: ReactNode
  table: ReactNode
  children: (toggle: ReactNode, shown: ReactNode) => ReactNode
}) {
  const [asTable, setAsTable] = useState(false)
  const toggle = (
    <button type="button" className="link" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
      {asTable ? t.asPicture() : t.asTable()}
    </button>
  )
  return children(toggle, asTable ? table : picture)
}
