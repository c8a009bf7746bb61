import type { PayloadOf } from '#kernel/contract.ts'
import type { Reaction, ReactionContext } from '#kernel/platform.ts'
import { dutiesChanged } from './contract.ts'

/** Whoever routes by the list sees the new version from here on. */
const forget = (ctx: ReactionContext, _changed: PayloadOf<typeof dutiesChanged>): Promise<void> =>
  Promise.resolve(ctx.platform.cache.drop('duties.list'))

export const reactions: [string, Reaction][] = [[dutiesChanged.name, forget]]
