import type { Tx } from '#kernel/tx.ts'
import { liveHolds } from '#kernel/holds.ts'
import { pull } from '#kernel/levers.ts'
import { fewest } from './levers.ts'
import type { PurposeKey } from './messages.ts'
import {
  hasLive,
  insertFor,
  insertOnPaper,
  type Live,
  readLive,
  setWithdrawnFor,
  setWithdrawnOnPaper,
} from './store.ts'

/** Whether a person has consented to a purpose and not taken it back; asked in the person's own scope. */
export const consented = (tx: Tx, person: string, purpose: PurposeKey): Promise<boolean> => hasLive(tx, person, purpose)

/** Live consents of some persons, past row-level security: whether something may be held and shown at all. */
export const liveConsents = (tx: Tx, persons: readonly string[]): Promise<Live[]> => readLive(tx, [...new Set(persons)])

/** A guardian consents for a child; the caller has found out that he is one, and acts in his own scope. False: there is one. */
export const giveFor = (
  tx: Tx,
  given: { id: string; child: string; guardian: string; purpose: PurposeKey; now: number },
): Promise<boolean> => insertFor(tx, given)

/** Whoever gave it for a child takes it back; undefined: there is none of his that is live. */
export const withdrawFor = (
  tx: Tx,
  id: string,
  now: number,
): Promise<{ person: string; purpose: string } | undefined> => setWithdrawnFor(tx, id, now)

/** Given on paper, as whoever answers for the place enters it; the caller keeps the sheet. False: there is a live one. */
export const giveOnPaper = (
  tx: Tx,
  given: { id: string; person: string; guardian: string | null; purpose: string; at: string },
): Promise<boolean> => insertOnPaper(tx, given)

/** Taken back by word or on paper; the purpose it was for, null when there is no live one. */
export const withdrawOnPaper = (tx: Tx, id: string, person: string, now: number): Promise<string | null> =>
  setWithdrawnOnPaper(tx, id, person, now)

export { hiddenUntil } from './withholding.ts'
export { restsOnConsent } from './rules.ts'
export { isOutsideToken, outsideActor } from './outside.ts'

/**
 * 小样本: a figure about fewer persons than the lever `consents.fewest` (how many households, members, values) tells of each of them.
 * Who needs it for his work gets it, and it is a look at each (`fewLiving` of homes, then `saw`); elsewhere it comes out of `shownCount`,
 * null, which screens write as "fewer than 10". Counts of matters (cases, visits, steps, pairs) are no figures about persons.
 */
export { shownCount } from './rules.ts'
export const smallestGroup = async ({ tx, now }: { tx: Tx; now: number }, place: string): Promise<number> =>
  pull(fewest, await liveHolds(tx, now), place, now)
