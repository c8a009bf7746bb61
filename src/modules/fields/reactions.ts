import type { PayloadOf } from '#kernel/contract.ts'
import type { Reaction, ReactionContext } from '#kernel/platform.ts'
import { movedIn } from '#modules/homes/contract.ts'
import { placeTree } from '#modules/places/api.ts'
import { placesChanged } from '#modules/places/contract.ts'
import { definitionsChanged } from './contract.ts'
import { moveForms } from './store-forms.ts'
import { carryOver } from './store.ts'

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

const takeAlong = (ctx: ReactionContext, { household }: PayloadOf<typeof movedIn>): Promise<void> =>
  carryOver(ctx.tx, household, ctx.now)

export const reactions: [string, Reaction][] = [
  [definitionsChanged.name, forget],
  [placesChanged.name, followPlaces],
  [movedIn.name, takeAlong],
]
