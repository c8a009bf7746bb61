import { DAY_MS, type Day, dayOf, HOUR_MS } from '#kernel/clock.ts'
import { pathOf } from '#modules/places/contract.ts'
import { RESPONSES, type Response } from './contract-playbooks.ts'

/** Codes are prefixes: the subtrees without those that lie in another one. */
export const trimArea = (area: readonly string[]): string[] =>
  [...new Set(area)].filter((code) => !area.some((other) => other !== code && code.startsWith(other))).toSorted()

/** The node above all of them. */
export const nodeAbove = (area: readonly string[]): string =>
  pathOf(area[0] ?? '').findLast((code) => area.every((one) => one.startsWith(code))) ?? ''

export const inArea = (area: readonly string[], place: string): boolean => area.some((code) => place.startsWith(code))
/** Lies in the area, or above a part of it. */
export const touches = (area: readonly string[], place: string): boolean =>
  area.some((code) => place.startsWith(code) || code.startsWith(place))

/** I is the gravest. */
export const isGraver = (level: Response, than: Response): boolean => RESPONSES.indexOf(level) < RESPONSES.indexOf(than)

/** One of the two who decide holds the authority that the playbook names; a drill changes no ordinary power and needs none. */
export const hasAuthority = (authority: readonly string[], roles: readonly (string | undefined)[]): boolean =>
  roles.some((role) => role !== undefined && authority.includes(role))

/** A proposal that nobody confirmed within a day has to be made again: the situation is another one. */
export const isStale = (proposedAt: number, now: number): boolean => now - proposedAt > DAY_MS

/** First day on which a raised post is no longer held, should nobody come to end it. */
export const lastDayOf = (endsAt: number): Day => dayOf(endsAt - 1 + DAY_MS)

/** Situation reports: round n is due n cadences after the beginning. */
export const dueOf = (since: number, everyHours: number, no: number): number => since + no * everyHours * HOUR_MS
export const roundAt = (since: number, everyHours: number, at: number): number =>
  Math.max(1, Math.floor((at - since) / (everyHours * HOUR_MS)) + 1)

export type Sums = Record<string, number>
export const sumOf = (all: readonly Sums[]): Sums => {
  const sums: Sums = {}
  for (const one of all) for (const [key, value] of Object.entries(one)) sums[key] = (sums[key] ?? 0) + value
  return sums
}
