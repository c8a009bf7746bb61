import type { AskContext } from '#kernel/ask.ts'
import type { Platform } from '#kernel/platform.ts'
import { TALLY_KEYS, type Tally } from './contract-figures.ts'
import { tallyBelow } from './store-figures.ts'

/** Figures may be two seconds old; within that all who ask for one thing share one computation. */
const FRESH_MS = 1500
const MOST_KEPT = 20_000
type Kept = { at: number; made: Promise<unknown> }
const keptBy = new WeakMap<Platform, Map<string, Kept>>()

type Keeping = { key: string; forMs?: number }
type Known = Pick<AskContext, 'platform' | 'now'>

export function kept<T>(ctx: Known, { key, forMs = FRESH_MS }: Keeping, make: () => PromiseLike<T>): Promise<T> {
  const held = keptBy.get(ctx.platform) ?? new Map<string, Kept>()
  keptBy.set(ctx.platform, held)
  const found = held.get(key)
  if (found && Math.abs(ctx.now - found.at) < forMs) return found.made as Promise<T>
  // Yesterday's keys, and whoever walks the whole tree.
  if (held.size > MOST_KEPT) held.clear()
  const made = Promise.resolve(make())
  held.set(key, { at: ctx.now, made })
  made.catch(() => held.delete(key))
  return made
}

/** A command that began before an hour or a day ended may be committed a little after it. */
const SETTLED_MS = 15_000
const LONG_MS = 600_000

/** What only looks at times before `end`, which change no more once all that was on its way has arrived. */
export function keptPast<T>(ctx: Known, key: string, end: number, make: () => PromiseLike<T>): Promise<T> {
  const settled = ctx.now - end > SETTLED_MS
  return kept(ctx, { key: `${key} ${end} ${settled}`, forMs: settled ? LONG_MS : FRESH_MS }, make)
}

export const NOTHING = Object.fromEntries(TALLY_KEYS.map((key) => [key, 0])) as Tally

/** Counters of a place summed; thousands of them in a county or the city, where a total of two seconds ago serves. */
export function tallyOf(ctx: AskContext, place: string): Promise<Tally> {
  const make = async (): Promise<Tally> => (await tallyBelow(ctx.tx, place)) ?? NOTHING
  return place.length <= COUNTY ? kept(ctx, { key: `tally ${place}` }, make) : make()
}
const COUNTY = 6
