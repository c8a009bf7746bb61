import type { OutputOf } from '#kernel/contract.ts'
import type { getPlace, listNames, Place, PlaceNames, searchPlaces } from '../contract.ts'
import { levelOf, parentOf } from '../contract.ts'
import { searchTree, type Wanted } from '../search.ts'

type Names = OutputOf<typeof listNames>
type Known = Place & { initials: string; reading: string; otherNames: readonly string[] }

/**
 * The tree as far as a phone took it along. Places go by their code there: their ids, days and points stay with the server,
 * and nothing that a phone writes names one.
 */
export type CarriedTree = { all(): readonly Known[]; ever(code: string): Known | undefined }

const EVER = '0001-01-01'
const known = ({ code, name, kind, initials, reading, otherNames = [] }: PlaceNames): Known => ({
  code,
  name,
  kind,
  initials,
  reading,
  otherNames,
  id: '' as Place['id'],
  level: levelOf(code),
  parent: parentOf(code) ?? null,
  lon: null,
  lat: null,
  validFrom: EVER,
  validTo: null,
})

export function treeOf({ above, rows }: Names): CarriedTree {
  const below = rows.map(known)
  const all = new Map([...above.map(known), ...below].map((place) => [place.code, place]))
  return { all: () => below, ever: (code) => all.get(code) }
}

const pathIn = (tree: CarriedTree, code: string) => {
  const path: { code: string; name: string; level: Place['level'] }[] = []
  for (let at: string | undefined = code; at !== undefined; at = parentOf(at)) {
    const place = tree.ever(at)
    if (place) path.unshift({ code: at, name: place.name, level: place.level })
  }
  return path
}

/** As `places.search` answers. */
export const searchCarried = (tree: CarriedTree, wanted: Wanted): OutputOf<typeof searchPlaces> => ({
  rows: searchTree(tree, wanted).map((place) => ({ place: shown(place), path: pathIn(tree, place.code) })),
})

/** As `places.get` answers; undefined: not of this county. */
export function placeCarried(tree: CarriedTree, code: string): OutputOf<typeof getPlace> | undefined {
  const place = tree.ever(code)
  if (!place) return undefined
  const children = tree.all().filter(({ parent }) => parent === code)
  return {
    place: shown(place),
    path: pathIn(tree, code),
    children: children.map(shown),
    predecessors: [],
    successors: [],
  }
}

const shown = ({ initials: _initials, reading: _reading, otherNames: _others, ...place }: Known): Place => place
