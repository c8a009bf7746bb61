/** A line on the integer raster of a topology, x0 y0 x1 y1 … */
export type Line = readonly number[]
export type Raster = { metresX: number; metresY: number }

/**
 * Douglas-Peucker: drops points that lie within `metres` of the line that remains. Both ends stay, so lines that meet
 * still meet. A closed line keeps at least a triangle: it is cut at the two points farthest from its start.
 */
export function simplify(line: Line, metres: number, raster: Raster): number[] {
  const last = line.length / 2 - 1
  const keep = new Uint8Array(last + 1)
  keep[0] = keep[last] = 1
  const span = spanOn(line, raster)
  const cut = (from: number, to: number, least: number): number => {
    const { at, far } = farthest(span, from, to)
    if (at <= from || far <= least) return -1
    keep[at] = 1
    return at
  }
  const waiting: [number, number][] = []
  if (line[0] === line[2 * last] && line[1] === line[2 * last + 1] && last > 3) {
    const half = cut(0, last, -1)
    waiting.push([0, half], [half, last])
    if (cut(0, half, -1) < 0) cut(half, last, -1)
  } else waiting.push([0, last])
  for (let part = waiting.pop(); part; part = waiting.pop()) {
    const at = cut(part[0], part[1], metres)
    if (at >= 0) waiting.push([part[0], at], [at, part[1]])
  }
  return line.filter((_, at) => keep[at >> 1])
}

/** Distance in metres of point `at` from the segment between points `from` and `to`. */
type Span = (at: number, from: number, to: number) => number

function spanOn(line: Line, { metresX, metresY }: Raster): Span {
  const x = (at: number): number => (line[2 * at] ?? 0) * metresX
  const y = (at: number): number => (line[2 * at + 1] ?? 0) * metresY
  return (at, from, to) => {
    const [dx, dy] = [x(to) - x(from), y(to) - y(from)]
    const [px, py] = [x(at) - x(from), y(at) - y(from)]
    const long = dx * dx + dy * dy
    const along = long === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / long))
    return Math.hypot(px - along * dx, py - along * dy)
  }
}

function farthest(span: Span, from: number, to: number): { at: number; far: number } {
  let [at, far] = [from, -1]
  for (let i = from + 1; i < to; i++) {
    const distance = span(i, from, to)
    if (distance > far) [at, far] = [i, distance]
  }
  return { at, far }
}
