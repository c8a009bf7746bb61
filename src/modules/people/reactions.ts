import type { Reaction } from '#kernel/platform.ts'
import { organsChanged } from './contract.ts'

const forget: Reaction = async ({ platform }) => platform.cache.drop('people.')

export const reactions: [string, Reaction][] = [[organsChanged.name, forget]]
