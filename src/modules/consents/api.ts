import type { Tx } from '#kernel/tx.ts'
import type { PurposeKey } from './messages.ts'
import { hasLive } from './store.ts'

/** Whether a person has consented to a purpose and not taken it back; asked in the person's own scope. */
export const consented = (tx: Tx, person: string, purpose: PurposeKey): Promise<boolean> => hasLive(tx, person, purpose)
