import type { Day } from '#kernel/clock.ts'
import { type Level, levelOf, pathOf } from './contract.ts'

/** One place under one of its names, as stored: a place that was renamed has several. */
export type NamedPlace = {
  id: string
  code: string
  level: Level
  parent: string | null
  kind: string
  lon: number | null
  lat: number | null
  validFrom: Day
  validTo: Day | null
  name: string
  initials: string
  reading: string
  nameFrom: Day
}
export type Succession = { was: string; became: string; day: Day }

export type TreePlace = Omit<NamedPlace, 'nameFrom'> & { /** Names before or after this day's. */ otherNames: string[] }
export type PathStep = { code: string; name: string; level: Level }

/** The tree as it stands on one day. Names are known of every place there ever was, since facts keep theirs. */
export type Tree = {
  day: Day
  /** undefined when no place of this code lives on the day. */
  get(code: string): TreePlace | undefined
  /** The place of this code on the day, or else the last one that had it or the first that will; undefined: there never was one. */
  ever(code: string): TreePlace | undefined
  /** The name on the day, or the last one of a place that ended; the code itself when nobody knows it. */
  nameOf(code: string): string
  /** 沟溪乡 · 余东村 · 第2网格 */
  shortName(code: string): string
  /** From the city down to the place. */
  path(code: string): PathStep[]
  children(code: string): TreePlace[]
  /** Code of the live place that answers for this one: itself, or its first successor; undefined when nobody knows it. */
  successor(code: string): string | undefined
  all(): readonly TreePlace[]
}

/** `rows` in order of code, place and name; `successions` in order of day and rank. */
export function growTree(day: Day, rows: readonly NamedPlace[], successions: readonly Succession[]): Tree {
  const everyone = gatherPlaces(day, rows)
  const live = new Map(everyone.filter((place) => livesOn(place, day)).map((place) => [place.code, place]))
  const known = lastOfEach(day, everyone)
  const all = [...live.values()]
  const children = Map.groupBy(all, (place) => place.parent ?? '')
  const next = new Map<string, string>()
  for (const { was, became, day: from } of successions)
    if (from <= day && was !== became && !next.has(was)) next.set(was, became)
  const ever = (code: string): TreePlace | undefined => live.get(code) ?? known.get(code)
  const nameOf = (code: string): string => ever(code)?.name ?? code
  const path = (code: string): PathStep[] =>
    pathOf(code)
      .filter((step) => known.has(step))
      .map((step) => ({ code: step, name: nameOf(step), level: levelOf(step) }))
  return {
    day,
    get: (code) => live.get(code),
    ever,
    nameOf,
    shortName: held((code) => shorten(path(code))),
    path,
    children: (code) => children.get(code) ?? [],
    successor: (code) => follow(code, live, next),
    all: () => all,
  }
}

/** A tree does not change, and every row of every list names its place. */
function held(name: (code: string) => string): (code: string) => string {
  const names = new Map<string, string>()
  return (code) => {
    const known = names.get(code)
    if (known !== undefined) return known
    const found = name(code)
    names.set(code, found)
    return found
  }
}

export const livesOn = (place: { validFrom: Day; validTo: Day | null }, day: Day): boolean =>
  place.validFrom <= day && (place.validTo === null || day < place.validTo)

/** One record a place, under its name on the day. */
export function gatherPlaces(day: Day, rows: readonly NamedPlace[]): TreePlace[] {
  const places = new Map<string, TreePlace>()
  for (const { nameFrom, ...row } of rows) {
    const before = places.get(row.id)
    if (!before) places.set(row.id, { ...row, otherNames: [] })
    else if (nameFrom <= day) places.set(row.id, { ...row, otherNames: [...before.otherNames, before.name] })
    else before.otherNames.push(row.name)
  }
  return [...places.values()]
}

/** What has begun counts before what is still to come; of both the latest. */
function lastOfEach(day: Day, everyone: readonly TreePlace[]): Map<string, TreePlace> {
  const begun = (place: TreePlace): number => Number(place.validFrom <= day)
  const inOrder = everyone.toSorted((a, b) => begun(a) - begun(b) || (a.validFrom < b.validFrom ? -1 : 1))
  return new Map(inOrder.map((place) => [place.code, place]))
}

/** Codes may come back to life, so a chain of successors is left at the first one that lives. */
function follow(
  code: string,
  live: ReadonlyMap<string, TreePlace>,
  next: ReadonlyMap<string, string>,
): string | undefined {
  const seen = new Set<string>()
  for (let at: string | undefined = code; at !== undefined && !seen.has(at); at = next.get(at)) {
    if (live.has(at)) return at
    seen.add(at)
  }
  return undefined
}

/** City and county are left out below the township, and the village's name out of its grid's. */
function shorten(path: readonly PathStep[]): string {
  const near = path.filter(({ level }, at) => (level !== 'city' && level !== 'county') || at === path.length - 1)
  return near.map(({ name }, at) => withoutPrefix(name, near[at - 1]?.name)).join(' · ')
}

const withoutPrefix = (name: string, prefix: string | undefined): string =>
  prefix && name.startsWith(prefix) && name.length > prefix.length ? name.slice(prefix.length) : name
