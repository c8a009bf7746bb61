import { answer, type AskContext } from '#kernel/ask.ts'
import { covers } from '#kernel/authorise.ts'
import { DAY_MS, dayOf, HOUR_MS, instant, startOfDay } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { getFigures, lateCases, TALLY_KEYS, type Tally } from './contract-figures.ts'
import type { OutputOf } from '#kernel/contract.ts'
import { kept, keptPast, NOTHING } from './kept.ts'
import { rowOf } from './present.ts'
import { viewerOf } from './queries-list.ts'
import { cityOf, type City } from './routing.ts'
import {
  cellsBelow,
  countBelow,
  type DayRow,
  daysBelow,
  type HourRow,
  hoursBelow,
  lateReasons,
  planAfresh,
  receivedBetween,
} from './store-figures.ts'
import { listCases } from './store-list.ts'

type Figures = OutputOf<typeof getFigures>

export function sumOf(tallies: readonly Tally[]): Tally {
  const sum = { ...NOTHING }
  for (const one of tallies) for (const key of TALLY_KEYS) sum[key] += one[key]
  return sum
}

export const figures = answer(getFigures, {
  permission: 'cases.figures',
  run(ctx, input) {
    const place = input.place ?? ctx.actor.place ?? ''
    if (!covers({ ...ctx.scope, organ: '' }, { place })) refuse('forbidden', { place })
    return kept(ctx, { key: `figures ${place}` }, () => compute(ctx, place))
  },
})

async function compute(ctx: AskContext, place: string): Promise<Figures> {
  const city = await cityOf(ctx.platform)
  const node = city.tree.get(place) ?? refuse('not_found', { place })
  const children = city.tree.children(place)
  planAfresh(ctx.tx)
  const [cells, hours, days, lastWeek] = await Promise.all([
    place.length >= 12 ? countBelow(ctx.tx, place) : cellsBelow(ctx.tx, place, children[0]?.code.length ?? 15),
    hoursOf(ctx, place),
    daysOf(ctx, place),
    kept(ctx, { key: `week ago ${place}`, forMs: MINUTE_MS }, () =>
      receivedBetween(ctx.tx, place, startOfDay(dayOf(ctx.now)) - 7 * DAY_MS, ctx.now - 7 * DAY_MS),
    ),
  ])
  const named = classNames(city, ctx.now)
  const byPlace = Map.groupBy(cells, (cell) => cell.place)
  const byClass = Map.groupBy(cells, (cell) => cell.class)
  return {
    place: { code: place, name: node.name },
    total: sumOf(cells),
    children: children.map(({ code, name }) => ({ code, name, tally: sumOf(byPlace.get(code) ?? []) })),
    classes: [...byClass]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, of]) => ({ code, name: named.get(code) ?? { zh: code }, tally: sumOf(of) })),
    today: { received: sum(hours, 'received'), closed: sum(hours, 'closed'), lastWeek, hours },
    days,
    asOf: instant(ctx.now),
  }
}

const MINUTE_MS = 60_000
const DAYS = 30

/** Hours that are over change no more; only the present one is counted each time. */
async function hoursOf(ctx: AskContext, place: string): Promise<HourRow[]> {
  const [start, hour] = [startOfDay(dayOf(ctx.now)), Math.floor(ctx.now / HOUR_MS) * HOUR_MS]
  const [past, present] = await Promise.all([
    keptPast(ctx, `hours ${place}`, hour, () => hoursBelow(ctx.tx, place, { from: start, to: hour })),
    hoursBelow(ctx.tx, place, { from: hour, to: hour + HOUR_MS }),
  ])
  return [...past, ...present]
}

/** Days that are over change no more; only today is added up each time. */
async function daysOf(ctx: AskContext, place: string): Promise<DayRow[]> {
  const [first, today, tomorrow] = [dayOf(ctx.now - (DAYS - 1) * DAY_MS), dayOf(ctx.now), dayOf(ctx.now + DAY_MS)]
  const [past, present] = await Promise.all([
    keptPast(ctx, `days ${place}`, startOfDay(today), () => daysBelow(ctx.tx, place, { from: first, to: today })),
    daysBelow(ctx.tx, place, { from: today, to: tomorrow }),
  ])
  return [...past, ...present]
}

const sum = (rows: readonly { received: number; closed: number }[], key: 'received' | 'closed'): number =>
  rows.reduce((all, row) => all + row[key], 0)
const classNames = (city: City, now: number) =>
  new Map(city.duties.on(dayOf(now)).map((duty) => [duty.class, duty.className]))

export const lateWhy = answer(lateCases, {
  permission: 'cases.read',
  async run(ctx, input) {
    const city = await cityOf(ctx.platform)
    const place = input.place ?? ctx.actor.place ?? ''
    if (ctx.scope.organ === '' && !covers(ctx.scope, { place })) refuse('forbidden', { place })
    const listing = { filter: { place, late: true }, sort: 'due' as const, limit: 20, cursor: undefined, now: ctx.now }
    const [rows, why] = await Promise.all([
      listCases(ctx.tx, ctx.scope, listing),
      lateReasons(ctx.tx, place, ctx.scope.organ),
    ])
    const viewer = viewerOf(ctx)
    return {
      rows: rows.map((c) => rowOf(city, viewer, c)),
      why: why.map(({ reason, count }) => ({ reason: reason as never, count })),
    }
  },
})
