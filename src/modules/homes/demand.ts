import { refuse } from '#kernel/errors.ts'
import type { Tx } from '#kernel/tx.ts'
import {
  type DwellingRow,
  type HouseholdRow,
  type MemberRow,
  readDwelling,
  readHousehold,
  readMember,
} from './store.ts'

/** 网格服务: what a grid does for those who live in it. */
export const SERVICE = 'household_service'

type In = { tx: Tx }
/** In the reach of the scope, or as if it were not there. */
export const demandDwelling = async ({ tx }: In, id: string): Promise<DwellingRow> =>
  (await readDwelling(tx, id)) ?? refuse('not_found')
export const demandHousehold = async ({ tx }: In, id: string): Promise<HouseholdRow> =>
  (await readHousehold(tx, id)) ?? refuse('not_found')
export const demandMember = async ({ tx }: In, id: string): Promise<MemberRow> =>
  (await readMember(tx, id)) ?? refuse('not_found')

/** One that still is. */
export async function demandLiving(ctx: In, id: string): Promise<HouseholdRow> {
  const found = await demandHousehold(ctx, id)
  return found.untilDay === null ? found : refuse('conflict', { state: 'ended' })
}
