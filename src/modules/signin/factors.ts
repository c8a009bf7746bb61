import type { Tx } from '#kernel/tx.ts'
import { openSecret, sealSecret } from '#modules/people/api.ts'
import { type Factor, keepFactor, readFactor } from './store-factors.ts'

const USE = 'second factor'
/** Of factors that were begun before secrets were sealed; a sealed one is longer. */
const PLAIN_BYTES = 20

/** A person's second factor with its secret in the clear, which is nowhere kept so. */
export async function findFactor(tx: Tx, person: string): Promise<Factor | undefined> {
  const kept = await readFactor(tx, person)
  if (!kept || kept.secret.length === PLAIN_BYTES) return kept
  return { ...kept, secret: openSecret(person, USE, kept.secret) }
}

/** Begins anew; one that is in force stays: false. */
export const beginFactor = (tx: Tx, person: string, secret: Uint8Array, now: number): Promise<boolean> =>
  keepFactor(tx, person, sealSecret(person, USE, secret), now)
