import type { Platform } from '#kernel/platform.ts'
import type { Tx } from '#kernel/tx.ts'
import { type Verdict, verifyCertificate } from './certificate.ts'

/** Whether a certificate still says what was signed, and what it says is gone is gone. As the owner, or with a scope of everything. */
export const verifiedCertificate = (p: Platform, tx: Tx, id: string): Promise<Verdict | undefined> =>
  verifyCertificate(p, tx, id)

export type { Verdict }
