import { answer, type AskContext } from '#kernel/ask.ts'
import { covers } from '#kernel/authorise.ts'
import { DAY_MS, dayOf, instant, startOfDay } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { getFigures, lateCases, TALLY_KEYS, type Tally } from './contract-figures.ts'
import type { OutputOf } from '#kernel/contract.ts'
import { kept, NOTHING } from './kept.ts'
import { rowOf } from './present.ts'
import { viewerOf } from './queries-list.ts'
import { cityOf, type City } from './routing.ts'
import { countBelow, daysBelow, hoursBelow, lateReasons, receivedBetween, talliesBelow, talliesByClass } from './store-figures.ts'
import { listCases } from './store-list.ts'

type Figures = OutputOf<typeof getFigures>

export const sumOf = (tallies: readonly Tally[]): Tally =>
  tallies.reduce((sum, one) => Object.fromEntries(TALLY_KEYS.map((key) => [key, sum[key] + one[key]])) as Tally, NOTHING)

const only = (row: Tally): Tally => Object.fromEntries(TALLY_KEYS.map((key) => [key, row[key]])) as Tally

export const figures = answer(getFigures, {
  permission: 'cases.figures',
  run(ctx, input) {
    const place = input.place ?? ctx.actor.place ?? ''
    if (!covers({ ...ctx.scope, organ: '' }, { place })) refuse('forbidden', { place })
    return kept(ctx, `figures ${place}`, () => compute(ctx, place))
  },
})

async function compute(ctx: AskContext, place: string): Promise<Figures> {
  const city = await cityOf(ctx.platform)
  const node = city.tree.get(place) ?? refuse('not_found', { place })
  const grain = place.length >= 12
  const children = city.tree.children(place)
  const length = children[0]?.code.length ?? 15
  const [below, classes, hours, days, lastWeek] = await Promise.all([
    grain ? countBelow(ctx.tx, place, 'place') : talliesBelow(ctx.tx, place, length),
    grain ? countBelow(ctx.tx, place, 'class') : talliesByClass(ctx.tx, place),
    hoursBelow(ctx.tx, place, ctx.now),
    daysBelow(ctx.tx, place, ctx.now, 30),
    receivedBetween(ctx.tx, place, startOfDay(dayOf(ctx.now)) - 7 * DAY_MS, ctx.now - 7 * DAY_MS),
  ])
  const named = classNames(city, ctx.now)
  const byKey = new Map(below.map((row) => [row.key, only(row)]))
  return {
    place: { code: place, name: node.name },
    total: sumOf(below),
    children: children.map(({ code, name }) => ({ code, name, tally: byKey.get(code) ?? NOTHING })),
    classes: classes.map((row) => ({ code: row.key, name: named.get(row.key) ?? { zh: row.key }, tally: only(row) })),
    today: { received: sum(hours, 'received'), closed: sum(hours, 'closed'), lastWeek, hours },
    days,
    asOf: instant(ctx.now),
  }
}

const sum = (rows: readonly { received: number; closed: number }[], key: 'received' | 'closed'): number => rows.reduce((all, row) => all + row[key], 0)
const classNames = (city: City, now: number) => new Map(city.duties.on(dayOf(now)).map((duty) => [duty.class, duty.className]))

export const lateWhy = answer(lateCases, {
  permission: 'cases.read',
  async run(ctx, input) {
    const city = await cityOf(ctx.platform)
    const place = input.place ?? ctx.actor.place ?? ''
    if (ctx.scope.organ === '' && !covers(ctx.scope, { place })) refuse('forbidden', { place })
    const listing = { filter: { place, late: true }, sort: 'due' as const, limit: 20, cursor: undefined, now: ctx.now }
    const [rows, why] = await Promise.all([listCases(ctx.tx, ctx.scope, listing), lateReasons(ctx.tx, place, ctx.scope.organ)])
    const viewer = viewerOf(ctx)
    return { rows: rows.map((c) => rowOf(city, viewer, c)), why: why.map(({ reason, count }) => ({ reason: reason as never, count })) }
  },
})
