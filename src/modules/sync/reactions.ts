import type { PayloadOf } from '#kernel/contract.ts'
import type { Reaction, ReactionContext } from '#kernel/platform.ts'
import { filesWait } from '#modules/cases/api.ts'
import { voicesWait } from '#modules/visits/api.ts'
import { filesWaiting } from './contract-inward.ts'

const keepFiles = async ({ tx }: ReactionContext, { files, waits }: PayloadOf<typeof filesWaiting>): Promise<void> => {
  await filesWait(tx, files, waits)
  await voicesWait(tx, files, waits)
}

export const reactions: [string, Reaction][] = [[filesWaiting.name, keepFiles]]
