import { dayOf } from '#kernel/clock.ts'
import { aside } from '#kernel/db.ts'
import type { Platform } from '#kernel/platform.ts'
import type { Tx } from '#kernel/tx.ts'
import { type DutyIndex, indexOf } from './list.ts'
import { reasons } from './messages.ts'
import { insertTaxonomy, readVersions } from './store.ts'
import { readTaxonomy } from './taxonomy/read.ts'

export type { DutyIndex }

/** The duty list with all its versions, held until one is added. */
export const dutyList = (p: Platform): Promise<DutyIndex> =>
  p.cache.get('duties.list', async () => indexOf(await aside(p.db, readVersions), () => dayOf(p.clock.now())))

/** Before any case that a city could enter later, so that no case is without an entry. */
const FIRST_DAY = '2018-01-01'

/** Fills the empty duty list with the shipped taxonomy. */
export const seedDuties = (tx: Tx, now = Date.parse(FIRST_DAY)): Promise<void> =>
  insertTaxonomy(tx, readTaxonomy(), { from: FIRST_DAY, reason: reasons.shipped(), now })
