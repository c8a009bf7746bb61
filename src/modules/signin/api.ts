import type { CommandContext } from '#kernel/pipeline.ts'
import type { Tx } from '#kernel/tx.ts'
import { hashPassword } from './password.ts'
import { actorOf, distrust } from './sessions.ts'
import { endSession } from './store.ts'
import { type NewCredential, putCredentials } from './store-credentials.ts'
import { offerWays } from './ways.ts'

export { actorOf, hashPassword, offerWays }

/** Passwords of the demo city, and the first ones of a new installation; argon2id hashes from `hashPassword`. */
export const seedLogins = (tx: Tx, rows: readonly NewCredential[], now: number): Promise<void> =>
  putCredentials(tx, rows, now)

/** Ends one session of a person, of which the caller has the right to decide: a phone that is to be emptied. */
export async function endSessionOf({ tx, now, platform }: CommandContext, id: string, person: string): Promise<void> {
  distrust(platform, id)
  await endSession(tx, id, person, now)
}
