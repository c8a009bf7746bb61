import { dayOf } from '#kernel/clock.ts'
import type { PayloadOf } from '#kernel/contract.ts'
import type { Reaction, ReactionContext } from '#kernel/platform.ts'
import { membersOf } from '#modules/homes/api.ts'
import { householdMoved } from '#modules/homes/contract-arrange.ts'
import { placeTree } from '#modules/places/api.ts'
import { placesChanged } from '#modules/places/contract.ts'
import { definitionsChanged } from './contract.ts'
import { moveForms } from './store-forms.ts'
import { bringAlong } from './store.ts'

/** Every process holds the registry; after a change it is read anew. */
const forget: Reaction = (ctx) => {
  ctx.platform.cache.drop('fields.definitions')
  return Promise.resolve()
}

/** A form asks on where its area goes on: what was a village may be a part of another one. */
async function followPlaces(ctx: ReactionContext, { codes }: PayloadOf<typeof placesChanged>): Promise<void> {
  const tree = await placeTree(ctx.platform)
  for (const code of codes) {
    const next = tree.get(code) ? undefined : tree.successor(code)
    if (next) await moveForms(ctx.tx, code, next)
  }
}

/** What was said of a household and of those who live in it goes along: whoever answers at the new door reads it. */
async function takeAlong({ tx, now }: ReactionContext, moved: PayloadOf<typeof householdMoved>): Promise<void> {
  const members = await membersOf(tx, [moved.household], dayOf(now))
  const staying = members.filter(({ residence }) => residence !== 'away').map(({ person }) => person)
  await bringAlong(
    tx,
    [moved.household, ...staying].map((subject) => ({ subject, place: moved.to })),
  )
}

export const reactions: [string, Reaction][] = [
  [definitionsChanged.name, forget],
  [placesChanged.name, followPlaces],
  [householdMoved.name, takeAlong],
]
