import type { Tx } from '#kernel/tx.ts'
import { hashPassword } from './password.ts'
import { actorOf } from './sessions.ts'
import { type NewCredential, putCredentials } from './store-credentials.ts'
import { offerWays } from './ways.ts'

export { actorOf, hashPassword, offerWays }

/** Passwords of the demo city, and the first ones of a new installation; argon2id hashes from `hashPassword`. */
export const seedLogins = (tx: Tx, rows: readonly NewCredential[], now: number): Promise<void> =>
  putCredentials(tx, rows, now)
