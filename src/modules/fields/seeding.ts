import type { Tx } from '#kernel/tx.ts'
import { readFields } from './registry/read.ts'
import { copyValues } from './store-seed.ts'
import { insertDefinitions, type NewValue } from './store.ts'

/** Before any value that a city could bring along, so that none is without a definition. */
const FIRST_DAY = '2018-01-01'

/** Fills the empty registry with the shipped data elements. */
export const seedFields = (tx: Tx, now = Date.parse(FIRST_DAY)): Promise<void> =>
  insertDefinitions(tx, readFields(FIRST_DAY), now)

export type ValueSeed = NewValue
export const seedValues = (tx: Tx, values: readonly ValueSeed[], now: number): Promise<void> =>
  copyValues(tx, values, now)
