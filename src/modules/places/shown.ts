import type { z } from 'zod'
import type { OutputOf } from '#kernel/contract.ts'
import type { Place, PlaceNames, searchPlaces } from './contract.ts'
import type { Tree, TreePlace } from './tree.ts'

type Shown = z.infer<typeof Place>

/** The fields of the contract, and no others. */
export function shownPlace(place: Omit<TreePlace, 'otherNames'>): Shown {
  const { code, level, name, parent, kind, lon, lat, validFrom, validTo } = place
  return { id: place.id as Shown['id'], code, level, name, parent, kind, lon, lat, validFrom, validTo }
}

export const shownWithPath = (tree: Tree, place: TreePlace): OutputOf<typeof searchPlaces>['rows'][number] => ({
  place: shownPlace(place),
  path: tree.path(place.code),
})

export const namesOf = ({ code, name, kind, initials, reading, otherNames }: TreePlace): PlaceNames => ({
  code,
  name,
  kind,
  initials,
  reading,
  ...(otherNames.length > 0 ? { otherNames } : {}),
})
