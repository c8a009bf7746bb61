import type { Reaction } from '#kernel/platform.ts'
import { definitionsChanged } from './contract.ts'

/** Every process holds the registry; after a change it is read anew. */
const forget: Reaction = (ctx) => {
  ctx.platform.cache.drop('fields.definitions')
  return Promise.resolve()
}
export const reactions: [string, Reaction][] = [[definitionsChanged.name, forget]]
