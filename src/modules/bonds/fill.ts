/** A household that nobody reaches, and somebody who may take it. */
export type Open = { household: string; at: Point | null }
export type Ready = { answerer: string; load: number; most: number | null; at: Point | null }
export type Point = { lon: number; lat: number }
export type Pair = { household: string; answerer: string; metres: number | null }
export type Filling = { pairs: Pair[]; left: string[]; loads: Map<string, number> }

/**
 * Balanced first, then nearest: the level is the lowest load to which all can be filled up so that every gap finds room; under
 * that level the nearest pairs are made first. Nobody gets above his quota, and whoever is above the level gets nothing.
 */
export function fillGaps(gaps: readonly Open[], ready: readonly Ready[]): Filling {
  const level = levelFor(gaps.length, ready)
  const loads = new Map(ready.map(({ answerer, load }) => [answerer, load]))
  const room = (one: Ready): boolean => (loads.get(one.answerer) ?? 0) < Math.min(level, one.most ?? Infinity)
  const pairs: Pair[] = []
  const open = new Set(gaps.map(({ household }) => household))
  for (const { gap, one, metres } of nearestFirst(gaps, ready)) {
    if (!open.has(gap.household) || !room(one)) continue
    open.delete(gap.household)
    loads.set(one.answerer, (loads.get(one.answerer) ?? 0) + 1)
    pairs.push({ household: gap.household, answerer: one.answerer, metres })
  }
  return { pairs, left: [...open], loads }
}

const roomUnder = (level: number, ready: readonly Ready[]): number =>
  ready.reduce((sum, { load, most }) => sum + Math.max(0, Math.min(level, most ?? Infinity) - load), 0)

/** The lowest level with room for all; the highest that makes sense when there is none. */
function levelFor(gaps: number, ready: readonly Ready[]): number {
  let low = 0
  let high = Math.max(0, ...ready.map(({ load }) => load)) + gaps
  while (low < high) {
    const middle = (low + high) >> 1
    if (roomUnder(middle, ready) >= gaps) high = middle
    else low = middle + 1
  }
  return low
}

function nearestFirst(gaps: readonly Open[], ready: readonly Ready[]) {
  return gaps
    .flatMap((gap) => ready.map((one) => ({ gap, one, metres: metresBetween(gap.at, one.at) })))
    .toSorted(
      (a, b) =>
        (a.metres ?? Infinity) - (b.metres ?? Infinity) ||
        a.one.load - b.one.load ||
        order(a.gap.household, b.gap.household) ||
        order(a.one.answerer, b.one.answerer),
    )
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** On a plane: a village is small. */
export function metresBetween(a: Point | null, b: Point | null): number | null {
  if (!a || !b) return null
  const east = (a.lon - b.lon) * Math.cos((a.lat * Math.PI) / 180)
  return Math.round(Math.hypot(east, a.lat - b.lat) * 111_195)
}
