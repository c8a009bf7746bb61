import type { Purpose } from './contract.ts'
import { PURPOSES } from './messages.ts'

const byKey = new Map(PURPOSES.map((purpose) => [purpose.key, purpose]))

export const purposeOf = (key: string): Purpose | undefined => byKey.get(key)

/** 同意: only a purpose that rests on consent can be consented to; for the others asking would be a pretence (PIPL art. 13). */
export const restsOnConsent = (key: string): boolean => purposeOf(key)?.basis === 'consent'
