import type { Tx } from '#kernel/tx.ts'
import { type Protection, protectionOf } from './rules.ts'
import { fieldDaysAt } from './store-days.ts'

/** The rule that keeps a day free of meetings at a place, if one does. */
export const protectionAt = async (tx: Tx, place: string, day: string): Promise<Protection | undefined> =>
  protectionOf(await fieldDaysAt(tx, place), place, day)
