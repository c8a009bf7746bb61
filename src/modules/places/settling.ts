import { dayOf } from '#kernel/clock.ts'
import { followPlaces } from '#kernel/following.ts'
import type { Job } from '#kernel/jobs.ts'
import { handler } from '#kernel/pipeline.ts'
import { placesChanged, placesSettled, settlePlaces } from './contract.ts'
import { settleChange, successionsOf, unsettledChanges } from './store-changes.ts'

/**
 * On the day of a merge or split, households, values and whatever else says so go on at the place that theirs became; what takes
 * more than another code, such as bonds and cases, hears of it.
 */
export const settle = handler(settlePlaces, {
  load: (ctx, { change }) => successionsOf(ctx.tx, change, dayOf(ctx.now)),
  allow: { permission: 'places.settle', where: (_, { change }) => ({ subject: change }) },
  async handle(ctx, { change }, followed) {
    const settled = await settleChange(ctx.tx, change, ctx.now)
    if (!settled) return { moved: 0 }
    const moved = await followPlaces(ctx.tx, ctx.platform.slices.protects, followed)
    if (followed.length > 0) ctx.emit(placesSettled, settled.under, settled.under, { change, moved: followed })
    ctx.emit(placesChanged, settled.under, settled.under, {
      codes: followed.flatMap(({ was, became }) => [was, became]),
    })
    return { moved }
  },
})

export const settleJob: Job = {
  name: 'places.unsettled',
  everySeconds: 60,
  find: async (tx, now, limit) =>
    (await unsettledChanges(tx, dayOf(now), limit)).map(({ id }) => ({
      command: settlePlaces.name,
      input: { change: id },
      because: id,
    })),
}
