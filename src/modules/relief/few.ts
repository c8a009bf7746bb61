import type { AskContext } from '#kernel/ask.ts'
import { dayOf } from '#kernel/clock.ts'
import { smallestGroup } from '#modules/consents/api.ts'
import { fewLiving } from '#modules/homes/api.ts'
import type { Table } from './store.ts'
import { fewNamed, type More, type Range } from './store-few.ts'

/**
 * 小样本: how far a list has come at a place where it names fewer than ten people tells of each of them. Whoever fetches people has
 * to know how many, so the numbers are exact, and each of the few sees that they were looked at.
 */
export async function seeFewNamed(
  ctx: AskContext,
  table: Table,
  range: Range,
  { fields, subject, more }: { fields: string; subject?: string; more?: More },
): Promise<void> {
  const k = await smallestGroup(ctx, range.place)
  const few = await fewNamed(ctx.tx, table, range, k, more)
  ctx.saw(few, { place: range.place, fields, ...(subject ? { subject } : {}) })
}

/** The same of doors: whoever lives behind them. */
export async function seeFewBehind(
  ctx: AskContext,
  rows: readonly { place: string; total: number }[],
  { place, subject }: { place: string; subject: string },
): Promise<void> {
  const k = await smallestGroup(ctx, place)
  const small = rows.flatMap((row) => (row.total < k ? [row.place] : []))
  ctx.saw(await fewLiving(ctx.tx, small, { day: dayOf(ctx.now), k }), { place, subject, fields: 'door' })
}
