import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { MultiPolygon, Polygon } from 'topojson-specification'
import { mergeArcs } from 'topojson-client'
import type { Platform } from '#kernel/platform.ts'
import { placeTree } from './api.ts'
import { levelOf } from './contract.ts'
import { countyMap, type MapTopology, overviewMap, townshipMap } from './layers/extract.ts'
import type { LayerTopology, Outlines } from './layers/layer.ts'
import { shippedLayer } from './shipped.ts'
import type { Tree } from './tree.ts'

/** One map as it is served: TopoJSON, compressed once, with the tag of its content. */
export type OutlineFile = { etag: string; plain: Buffer; gzip: Buffer; brotli: Buffer }

/**
 * `overview`, `county-330802` or `township-330802213`; undefined for any other name. Held until a place changes or the day
 * ends. Places that were merged are drawn as one under their new code and name; one that was split is drawn whole, as its
 * first successor, until a layer with the new borders is loaded.
 */
export async function outline(p: Platform, name: string): Promise<OutlineFile | undefined> {
  const tree = await placeTree(p)
  const cut = cutOf(name, tree)
  if (!cut) return undefined
  return p.cache.get(`places.outline ${name}`, async () => {
    const topology = await p.cache.get('places.outlines', async () => redrawn(shippedLayer().topology, tree))
    return packed(cut(topology))
  })
}

function cutOf(name: string, tree: Tree): ((all: LayerTopology) => MapTopology) | undefined {
  if (name === 'overview') return overviewMap
  const [, level, code = ''] = /^(county|township)-(\d+)$/.exec(name) ?? []
  if (!level || levelOf(code) !== level || !tree.get(code)) return undefined
  return level === 'county' ? (all) => countyMap(all, code) : (all) => townshipMap(all, code)
}

/** The layer under today's codes and names. */
export function redrawn(layer: LayerTopology, tree: Tree): LayerTopology {
  const redraw = (outlines: Outlines): Outlines => {
    const shapes = outlines.geometries.flatMap((shape) =>
      shape.type === 'Polygon' || shape.type === 'MultiPolygon' ? [shape] : [],
    )
    const groups = Map.groupBy(shapes, (shape) => tree.successor(String(shape.id)))
    return {
      type: 'GeometryCollection',
      geometries: [...groups].flatMap(([code, parts]) =>
        code === undefined ? [] : [{ ...united(layer, parts), id: code, properties: { name: tree.nameOf(code) } }],
      ),
    }
  }
  const { counties, townships, villages, grids } = layer.objects
  return {
    ...layer,
    objects: {
      counties: redraw(counties),
      townships: redraw(townships),
      villages: redraw(villages),
      grids: redraw(grids),
    },
  }
}

type Shape = Polygon<{ name: string }> | MultiPolygon<{ name: string }>

function united(layer: LayerTopology, parts: readonly Shape[]): Polygon | MultiPolygon {
  const [only] = parts
  return only && parts.length === 1 ? only : mergeArcs(layer, [...parts])
}

const compress = { gzip: promisify(gzip), brotli: promisify(brotliCompress) }

async function packed(map: MapTopology): Promise<OutlineFile> {
  const plain = Buffer.from(JSON.stringify(map))
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
  const brotli = compress.brotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
  return { etag, plain, gzip: await compress.gzip(plain, { level: 9 }), brotli: await brotli }
}
