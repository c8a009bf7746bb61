import type { Arc, ArcIndexes, Polygon, MultiPolygon, Topology } from 'topojson-specification'
import type { LayerObject, LayerTopology, Outlines } from './layer.ts'
import { simplify } from './simplify.ts'

export type MapTopology = Topology<Record<string, Outlines>>
type Shape = Polygon<{ name: string }> | MultiPolygon<{ name: string }>
type Picked = Record<string, Shape[]>

/** counties and townships of the city, for a map of the whole. */
export const overviewMap = (all: LayerTopology): MapTopology =>
  compact(all, { counties: pick(all, 'counties', ''), townships: pick(all, 'townships', '') }, 60)

/** townships and villages of one county. */
export const countyMap = (all: LayerTopology, county: string): MapTopology =>
  compact(all, { townships: pick(all, 'townships', county), villages: pick(all, 'villages', county) }, 20)

/** villages and grids of one township, as exact as the layer. */
export const townshipMap = (all: LayerTopology, township: string): MapTopology =>
  compact(all, { villages: pick(all, 'villages', township), grids: pick(all, 'grids', township) }, 0)

const pick = (all: LayerTopology, name: LayerObject, under: string): Shape[] =>
  all.objects[name].geometries.flatMap((shape) =>
    (shape.type === 'Polygon' || shape.type === 'MultiPolygon') && String(shape.id).startsWith(under)
      ? [{ ...shape, properties: { name: shape.properties?.name ?? '' } }]
      : [],
  )

/**
 * A small topology of some shapes. Arcs of the full layer end wherever two grids part; here arcs that only follow one
 * another are joined into one line between junctions of the shapes that are left, then each line is simplified once,
 * so neighbours keep sharing it and neither gaps nor overlaps arise.
 */
function compact(all: LayerTopology, picked: Picked, metres: number): MapTopology {
  const { scale, translate } = all.transform ?? { scale: [1, 1], translate: [0, 0] }
  const lat = translate[1] + scale[1] * 16_384
  const raster = { metresX: scale[0] * 111_320 * Math.cos((lat * Math.PI) / 180), metresY: scale[1] * 110_574 }
  const lines = joinLines(all.arcs, Object.values(picked).flat())
  const objects = Object.entries(picked).map(([name, shapes]): [string, Outlines] => [
    name,
    { type: 'GeometryCollection', geometries: shapes.map((shape) => reshape(shape, lines.through)) },
  ])
  const arcs = lines.found.map((line) => delta(metres ? simplify(line, metres, raster) : line))
  return { type: 'Topology', transform: { scale, translate }, objects: Object.fromEntries(objects), arcs }
}

const reshape = (shape: Shape, through: (ring: ArcIndexes) => ArcIndexes): Shape =>
  shape.type === 'Polygon'
    ? { ...shape, arcs: shape.arcs.map(through) }
    : { ...shape, arcs: shape.arcs.map((part) => part.map(through)) }

/** Lines as absolute points, and what a ring of arcs becomes as a ring of lines. */
type Lines = { found: number[][]; through: (ring: ArcIndexes) => ArcIndexes }

function joinLines(arcs: readonly Arc[], shapes: readonly Shape[]): Lines {
  const points = new Map<number, number[]>()
  const pointsOf = (arc: number): number[] => {
    const forward = points.get(arc < 0 ? ~arc : arc) ?? absolute(arcs[arc < 0 ? ~arc : arc] ?? [])
    points.set(arc < 0 ? ~arc : arc, forward)
    return arc < 0 ? backwards(forward) : forward
  }
  const startOf = (arc: number): string => pointsOf(arc).slice(0, 2).join()
  const rings = shapes.flatMap((shape) => (shape.type === 'Polygon' ? shape.arcs : shape.arcs.flat()))
  const junction = junctionsOf(rings, startOf)
  const [found, known] = [[] as number[][], new Map<string, number>()]

  const lineOf = (chain: readonly number[]): number => {
    const reversed = chain.toReversed().map((arc) => ~arc)
    const forward = known.get(chain.join())
    if (forward !== undefined) return forward
    const backward = known.get(reversed.join())
    if (backward !== undefined) return ~backward
    known.set(chain.join(), found.length)
    return found.push(chain.flatMap((arc, at) => pointsOf(arc).slice(at ? 2 : 0))) - 1
  }
  return { found, through: (ring) => chainsOf(ring, (arc) => junction(startOf(arc))).map(lineOf) }
}

/** A point where other than two arcs end is a junction: a line may not run across it. */
function junctionsOf(rings: readonly ArcIndexes[], startOf: (arc: number) => string): (point: string) => boolean {
  const ends = new Map<string, number>()
  for (const arc of new Set(rings.flat().map((each) => (each < 0 ? ~each : each))))
    for (const point of [startOf(arc), startOf(~arc)]) ends.set(point, (ends.get(point) ?? 0) + 1)
  return (point) => ends.get(point) !== 2
}

/** Cuts a ring at its junctions. A ring without one starts at its lowest arc, so that both its sides cut it alike. */
function chainsOf(ring: ArcIndexes, startsAtJunction: (arc: number) => boolean): number[][] {
  const first = ring.findIndex(startsAtJunction)
  if (first < 0) return [fromLowest(ring)]
  const chains: number[][] = []
  for (const arc of [...ring.slice(first), ...ring.slice(0, first)]) {
    if (startsAtJunction(arc)) chains.push([])
    chains.at(-1)?.push(arc)
  }
  return chains
}

function fromLowest(ring: ArcIndexes): number[] {
  const plain = ring.map((arc) => (arc < 0 ? ~arc : arc))
  const at = plain.indexOf(Math.min(...plain))
  // Walked backwards, the lowest arc must come last for the reversed chain to start with it.
  const turn = (ring[at] ?? 0) < 0 ? at + 1 : at
  return [...ring.slice(turn), ...ring.slice(0, turn)]
}

function absolute(arc: Arc): number[] {
  let [x, y] = [0, 0]
  return arc.flatMap(([dx = 0, dy = 0]) => [(x += dx), (y += dy)])
}

const backwards = (line: readonly number[]): number[] =>
  Array.from({ length: line.length }, (_, at) => line[line.length - 2 - at + 2 * (at % 2)] ?? 0)

function delta(line: readonly number[]): Arc {
  const steps: Arc = []
  for (let at = 0; at < line.length; at += 2)
    steps.push([(line[at] ?? 0) - (line[at - 2] ?? 0), (line[at + 1] ?? 0) - (line[at - 1] ?? 0)])
  return steps
}
