import { millis } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import type { Platform } from '#kernel/platform.ts'
import type { Tx } from '#kernel/tx.ts'
import { placeTree, type Tree } from '#modules/places/api.ts'
import { LEVELS, type Level, levelOf, parentOf } from '#modules/places/contract.ts'
import type { Reporting } from './contract-playbooks.ts'
import { playbooks } from './playbook-index.ts'
import { dueOf, roundAt, touches } from './rules.ts'
import { type Activation, findActivation } from './store.ts'

/** What a node of the tree has to do with the situation reports of an activation. */
export type Reports = {
  a: Activation
  tree: Tree
  asks: Reporting
  /** The present round, or the last one of what is over. */
  last: number
  dueAt(no: number): number
  isNode(place: string): boolean
  /** Children in the area that report themselves. */
  childrenOf(place: string): string[]
  above(place: string): string | undefined
}

const depth = (level: Level): number => LEVELS.indexOf(level)

export async function reportsOf(ctx: { platform: Platform; tx: Tx; now: number }, id: string): Promise<Reports> {
  const a = (await findActivation(ctx.tx, id)) ?? refuse('not_found')
  if (a.since === null) refuse('conflict', { state: a.state })
  const tree = await placeTree(ctx.platform)
  const book = (await playbooks(ctx.platform)).get(a.playbook, a.version) ?? refuse('internal')
  const asks = book.levels[a.level].reports
  const since = millis(a.since)
  const isNode = (place: string): boolean =>
    place.startsWith(a.place) &&
    touches(a.area, place) &&
    depth(levelOf(place)) <= Math.max(depth(asks.from), depth(levelOf(a.place)))
  return {
    a,
    tree,
    asks,
    last: roundAt(since, asks.everyHours, a.endedAt === null ? ctx.now : millis(a.endedAt) - 1),
    dueAt: (no) => dueOf(since, asks.everyHours, no),
    isNode,
    childrenOf: (place) =>
      tree
        .children(place)
        .map(({ code }) => code)
        .filter(isNode),
    above: (place) => (place === a.place ? undefined : parentOf(place)),
  }
}
