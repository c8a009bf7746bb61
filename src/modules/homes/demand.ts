import { covers, type Scope } from '#kernel/authorise.ts'
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

type In = { tx: Tx; scope: Scope }
/** In the reach of the scope, or as if it were not there; row-level security says the same a second time. */
const reached = <T extends { place: string }>({ scope }: In, row: T | undefined): T =>
  row && covers(scope, { place: row.place }) ? row : refuse('not_found')

export const demandDwelling = async (ctx: In, id: string): Promise<DwellingRow> =>
  reached(ctx, await readDwelling(ctx.tx, id))
export const demandHousehold = async (ctx: In, id: string): Promise<HouseholdRow> =>
  reached(ctx, await readHousehold(ctx.tx, id))
export const demandMember = async (ctx: In, id: string): Promise<MemberRow> =>
  reached(ctx, await readMember(ctx.tx, id))

/** One that still is. */
export async function demandLiving(ctx: In, id: string): Promise<HouseholdRow> {
  const found = await demandHousehold(ctx, id)
  return found.untilDay === null ? found : refuse('conflict', { state: 'ended' })
}
