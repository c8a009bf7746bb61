import { type Day, dayOf } from '#kernel/clock.ts'
import type { CommandContext } from '#kernel/pipeline.ts'
import { postsChanged } from './contract.ts'
import { insertAll } from './store-change.ts'
import { dateRaised, endRaisedHeld } from './store-raised.ts'
import type { NewPost } from './store.ts'

/** A post that is held only as long as something else lasts; always with a last day, so that it lapses by itself. */
export type RaisedPost = Omit<NewPost, 'by' | 'under' | 'from' | 'to'>

/**
 * Raises posts from today, in the caller's command, for as long as the thing `under` lasts, at most until `until` (the first day on
 * which they are no longer held). The caller has checked the authority to do so; nobody becomes an administrator this way by
 * holding a second of the three roles (`incompatible_posts`).
 */
export async function raisePosts(
  ctx: CommandContext,
  under: string,
  rows: readonly RaisedPost[],
  until: Day,
): Promise<void> {
  const rest = { from: dayOf(ctx.now), to: until, by: ctx.actor.person, under }
  await insertAll(
    ctx.tx,
    rows.map((row) => ({ ...row, ...rest })),
  )
  tell(ctx, rows)
}

/** Another last day for what was raised: an extension that was decided anew, or an earlier end that is known. */
export async function redatePosts(ctx: CommandContext, under: string, until: Day): Promise<number> {
  const seats = await dateRaised(ctx.tx, under, until)
  tell(ctx, seats)
  return seats.length
}

/** Ends what was raised, today. */
export async function endRaised(ctx: CommandContext, under: string, why: string): Promise<number> {
  const seats = await endRaisedHeld(ctx.tx, { under, day: dayOf(ctx.now), by: ctx.actor.person, why })
  tell(ctx, seats)
  return seats.length
}

function tell(ctx: CommandContext, seats: readonly { id: string; place: string; person: string }[]): void {
  ctx.platform.cache.drop('posts.')
  for (const { id, place, person } of seats) {
    ctx.concerns(person)
    ctx.emit(postsChanged, id, place, { post: id, place })
  }
}
