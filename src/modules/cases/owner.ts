import type { PayloadOf } from '#kernel/contract.ts'
import type { ReactionContext } from '#kernel/platform.ts'
import type { personsMerged, personsParted } from '#modules/people/contract-residents.ts'
import { bringReports, giveBack } from './store-owner.ts'

/** 并为一人: the reports of both entries are on one page, with all that their reporter may do; an undo parts them again. */
export const bring = ({ tx, now }: ReactionContext, act: PayloadOf<typeof personsMerged>): Promise<void> =>
  bringReports(tx, act, now)
export const part = ({ tx }: ReactionContext, { act }: PayloadOf<typeof personsParted>): Promise<void> =>
  giveBack(tx, act)
