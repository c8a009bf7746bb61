import { instant } from '#kernel/clock.ts'
import { uuidv7 } from '#kernel/ids.ts'
import type { PayloadOf } from '#kernel/contract.ts'
import type { Reaction } from '#kernel/platform.ts'
import { imported } from '#modules/homes/contract-import.ts'
import { wantSearch } from './store.ts'

/** Whoever was entered by a list may have been there already under another spelling. */
const afterImport: Reaction = async ({ tx, now }, { place }: PayloadOf<typeof imported>) => {
  await wantSearch(tx, { id: uuidv7(now), place, at: instant(now) })
}

export const reactions: [string, Reaction][] = [[imported.name, afterImport]]
