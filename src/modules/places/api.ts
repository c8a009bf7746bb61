import { type Day, dayOf } from '#kernel/clock.ts'
import { aside } from '#kernel/db.ts'
import { refuse } from '#kernel/errors.ts'
import { keyOf } from '#kernel/jobs.ts'
import type { Platform } from '#kernel/platform.ts'
import type { Tx } from '#kernel/tx.ts'
import type { Layer } from './layers/layer.ts'
import type { Locator } from './locate.ts'
import { toWgs84 } from './position.ts'
import { locatorOf, shippedLayer } from './shipped.ts'
import { insertPlaces, readPlaces, readSuccessions } from './store.ts'
import { growTree, type Tree } from './tree.ts'

export type { Tree }
export { toWgs84 }

/** Today's tree, held until a place changes or the day ends. */
export function placeTree(p: Platform): Promise<Tree> {
  const today = dayOf(p.clock.now())
  return p.cache.get(`places.tree ${today}`, () => {
    // yesterday's tree, and the maps drawn by it
    p.cache.drop('places.')
    return aside(p.db, (tx) => treeOn(tx, today))
  })
}

/** The tree as it stood or will stand on a day, as far as is decided now. */
export const treeOn = async (tx: Tx, day: Day): Promise<Tree> =>
  growTree(day, await readPlaces(tx), await readSuccessions(tx))

/**
 * Point -> grid of today's tree. Borders are those of the layer: a grid that was merged answers with what it became, one that
 * was split with its first successor, until a layer with the new borders is loaded.
 */
export async function locator(p: Platform): Promise<Locator> {
  const tree = await placeTree(p)
  const borders = await p.cache.get('layer.locator', async () =>
    locatorOf(shippedLayer(), (code) => tree.successor(code) !== undefined),
  )
  return {
    at(lon, lat) {
      const found = borders?.at(lon, lat) ?? refuse('outside_area')
      return { ...found, code: tree.successor(found.code) ?? found.code }
    },
  }
}

/** Loads the places of a layer, all valid from the layer's day; `keep` picks a part, with all its ancestors. */
export async function seedPlaces(
  tx: Tx,
  layer: Layer = shippedLayer(),
  keep: (code: string) => boolean = () => true,
): Promise<number> {
  const places = layer.places.filter(({ code }) => keep(code))
  await insertPlaces(
    tx,
    places.map(({ code, name, level, parent, kind, initials, reading, centre: [lon, lat] }) => ({
      id: keyOf(`place ${code}`),
      code,
      name,
      level,
      parent,
      kind,
      initials,
      reading,
      lon,
      lat,
      validFrom: layer.about.validFrom,
    })),
  )
  return places.length
}
