import { geoMercator, geoPath, type GeoProjection } from 'd3-geo'
import type { Area } from './outlines.ts'

export type Size = { width: number; height: number }
/** `x y k` moves and enlarges the fitted picture; a line keeps its width on the screen. */
export type View = { x: number; y: number; k: number }
export type Shape = {
  code: string
  name: string
  path: Path2D
  box: readonly [[number, number], [number, number]]
  middle: [number, number]
}

export const WHOLE_VIEW: View = { x: 0, y: 0, k: 1 }
const MARGIN = 14
/** Room for the zoom buttons; what is free beyond it goes to the left, where the legend stands. */
const RIGHT = 56

export function projectionFor(areas: readonly Area[], { width, height }: Size): GeoProjection {
  const all = { type: 'FeatureCollection' as const, features: areas.map((area) => area.shape) }
  const bottom = Math.max(height - MARGIN, MARGIN + 1)
  const inside: [[number, number], [number, number]] = [
    [MARGIN, MARGIN],
    [Math.max(width - RIGHT, MARGIN + 1), bottom],
  ]
  const projection = geoMercator().fitExtent(inside, all)
  const right = geoPath(projection).bounds(all)[1][0]
  const [x, y] = projection.translate()
  const free = Math.min(inside[1][0] - right, width / 6)
  return free > 0 ? projection.translate([x + free, y]) : projection
}

export function shapesOf(areas: readonly Area[], projection: GeoProjection): Shape[] {
  const draw = geoPath(projection)
  return areas.map(({ code, name, shape }) => ({
    code,
    name,
    path: new Path2D(draw(shape) ?? ''),
    box: draw.bounds(shape),
    middle: draw.centroid(shape),
  }))
}

/** Screen to picture. */
export const unview = (view: View, [x, y]: [number, number]): [number, number] => [
  (x - view.x) / view.k,
  (y - view.y) / view.k,
]
export const viewed = (view: View, [x, y]: [number, number]): [number, number] => [
  x * view.k + view.x,
  y * view.k + view.y,
]

const NEAREST = 16

/** Enlarges around a point of the screen; never smaller than the whole. */
export function zoomed(view: View, by: number, [x, y]: [number, number]): View {
  const k = Math.min(NEAREST, Math.max(1, view.k * by))
  return k === 1 ? WHOLE_VIEW : { k, x: x - ((x - view.x) * k) / view.k, y: y - ((y - view.y) * k) / view.k }
}

export function shapeAt(
  shapes: readonly Shape[],
  at: [number, number],
  context: CanvasRenderingContext2D,
): Shape | undefined {
  const [x, y] = at
  return shapes.find(
    ({ box: [[left, top], [right, bottom]], path }) =>
      x >= left && x <= right && y >= top && y <= bottom && context.isPointInPath(path, x, y),
  )
}
