import { feature } from 'topojson-client'
import { type Layer, readLayer } from './layers/layer.ts'
import { type Locator, makeLocator } from './locate.ts'

let held: Layer | undefined

/** The layer that comes with the product, read once: its files do not change while a process runs. */
export const shippedLayer = (): Layer => (held ??= readLayer())

/** Over the grids of the layer that the tree knows; undefined when it knows none. */
export function locatorOf(layer: Layer, knows: (code: string) => boolean): Locator | undefined {
  const outlines = feature(layer.topology, layer.topology.objects.grids).features.flatMap(({ id, geometry }) =>
    (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') && knows(String(id))
      ? [{ code: String(id), shape: geometry }]
      : [],
  )
  return outlines.length > 0 ? makeLocator(outlines) : undefined
}
