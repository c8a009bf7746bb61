import type { MultiPolygon, Polygon, Position } from 'geojson'

/** [lon, lat] */
export type Point = [number, number]
/** [west, south, east, north] */
export type Box = [number, number, number, number]

export const ringsOf = (shape: Polygon | MultiPolygon): Position[][] =>
  shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat()

export function boxOf(shape: Polygon | MultiPolygon): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x = 0, y = 0] of ringsOf(shape).flat()) {
    if (x < box[0]) box[0] = x
    if (y < box[1]) box[1] = y
    if (x > box[2]) box[2] = x
    if (y > box[3]) box[3] = y
  }
  return box
}

/**
 * A point for a label or a marker that is sure to lie inside: the centre of gravity of the largest part, or where that
 * falls outside (a place bent around a neighbour) the middle of the widest stretch at the same latitude.
 */
export function centreOf(shape: Polygon | MultiPolygon): Point {
  const parts = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates
  const rings = parts.reduce((best, part) => (gravity(part).area > gravity(best).area ? part : best))
  const [x, y] = gravity(rings).centre
  const cuts = crossings(rings, y)
  let widest: Point = [x, x]
  for (let at = 0; at + 1 < cuts.length; at += 2) {
    const stretch: Point = [cuts[at] ?? x, cuts[at + 1] ?? x]
    if (stretch[0] < x && x < stretch[1]) return [x, y]
    if (stretch[1] - stretch[0] > widest[1] - widest[0]) widest = stretch
  }
  return [(widest[0] + widest[1]) / 2, y]
}

/** Holes count against the area, since they wind the other way. */
function gravity(rings: readonly Position[][]): { centre: Point; area: number } {
  const [x0 = 0, y0 = 0] = rings[0]?.[0] ?? []
  let [area, x, y] = [0, 0, 0]
  for (const ring of rings)
    for (let at = 0; at + 1 < ring.length; at++) {
      const [ax, ay] = [(ring[at]?.[0] ?? 0) - x0, (ring[at]?.[1] ?? 0) - y0]
      const [bx, by] = [(ring[at + 1]?.[0] ?? 0) - x0, (ring[at + 1]?.[1] ?? 0) - y0]
      const cross = ax * by - bx * ay
      area += cross
      x += (ax + bx) * cross
      y += (ay + by) * cross
    }
  if (area === 0) return { centre: [x0, y0], area: 0 }
  return { centre: [x0 + x / (3 * area), y0 + y / (3 * area)], area: Math.abs(area) / 2 }
}

/** Longitudes at which the rings cross a latitude, from west to east; inside lies between the 1st and 2nd, 3rd and 4th. */
function crossings(rings: readonly Position[][], lat: number): number[] {
  const cuts: number[] = []
  for (const ring of rings)
    for (let at = 0; at + 1 < ring.length; at++) {
      const [ax = 0, ay = 0] = ring[at] ?? []
      const [bx = 0, by = 0] = ring[at + 1] ?? []
      if (ay <= lat !== by <= lat) cuts.push(ax + ((lat - ay) / (by - ay)) * (bx - ax))
    }
  return cuts.sort((a, b) => a - b)
}
