import { instant } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { type CommandContext, handler } from '#kernel/pipeline.ts'
import { enterBy, mergePersons, undoMerge } from '#modules/people/api.ts'
import { placeTree } from '#modules/places/api.ts'
import {
  carryOutSearch,
  decideMatch,
  matchDecided,
  matchesFound,
  searchMatches,
  undoMatch,
  wantMonthly,
} from './contract.ts'
import { least, mostAtOnce } from './levers.ts'
import { isTheirs, partsOf } from './rules.ts'
import { countByGrid, endSearch, insertSearch, keepPairs, readSearch, readSought, wantSearch } from './store.ts'
import { decide, holdPair, type Pair, readBoth } from './store-pairs.ts'
import { pairsInThread } from './thread.ts'

export const SAME_PERSON = 'same_person_check'
/** Digits of a township's code: a search holds all who live there at once. */
const TOWNSHIP = 9
/** What one search adds at most; the next one finds the rest. */
const MOST_PAIRS = 2000

const search = handler(searchMatches, {
  async load(ctx, { place }) {
    const found = (await placeTree(ctx.platform)).get(place) ?? refuse('not_found')
    if (found.code.length < TOWNSHIP) refuse('invalid', { problems: [{ path: 'place', problem: 'too_wide' }] })
  },
  allow: { permission: 'matches.search', where: (_, { place }) => ({ place }) },
  async handle(ctx, { id, place }) {
    await insertSearch(ctx.tx, { id, place, post: ctx.actor.post, at: instant(ctx.now) })
    return { id }
  },
})

const carryOut = handler(carryOutSearch, {
  load: async (ctx, { id }) => (await readSearch(ctx.tx, id)) ?? refuse('not_found'),
  allow: { permission: 'matches.carryOut', where: ({ place }) => ({ place }) },
  purpose: SAME_PERSON,
  async handle(ctx, { id }, { place, doneAt }) {
    if (doneAt !== null) refuse('already')
    const grids = await countByGrid(ctx.tx, place)
    const persons = grids.reduce((sum, { n }) => sum + n, 0)
    const done = { id, at: instant(ctx.now), persons, found: 0 }
    const limits = { least: await ctx.lever(least, place), most: MOST_PAIRS }
    for (const part of partsOf(place, grids, await ctx.lever(mostAtOnce, place))) {
      const sought = await readSought(ctx.tx, part)
      if (sought.length < 2) continue
      const pairs = await pairsInThread(sought, limits)
      const named = pairs.map((pair) => ({ ...pair, id: uuidv7(ctx.now) }))
      done.found += await keepPairs(ctx.tx, named, instant(ctx.now))
    }
    await endSearch(ctx.tx, done)
    ctx.emit(matchesFound, id, place, { search: id, found: done.found })
    return { persons, found: done.found }
  },
})

async function demandPair(ctx: CommandContext, id: string): Promise<Pair> {
  const pair = await holdPair(ctx.tx, id)
  return pair && isTheirs(ctx.actor, pair.place) ? pair : refuse('not_found')
}

const monthly = handler(wantMonthly, {
  load: () => Promise.resolve({}),
  allow: { permission: 'matches.carryOut', where: (_, { place }) => ({ place }) },
  async handle(ctx, { place }) {
    await wantSearch(ctx.tx, { id: uuidv7(ctx.now), place, at: instant(ctx.now) })
    return {}
  },
})

const judge = handler(decideMatch, {
  load: (ctx, { pair }) => demandPair(ctx, pair),
  allow: { permission: 'matches.decide', where: ({ place, id }) => ({ place, subject: id }) },
  purpose: SAME_PERSON,
  async handle(ctx, { pair, verdict, kept }, found) {
    if (found.state === 'same' || found.state === 'different') refuse('already', { state: found.state })
    const merge = verdict === 'same' ? await mergeBoth(ctx, found, kept) : null
    await note(ctx, found, { verdict, state: verdict, merge, act: merge })
    return { pair, state: verdict }
  },
})

const undo = handler(undoMatch, {
  load: (ctx, { pair }) => demandPair(ctx, pair),
  allow: { permission: 'matches.decide', where: ({ place, id }) => ({ place, subject: id }) },
  purpose: SAME_PERSON,
  async handle(ctx, { pair }, found) {
    if (found.state === 'open') refuse('already')
    if (found.merge !== null) {
      const entry = await enterBy(ctx, found.place, undefined)
      await undoMerge(ctx, { merge: found.merge, entry })
    }
    await note(ctx, found, { verdict: 'undone', state: 'open', merge: null, act: found.merge })
    return { pair, state: 'open' as const }
  },
})

/** Who was entered first stays, unless somebody chose: older papers name that one. */
async function mergeBoth(ctx: CommandContext, { a, b, place }: Pair, kept: string | undefined): Promise<string> {
  if (kept !== undefined && kept !== a && kept !== b)
    refuse('invalid', { problems: [{ path: 'kept', problem: 'not_of_the_pair' }] })
  if ((await readBoth(ctx.tx, [a, b])).some(({ standsFor }) => standsFor !== null)) refuse('conflict')
  const stays = kept ?? (a < b ? a : b)
  const entry = await enterBy(ctx, place, undefined)
  return (await mergePersons(ctx, { kept: stays, gone: stays === a ? b : a, entry })).id
}

type Noted = Pick<Parameters<typeof decide>[1], 'verdict' | 'state' | 'merge' | 'act'>

async function note(ctx: CommandContext, { id, a, b, place }: Pair, noted: Noted): Promise<void> {
  const { post, person } = ctx.actor
  await decide(ctx.tx, { ...noted, id: uuidv7(ctx.now), pair: id, post, person, at: instant(ctx.now) })
  ctx.concerns(a, b)
  ctx.emit(matchDecided, id, place, { pair: id })
}

export const handlers = [search, carryOut, monthly, judge, undo]
