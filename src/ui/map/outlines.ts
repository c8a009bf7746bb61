import type { Feature, MultiPolygon, Polygon } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { CallError } from '#ui/call.ts'

export type Area = { code: string; name: string; shape: Feature<Polygon | MultiPolygon> }
/** Areas by the name of their object: counties, townships, villages, grids. */
export type Outlines = Record<string, Area[]>
type Stored = Topology<Record<string, GeometryCollection<{ name: string }>>>

const known = new Map<string, Promise<Outlines>>()

/** Outlines do not change while a page is open, so each file is fetched once. */
export function loadOutlines(url: string): Promise<Outlines> {
  const found = known.get(url)
  if (found) return found
  const coming = fetchOutlines(url).catch((error: unknown) => {
    known.delete(url)
    throw error
  })
  known.set(url, coming)
  return coming
}

async function fetchOutlines(url: string): Promise<Outlines> {
  const response = await fetch(url, { credentials: 'same-origin' }).catch(() => undefined)
  if (!response) throw new CallError('offline')
  if (!response.ok) throw new CallError(response.status === 404 ? 'not_found' : 'unavailable')
  return areasOf((await response.json()) as Stored)
}

const areasOf = (topology: Stored): Outlines =>
  Object.fromEntries(
    Object.entries(topology.objects).map(([name, collection]) => [
      name,
      feature(topology, collection).features.flatMap(({ id, properties, geometry }) =>
        geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'
          ? [
              {
                code: String(id),
                name: properties.name,
                shape: { type: 'Feature' as const, properties: null, geometry },
              },
            ]
          : [],
      ),
    ]),
  )
