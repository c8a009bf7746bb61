import { answer } from '#kernel/ask.ts'
import { instant, millis } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { digitsOf, type Level, LEVELS, levelOf } from '#modules/places/contract.ts'
import { ordersRoom } from './contract-room.ts'
import { inReach } from './demand.ts'
import { sumOf, withSilent } from './rules.ts'
import { knownOf } from './shown.ts'
import { countsBelow } from './store-coverage.ts'
import { ordersInForce } from './store-room.ts'

const below = (place: string): Level => LEVELS[LEVELS.indexOf(levelOf(place)) + 1] ?? 'microgrid'

const room = answer(ordersRoom, {
  permission: 'orders.coverage',
  async run(ctx, { place = ctx.actor.place ?? '', by = below(place), since = null }) {
    if (!inReach({ ...ctx.scope, organ: '' }, place, null)) refuse('forbidden', { place })
    const live = await ordersInForce(ctx.tx, { place, since, organ: ctx.scope.organ || null })
    const ids = live.map(({ id }) => id)
    const rows = ids.length > 0 ? await countsBelow(ctx.tx, ids, place, digitsOf(by)) : []
    const { tree } = await knownOf(ctx.platform)
    return {
      place,
      orders: live.length,
      late: live.filter(({ dueAt }) => millis(dueAt) < ctx.now).length,
      tally: sumOf(rows),
      places: rows.map((row) => ({ ...withSilent(row), place: row.place, name: tree.nameOf(row.place) })),
      at: instant(ctx.now),
    }
  },
})

export const roomAnswers = [room]
