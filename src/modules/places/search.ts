import { type Level, LEVELS } from './contract.ts'

/** What a place is found by. */
export type Findable = {
  code: string
  level: Level
  name: string
  initials: string
  reading: string
  otherNames: readonly string[]
}
export type Wanted = { text: string; under?: string | undefined; level?: Level | undefined; limit: number }

/** Best first: exact, then beginning, then anywhere; among equals the higher level, then the code. A city is read through in about a millisecond. */
export function searchTree<P extends Findable>(
  tree: { all(): readonly P[] },
  { text, under = '', level, limit }: Wanted,
): P[] {
  const sought = text.trim().toLowerCase()
  const found: { place: P; rank: number }[] = []
  for (const place of tree.all()) {
    if (!place.code.startsWith(under) || (level && place.level !== level)) continue
    const rank = rankOf(place, sought)
    if (rank !== undefined) found.push({ place, rank })
  }
  return found
    .sort((a, b) => a.rank - b.rank || order(a.place, b.place))
    .slice(0, limit)
    .map(({ place }) => place)
}

const order = (a: Findable, b: Findable): number =>
  LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || (a.code < b.code ? -1 : 1)

function rankOf(place: Findable, sought: string): number | undefined {
  if (place.name === sought || place.code === sought) return 0
  if (place.initials === sought || place.reading === sought) return 1
  if (place.name.startsWith(sought)) return 2
  if (place.code.startsWith(sought) || place.initials.startsWith(sought) || place.reading.startsWith(sought)) return 3
  if (place.name.includes(sought)) return 4
  return place.otherNames.some((name) => name.includes(sought)) ? 5 : undefined
}
