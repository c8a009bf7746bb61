import type { Reaction } from '#kernel/platform.ts'
import { placesChanged } from './contract.ts'

/** What this process holds of the tree is out of date. Others hear the same by the live channel. */
const forget: Reaction = async ({ platform }) => platform.cache.drop('places.')

export const reactions: [string, Reaction][] = [[placesChanged.name, forget]]
