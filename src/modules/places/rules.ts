import type { Day } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { levelOf, parentOf } from './contract.ts'
import { placeNames } from './layers/naming.ts'
import { livesOn, type TreePlace } from './tree.ts'

/**
 * What a merge or a split does to the tree, from a day on.
 *
 * A subtree is a prefix range, so what lies below a place that changes its code gets a new code too: the same last digits
 * where they are free, otherwise the next number that was never used, since a code that comes back would put old facts
 * into the wrong place. Each such place has the one it became as successor. Below a code that stays, nothing changes.
 */
export type NewPlace = { id: string; code: string; name: string; children?: readonly string[] }
export type Begun = Pick<
  TreePlace,
  'id' | 'code' | 'level' | 'parent' | 'kind' | 'lon' | 'lat' | 'validFrom' | 'name' | 'initials' | 'reading'
>
/** `rank` 0 is the first successor: it answers for the old place as long as nobody draws new borders. */
export type Followed = { was: string; became: string; rank: number }
export type Plan = { ends: string[]; begins: Begun[]; follows: Followed[]; was: string[]; became: string[] }

/** Every place there ever was, under its name on the day; `mint` makes the id of a place out of its new code. */
export type Ground = { day: Day; everyone: readonly TreePlace[]; mint: (code: string) => string }

/** Farther than this from every grid is outside. */
export const NEAR_METRES = 5000

export function planMerge(ground: Ground, codes: readonly string[], into: NewPlace): Plan {
  if (new Set(codes).size !== codes.length) invalid('codes', 'twice')
  const olds = codes.map((code, at) => standing(ground, code, `codes.${at}`))
  if (olds.some((old) => old.parent !== olds[0]?.parent)) invalid('codes', 'not_siblings')
  return replan(ground, olds, [into], () => into)
}

export function planSplit(ground: Ground, code: string, into: readonly NewPlace[]): Plan {
  const old = standing(ground, code, 'code')
  if (new Set(into.map((one) => one.code)).size !== into.length) invalid('into', 'twice')
  const named = new Map(into.flatMap((one) => (one.children ?? []).map((child) => [child, one] as const)))
  const children = childrenOf(ground, code).map((child) => child.code)
  const stranger = [...named.keys()].find((child) => !children.includes(child))
  if (stranger) invalid('into', 'not_a_child')
  const first = into[0] ?? invalid('into', 'too_small')
  return replan(ground, [old], into, (child) => named.get(child) ?? first)
}

function replan(
  ground: Ground,
  olds: readonly TreePlace[],
  intos: readonly NewPlace[],
  goesTo: (child: string) => NewPlace,
): Plan {
  const oldCodes = olds.map((old) => old.code)
  for (const [at, into] of intos.entries()) admit(ground, olds, into, `into.${intos.length > 1 ? `${at}.` : ''}code`)
  for (const old of olds) quiet(ground, old.code)
  const pattern = olds[0] ?? invalid('codes', 'too_small')
  const begins = intos.map((into) => beginning(ground, pattern, into, middle(olds)))
  const follows = olds.flatMap((old) => intos.map(({ id }, rank) => ({ was: old.id, became: id, rank })))
  const plan: Plan = {
    ends: olds.map((old) => old.id),
    begins,
    follows,
    was: oldCodes,
    became: intos.map((into) => into.code),
  }
  const used = new Set(ground.everyone.map((place) => place.code))
  for (const old of olds)
    for (const child of childrenOf(ground, old.code)) {
      const to = goesTo(child.code).code
      if (to !== old.code) move(ground, plan, used, { child, to })
    }
  return plan
}

const beginning = (
  { day: validFrom }: Ground,
  { parent, kind }: TreePlace,
  { id, code, name }: NewPlace,
  { lon, lat }: Middle,
): Begun => ({ id, code, level: levelOf(code), parent, kind, lon, lat, validFrom, name, ...namesOf(name, kind) })

/** The new code is a sibling's, and free unless it belonged to one of the places that end. */
function admit(ground: Ground, olds: readonly TreePlace[], into: NewPlace, path: string): void {
  const old = olds[0]
  if (!old || levelOf(into.code) !== old.level || (parentOf(into.code) ?? null) !== old.parent)
    invalid(path, 'not_a_sibling')
  if (olds.some(({ code }) => code === into.code)) return
  if (ground.everyone.some(({ code }) => code === into.code)) refuse('conflict', { code: into.code, why: 'code_used' })
}

/** A place that lives on the day and is not the city itself. */
function standing({ day, everyone }: Ground, code: string, path: string): TreePlace {
  const found =
    everyone.find((place) => place.code === code && livesOn(place, day)) ?? refuse('not_found', { place: code })
  return found.parent === null ? invalid(path, 'top_of_tree') : found
}

/** Two decisions about one place must not cross: nothing at or below it begins, or is planned to begin or end, from the day on. */
function quiet({ day, everyone }: Ground, code: string): void {
  const crossing = everyone.find(
    (place) =>
      place.code.startsWith(code) && (place.validFrom >= day || (place.validTo !== null && place.validTo > day)),
  )
  if (crossing) refuse('conflict', { code: crossing.code, why: 'already_planned' })
}

const childrenOf = ({ day, everyone }: Ground, code: string): TreePlace[] =>
  everyone.filter((place) => place.parent === code && livesOn(place, day))

function move(ground: Ground, plan: Plan, used: Set<string>, { child, to }: { child: TreePlace; to: string }): void {
  const { id: was, code: from, level, kind, lon, lat, name, initials, reading } = child
  const code = freeCode(used, to, from.slice(child.parent?.length))
  used.add(code)
  const id = ground.mint(code)
  plan.ends.push(was)
  plan.begins.push({ id, code, level, parent: to, kind, lon, lat, validFrom: ground.day, name, initials, reading })
  plan.follows.push({ was, became: id, rank: 0 })
  for (const below of childrenOf(ground, from)) move(ground, plan, used, { child: below, to: code })
}

function freeCode(used: ReadonlySet<string>, parent: string, suffix: string): string {
  if (!used.has(parent + suffix)) return parent + suffix
  for (let number = 1; number < 10 ** suffix.length; number++) {
    const code = parent + String(number).padStart(suffix.length, '0')
    if (!used.has(code)) return code
  }
  return refuse('conflict', { code: parent, why: 'no_code_left' })
}

type Middle = Pick<TreePlace, 'lon' | 'lat'>

function middle(olds: readonly TreePlace[]): Middle {
  const placed = olds.flatMap(({ lon, lat }) => (lon !== null && lat !== null ? [{ lon, lat }] : []))
  const mean = (pick: (point: { lon: number; lat: number }) => number): number | null =>
    placed.length > 0 ? placed.reduce((sum, point) => sum + pick(point), 0) / placed.length : null
  return { lon: mean(({ lon }) => lon), lat: mean(({ lat }) => lat) }
}

export function namesOf(name: string, kind: string): { initials: string; reading: string } {
  const { initials, reading } = placeNames(name, kind)
  return { initials, reading }
}

/** What is past is a fact: the tree changes from today on. */
export const notPast = (day: Day, today: Day): void => void (day < today && invalid('day', 'past'))

export const invalid = (path: string, problem: string): never => refuse('invalid', { problems: [{ path, problem }] })
