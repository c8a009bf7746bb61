import { type Day, dayOf } from '#kernel/clock.ts'
import type { CommandContext } from '#kernel/pipeline.ts'
import { bondsChanged } from './contract.ts'
import { closeRaised, dateRaised, markRaised } from './store-raised.ts'
import { insertBonds, type NewBond } from './store.ts'

/** A bond that holds only as long as something else lasts; always with a last day, so that it lapses by itself. */
export type RaisedBond = Omit<NewBond, 'from' | 'until' | 'follows' | 'origin'>

/** Raises bonds from today, in the caller's command, for as long as the thing `under` lasts, at most until `until`. */
export async function raiseBonds(
  ctx: CommandContext,
  under: string,
  rows: readonly RaisedBond[],
  until: Day,
): Promise<void> {
  const bonds = rows.map((row) => ({ ...row, from: dayOf(ctx.now), until, follows: null, origin: 'assigned' as const }))
  const { person, post } = ctx.actor
  await insertBonds(ctx.tx, bonds, { person, post, now: ctx.now })
  await markRaised(
    ctx.tx,
    under,
    bonds.map(({ id }) => id),
  )
  tell(ctx, under, rows)
}

/** Another last day for what was raised. */
export async function redateBonds(ctx: CommandContext, under: string, until: Day): Promise<number> {
  const bonds = await dateRaised(ctx.tx, under, until)
  tell(ctx, under, bonds)
  return bonds.length
}

/** Ends what was raised, today. */
export async function endRaisedBonds(ctx: CommandContext, under: string, why: string): Promise<number> {
  const bonds = await closeRaised(ctx.tx, { under, day: dayOf(ctx.now), by: ctx.actor.person, why })
  tell(ctx, under, bonds)
  return bonds.length
}

function tell(ctx: CommandContext, under: string, bonds: readonly { place: string }[]): void {
  for (const place of new Set(bonds.map((bond) => bond.place))) ctx.emit(bondsChanged, under, place, { place })
}
