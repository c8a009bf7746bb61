import { readFileSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'
import { feature, mergeArcs } from 'topojson-client'
import type { MultiPolygon, Polygon } from 'geojson'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { z } from 'zod'
import { DayText, Names } from '#kernel/contract.ts'
import { ancestorAt, type Level, levelOf, LEVELS, parentOf } from '#modules/places/contract.ts'
import { gridNames, type PlaceNames, placeNames } from './naming.ts'
import { type Box, boxOf, centreOf, type Point } from './shape.ts'

/**
 * 底图图层: a folder with layer.json, places.tsv and grids.topojson.br. Only the grids are stored; every higher outline
 * is the union of its grids, so no two levels can disagree about a border.
 */
export const DEMO_LAYER = new URL('./quzhou-demo/', import.meta.url)

/** The approval number is required: no map may be shown without one, or without saying that it has none (地图管理条例). */
const About = z.object({
  name: Names,
  source: z.string().min(1),
  licence: z.string().min(1),
  validFrom: DayText,
  notice: Names,
  mapApprovalNumber: Names,
  gridName: z.string().includes('{village}').includes('{number}'),
})
export type LayerAbout = z.infer<typeof About>

export type LayerPlace = {
  code: string
  name: string
  level: Level
  parent: string | null
  /** city, district, county, county_city, subdistrict, town, township, village, community, other, grid */
  kind: string
  /** First letters of the reading, 余东村 -> ydc */
  initials: string
  /** Whole reading without tones, 余东村 -> yudongcun */
  reading: string
  english: string
  /** [lon, lat], always inside the place */
  centre: Point
  /** [west, south, east, north] */
  bbox: Box
}

const OBJECTS = ['counties', 'townships', 'villages', 'grids'] as const
export type LayerObject = (typeof OBJECTS)[number]
export type Outlines = GeometryCollection<{ name: string }>
export type LayerTopology = Topology<Record<LayerObject, Outlines>>
export type Layer = { about: LayerAbout; places: LayerPlace[]; topology: LayerTopology }

type Row = { code: string; name: string; kind: string; grids: number }
type Stored = Topology<{ grids: GeometryCollection }>

/** Reads and checks a layer: about 0.4 s for a city. Throws with the reason when the folder is not a layer. */
export function readLayer(folder: URL = DEMO_LAYER): Layer {
  const about = About.parse(JSON.parse(readFileSync(new URL('layer.json', folder), 'utf8')))
  const rows = withGrids(parseRows(readFileSync(new URL('places.tsv', folder), 'utf8')), about.gridName)
  const packed = readFileSync(new URL('grids.topojson.br', folder))
  const topology = withLevels(JSON.parse(brotliDecompressSync(packed).toString('utf8')) as Stored, rows)
  return { about, places: describe(rows, topology), topology }
}

function parseRows(text: string): Row[] {
  const [head, ...lines] = text.trimEnd().split('\n')
  if (head !== 'code\tname\tkind\tgrids')
    throw new Error('places.tsv: the first line must name code, name, kind and grids')
  return lines.map((line) => {
    const [code = '', name = '', kind = '', grids = ''] = line.split('\t')
    return { code, name, kind, grids: Number(grids) }
  })
}

/** Grids are numbered from 1 inside their village, so the number of them says it all. */
const withGrids = (rows: readonly Row[], pattern: string): Row[] =>
  rows.concat(
    rows.flatMap(({ code, name, grids }) =>
      Array.from({ length: grids }, (_, at) => ({
        code: code + String(at + 1).padStart(3, '0'),
        name: pattern.replace('{village}', name).replace('{number}', String(at + 1)),
        kind: 'grid',
        grids: 0,
      })),
    ),
  )

function withLevels(stored: Stored, rows: readonly Row[]): LayerTopology {
  const names = new Map(rows.map((row) => [row.code, row.name]))
  const grids = stored.objects.grids.geometries.flatMap((shape) =>
    shape.type === 'Polygon' || shape.type === 'MultiPolygon' ? [shape] : [],
  )
  const named = (id: string) => ({ id, properties: { name: names.get(id) ?? id } })
  const unions = (level: Level): Outlines => ({
    type: 'GeometryCollection',
    geometries: [...Map.groupBy(grids, (grid) => ancestorAt(String(grid.id), level))].map(([code, parts]) => ({
      ...mergeArcs(stored, parts),
      ...named(code),
    })),
  })
  return {
    ...stored,
    objects: {
      counties: unions('county'),
      townships: unions('township'),
      villages: unions('village'),
      grids: { type: 'GeometryCollection', geometries: grids.map((grid) => ({ ...grid, ...named(String(grid.id)) })) },
    },
  }
}

function describe(rows: readonly Row[], topology: LayerTopology): LayerPlace[] {
  const shapes = outlineOf(topology)
  const named = new Map<string, PlaceNames>()
  return rows.map(({ code, name, kind }) => {
    const shape = shapes(code)
    if (!shape) throw new Error(`grids.topojson: no outline for ${code}`)
    const parent = parentOf(code) ?? null
    const village = kind === 'grid' ? named.get(parent ?? '') : undefined
    const names = village ? gridNames(village, Number(code.slice(-3))) : placeNames(name, kind)
    named.set(code, names)
    return {
      code,
      name,
      level: levelOf(code),
      kind,
      parent,
      ...names,
      centre: centreOf(shape),
      bbox: boxOf(shape),
    }
  })
}

/** GeoJSON outline of any place of the layer by its code; the city is all its counties. */
export function outlineOf(topology: LayerTopology): (code: string) => Polygon | MultiPolygon | undefined {
  const known = new Map<string, Polygon | MultiPolygon>()
  for (const name of OBJECTS)
    for (const { id, geometry } of feature(topology, topology.objects[name]).features)
      if (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') known.set(String(id), geometry)
  const counties = topology.objects.counties.geometries.map(({ id }) => known.get(String(id)))
  const coordinates = counties.flatMap((county) =>
    county?.type === 'Polygon' ? [county.coordinates] : (county?.coordinates ?? []),
  )
  return (code) => (levelOf(code) === LEVELS[0] ? { type: 'MultiPolygon', coordinates } : known.get(code))
}
