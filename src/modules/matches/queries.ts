import { answer } from '#kernel/ask.ts'
import { covers, subtree } from '#kernel/authorise.ts'
import { pageOf, readCursor } from '#kernel/cursor.ts'
import { refuse } from '#kernel/errors.ts'
import { entriesOf, maskName, shownResident } from '#modules/people/api.ts'
import { SAME_PERSON } from './commands.ts'
import { getMatch, listMatches, matchFigures, type PairRow, type PairShown, type Side } from './contract.ts'
import { isTheirs, onlyBetween } from './rules.ts'
import { lastSearch } from './store.ts'
import {
  countPairs,
  findPairs,
  type Pair,
  readBoth,
  readDecisions,
  readPair,
  type Seen,
  type State,
} from './store-pairs.ts'

const STATES: Record<'open' | 'later' | 'decided', readonly State[]> = {
  open: ['open'],
  later: ['later'],
  decided: ['same', 'different'],
}

const list = answer(listMatches, {
  permission: 'matches.see',
  purpose: SAME_PERSON,
  async run(ctx, { place, state, limit, cursor }) {
    const range = subtree(place ?? ctx.actor.place ?? '')
    const wanted = {
      range,
      exactly: onlyBetween(ctx.actor),
      states: STATES[state],
      after: readCursor(cursor, 2),
      limit: limit + 1,
    }
    const { rows, next } = pageOf(await findPairs(ctx.tx, ctx.scope, wanted), limit, (pair) => [
      String(pair.likely),
      pair.id,
    ])
    ctx.saw(
      rows.flatMap(({ a, b }) => [a, b]),
      { place: place ?? ctx.actor.place ?? undefined, fields: 'name' },
    )
    return {
      rows: rows.map(({ nameA, nameB, ...pair }) => ({
        ...rowOf(pair),
        names: [maskName(nameA), maskName(nameB)],
        decidedAt: pair.decidedAt,
      })),
      next,
    }
  },
})

const rowOf = (pair: Pair): Omit<PairRow, 'names' | 'decidedAt'> => ({
  id: pair.id as PairRow['id'],
  place: pair.place,
  likely: pair.likely,
  state: pair.state,
  foundAt: pair.foundAt,
})

const get = answer(getMatch, {
  permission: 'matches.see',
  purpose: SAME_PERSON,
  async run(ctx, { pair: id }): Promise<PairShown> {
    const pair = await readPair(ctx.tx, id)
    if (!pair || !covers(ctx.scope, { place: pair.place }) || !isTheirs(ctx.actor, pair.place)) refuse('not_found')
    const both = await readBoth(ctx.tx, [pair.a, pair.b])
    const entries = new Map(
      (
        await entriesOf(
          ctx.tx,
          both.map(({ entry }) => entry),
        )
      ).map((entry) => [entry.id as string, entry]),
    )
    const sideOf = (person: string): Side => {
      const seen = both.find((one) => one.id === person) ?? refuse('not_found')
      return { ...shownSide(seen, ctx.now), entry: entries.get(seen.entry) ?? null }
    }
    ctx.saw([pair.a, pair.b], { subject: id, place: pair.place, fields: 'name sex born phone home entry' })
    const decisions = await readDecisions(ctx.tx, id)
    const decides = ctx.reaches('matches.decide')
    const may = decides !== undefined && covers(decides, { place: pair.place })
    const decided = pair.state === 'same' || pair.state === 'different'
    return {
      ...rowOf(pair),
      decidedAt: decisions.at(-1)?.at ?? null,
      reasons: pair.reasons as PairShown['reasons'],
      a: sideOf(pair.a),
      b: sideOf(pair.b),
      decisions: [...decisions],
      can: { decide: may && !decided, undo: may && pair.state !== 'open' },
    }
  },
})

function shownSide(seen: Seen, now: number): Omit<Side, 'entry'> {
  const shown = shownResident({ ...seen, homePlace: seen.place, claimed: false }, now)
  const { id, name, sex, born, phoneMasked, minor } = shown
  const { documents, place, address, relation } = seen
  return { id, name, sex, born, phoneMasked, minor, documents, place, address, relation }
}

const figures = answer(matchFigures, {
  permission: 'matches.see',
  async run(ctx, { place }) {
    const top = place ?? ctx.actor.place ?? ''
    const counts = await countPairs(ctx.tx, ctx.scope, subtree(top), onlyBetween(ctx.actor))
    const search = await lastSearch(ctx.tx, ctx.scope, top)
    return { ...counts, search: search ?? null }
  },
})

export const answers = [list, get, figures]
