import { useSize } from '#ui/map/canvas.ts'

export type Bar = { key: string; label: string; bar: number; line: number | null }
const LEFT = 40
const BOTTOM = 22
const TOP = 12

/** Bars and one line over the same hours or days. The caller gives the table twin. */
export function Bars({
  rows,
  barName,
  lineName,
  every,
}: {
  rows: readonly Bar[]
  barName: string
  lineName: string
  every: number
}) {
  const [box, { width, height }] = useSize()
  const most = niceTop(Math.max(...rows.flatMap(({ bar, line }) => [bar, line ?? 0]), 1))
  const slot = (width - LEFT - 8) / Math.max(rows.length, 1)
  const x = (at: number) => LEFT + slot * (at + 0.5)
  const y = (value: number) => TOP + (height - TOP - BOTTOM) * (1 - value / most)
  const drawn = rows.flatMap(({ line }, at) => (line === null ? [] : [[x(at), y(line)] as const]))
  const end = drawn.at(-1)
  return (
    <div ref={box} className="bars">
      {width > 0 && (
        <svg width={width} height={height} aria-hidden>
          {[0, 1, 2, 3].map((at) => (
            <g key={at}>
              <line className="bars-grid" x1={LEFT} x2={width} y1={y((most * at) / 3)} y2={y((most * at) / 3)} />
              <text x={LEFT - 8} y={y((most * at) / 3) + 4} textAnchor="end">
                {Math.round((most * at) / 3)}
              </text>
            </g>
          ))}
          {rows.map(({ key, label, bar }, at) => (
            <g key={key}>
              <rect
                className="bars-bar"
                x={x(at) - slot * 0.31}
                width={slot * 0.62}
                y={y(bar)}
                height={Math.max(0, y(0) - y(bar))}
                rx={2}
              />
              {at % every === 0 && (
                <text x={x(at)} y={height - 5} textAnchor="middle">
                  {label}
                </text>
              )}
            </g>
          ))}
          <polyline className="bars-line" points={drawn.map((point) => point.join()).join(' ')} />
          {end && <circle className="bars-end" cx={end[0]} cy={end[1]} r={3.5} />}
        </svg>
      )}
      <ul className="bars-key">
        <li data-key="bar">{barName}</li>
        <li data-key="line">{lineName}</li>
      </ul>
    </div>
  )
}

/** A top that three even steps divide into whole numbers. */
function niceTop(most: number): number {
  const scale = 10 ** Math.max(0, Math.floor(Math.log10(most)) - 1)
  return Math.ceil(most / (3 * scale)) * 3 * scale
}
