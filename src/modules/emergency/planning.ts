import type { Platform } from '#kernel/platform.ts'
import type { Tx } from '#kernel/tx.ts'
import { organs, type OrganIndex } from '#modules/people/api.ts'
import { placeTree, type Tree } from '#modules/places/api.ts'
import { ancestorAt, LEVELS, levelOf, type Level } from '#modules/places/contract.ts'
import { type Holder, roster, type Roster } from '#modules/posts/api.ts'
import type { BondRaise, LevelPlan, Seat } from './contract-playbooks.ts'
import { inArea, touches } from './rules.ts'
import { firmsIn } from './store-raised.ts'

/** Who would sit where, and which department would answer for what: a plan, worked out for an area. Changes nothing. */
export type WantedSeat = { seat: Seat; place: string; holder: Holder }
type Found = { seat: Seat; place: string; holder: Holder | undefined }
export type WantedBond = { raise: BondRaise; place: string; firm: string | null; organ: string }
export type Worked = {
  seats: WantedSeat[]
  vacant: { seat: Seat; place: string }[]
  bonds: WantedBond[]
  /** of each kind, what no department could be found for */
  without: Map<string, number>
  /** everybody who is to be told, by post */
  told: Holder[]
}
type Known = { tree: Tree; today: Roster; index: OrganIndex }

export async function workOut(p: Platform, tx: Tx, area: readonly string[], plan: LevelPlan): Promise<Worked> {
  const known = { tree: await placeTree(p), today: await roster(p), index: await organs(p) }
  const seats = plan.seats.flatMap((seat) => seatsOf(known, area, seat))
  const firms = plan.bonds.some(({ each }) => each === 'firm') ? await firmsIn(tx, area) : []
  const without = new Map<string, number>()
  const bonds = plan.bonds.flatMap((raise) => bondsOf(known, area, { raise, firms, without }))
  return {
    seats: seats.flatMap((one) => (one.holder ? [{ ...one, holder: one.holder }] : [])),
    vacant: seats.filter(({ holder }) => !holder),
    bonds,
    without,
    told: known.today.all().filter(({ place }) => touches(area, place)),
  }
}

const isDeeper = (code: string, level: Level): boolean => LEVELS.indexOf(levelOf(code)) > LEVELS.indexOf(level)
const placesOf = (tree: Tree, area: readonly string[], level: Level): string[] =>
  tree.all().flatMap(({ code, level: own }) => (own === level && inArea(area, code) ? [code] : []))

/**
 * At each place of the level in the area. Where the area is a part of such a place, its people come down: the post they get is at
 * the root of the area, so that no power reaches beyond it.
 */
function seatsOf({ tree, today, index }: Known, area: readonly string[], seat: Seat): Found[] {
  const roots = area
    .filter((code) => isDeeper(code, seat.at))
    .map((code) => ({ from: ancestorAt(code, seat.at), place: code }))
  const inside = placesOf(tree, area, seat.at).map((code) => ({ from: code, place: code }))
  return [...roots, ...inside].flatMap(({ from, place }): Found[] => {
    const fit = today
      .at(from, seat.from.role)
      .filter(({ organ }) => !seat.from.line || lineOf(index, organ) === seat.from.line)
    const people = [...new Map(fit.map((holder) => [holder.person, holder])).values()].slice(0, seat.most)
    return people.length > 0 ? people.map((holder) => ({ seat, place, holder })) : [{ seat, place, holder: undefined }]
  })
}
const lineOf = (index: OrganIndex, organ: string | null): string | null =>
  organ ? (index.get(organ)?.line ?? null) : null

type Raising = { raise: BondRaise; firms: readonly { id: string; place: string }[]; without: Map<string, number> }

/** The departments of a county take its places in turn, in the order of codes: everybody as many as the next, give or take one. */
function bondsOf({ tree, index }: Known, area: readonly string[], { raise, firms, without }: Raising): WantedBond[] {
  const targets =
    raise.each === 'firm'
      ? firms.map(({ id, place }) => ({ place, firm: id }))
      : placesOf(tree, area, raise.each).map((place) => ({ place, firm: null }))
  const turn = new Map<string, number>()
  return targets.flatMap(({ place, firm }) => {
    const county = ancestorAt(place, 'county')
    const departments = departmentsAt(index, county, raise.lines)
    const at = turn.get(county) ?? 0
    turn.set(county, at + 1)
    const organ = departments[at % Math.max(1, departments.length)]
    if (!organ) without.set(raise.kind, (without.get(raise.kind) ?? 0) + 1)
    return organ ? [{ raise, place, firm, organ }] : []
  })
}

const departmentsAt = (index: OrganIndex, place: string, lines: readonly string[]): string[] =>
  index
    .at(place)
    .filter(
      ({ kind, line }) => kind === 'department' && (lines.length === 0 || (line !== null && lines.includes(line))),
    )
    .map(({ id }) => id)
    .toSorted()

export const countByRole = (all: readonly { role: string }[]): { role: string; count: number }[] =>
  [...Map.groupBy(all, ({ role }) => role)]
    .map(([role, some]) => ({ role, count: some.length }))
    .toSorted((a, b) => b.count - a.count || (a.role < b.role ? -1 : 1))
