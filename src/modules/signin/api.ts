import type { Tx } from '#kernel/tx.ts'
import { hashPassword } from './password.ts'
import { actorOf, type Known } from './sessions.ts'
import { type NewCredential, putCredentials } from './store-credentials.ts'
import { cookieIn, SESSION_COOKIE, sessionCookie } from './cookie.ts'
import { offerWays, type Ways } from './ways.ts'

export { actorOf, cookieIn, hashPassword, offerWays, SESSION_COOKIE, sessionCookie }
export type { Known, Ways }

/** Passwords of the demo city, and the first ones of a new installation; argon2id hashes from `hashPassword`. */
export const seedLogins = (tx: Tx, rows: readonly NewCredential[], now: number): Promise<void> =>
  putCredentials(tx, rows, now)
