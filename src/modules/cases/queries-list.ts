import { answer, type AskContext } from '#kernel/ask.ts'
import { covers } from '#kernel/authorise.ts'
import { instant } from '#kernel/clock.ts'
import type { InputOf } from '#kernel/contract.ts'
import { refuse } from '#kernel/errors.ts'
import { type CaseRow, listCases as listContract, mapCases, nearbyCases } from './contract.ts'
import { isClosed, type State } from './lifecycle.ts'
import { rowOf, type Viewer, viewer } from './present.ts'
import { cityOf } from './routing.ts'
import { isNumber, numberFrom } from './rules.ts'
import type { Case } from './store.ts'
import { openBelow, pointsBelow } from './store-figures.ts'
import { tallyOf } from './kept.ts'
import { countCases, type Cursor, type Filter, findByNumber, findIds, listCases, openInVillage } from './store-list.ts'
import { gramsWanted } from './words.ts'

export const viewerOf = (ctx: AskContext): Viewer => viewer(ctx.actor, ctx.now, ctx.reaches)

/** The text search gives at most so many; more is a text too short to be of use. */
const MOST_FOUND = 500
type Input = InputOf<typeof listContract>

export const list = answer(listContract, {
  permission: 'cases.read',
  async run(ctx, input) {
    const city = await cityOf(ctx.platform)
    const filter = await filterOf(ctx, input)
    const listing = { filter, sort: input.sort, limit: input.limit + 1, cursor: cursorFrom(input.cursor), now: ctx.now }
    const [found, total] = await Promise.all([listCases(ctx.tx, ctx.scope, listing), totalOf(ctx, filter)])
    const rows = found.slice(0, input.limit)
    const me = viewerOf(ctx)
    return { rows: rows.map((c) => rowOf(city, me, c)), next: nextOf(found, input), total }
  },
})

async function filterOf(ctx: AskContext, input: Input): Promise<Filter> {
  const { mine, text, ...rest } = input
  const filter: Filter = { ...rest, mine: mine ? deskOf(ctx) : undefined }
  if (!text) return filter
  if (isNumber(text)) {
    const found = await findByNumber(ctx.tx, numberFrom(text))
    return { ...filter, ids: found ? [found.id] : [] }
  }
  return { ...filter, ids: await findIds(ctx.tx, text.toLowerCase(), gramsWanted(text), MOST_FOUND) }
}

function deskOf(ctx: AskContext) {
  const { actor } = ctx
  return { post: actor.post, organ: actor.organ, desk: actor.place, room: actor.role !== 'department_officer' }
}

/** Exact where the counters know it or the set is small; null where only counting everything would tell. */
async function totalOf(ctx: AskContext, f: Filter): Promise<number | null> {
  if (f.ids || f.mine || f.late || f.open === true) {
    const counted = countersKnow(ctx, f) ? await fromCounters(ctx, f) : undefined
    return counted ?? countCases(ctx.tx, ctx.scope, f, ctx.now)
  }
  if (countersKnow(ctx, f)) return fromCounters(ctx, f)
  return narrow(f) ? countCases(ctx.tx, ctx.scope, f, ctx.now) : null
}

const narrow = (f: Filter): boolean =>
  (f.place ?? '').length >= 9 || f.states?.every((state) => !isClosed(state as State)) === true

function countersKnow(ctx: AskContext, f: Filter): boolean {
  const place = longer(f.place, ctx.actor.place ?? '')
  const others = [f.states, f.mine, f.dueSoon, f.reopened, f.bounced, f.kind, f.level, f.channel, f.ids, f.from, f.to]
  return (
    ctx.scope.organ === '' &&
    place.length <= 12 &&
    others.every((value) => value === undefined || value === false) &&
    !f.class
  )
}

async function fromCounters(ctx: AskContext, f: Filter): Promise<number> {
  const own = ctx.actor.place ?? ''
  const place = longer(f.place, own)
  // A place beside one's own holds nothing for one.
  if (f.place && place !== f.place && !own.startsWith(f.place)) return 0
  const sum = await tallyOf(ctx, place)
  if (f.late) return sum.late
  return f.open === undefined ? sum.received : f.open ? sum.open : sum.received - sum.open
}

/** Asking for a place above one's own is asking for one's own. */
const longer = (place: string | undefined, own: string): string => (place && place.startsWith(own) ? place : own)

export const cursorFrom = (text: string | undefined): Cursor | undefined => {
  if (!text) return undefined
  const [at, id] = text.split('_')
  return at === undefined || !id
    ? refuse('invalid', { problems: [{ path: 'cursor', problem: 'invalid_format' }] })
    : { at, id }
}

function nextOf(found: Case[], input: Input): string | null {
  const last = found.length > input.limit ? found[input.limit - 1] : undefined
  if (!last) return null
  if (input.sort === 'newest') return `${instant(last.course.receivedAt)}_${last.id}`
  return `${last.dueAt ?? ''}_${last.id}`
}

export const nearby = answer(nearbyCases, {
  permission: 'cases.read',
  async run(ctx, input) {
    const city = await cityOf(ctx.platform)
    const found = await openInVillage(ctx.tx, ctx.scope, input.place.slice(0, 12), input.except)
    const far = (c: Case): number => {
      const apart =
        input.lon === undefined || input.lat === undefined || c.lon === null || c.lat === null
          ? 0.5
          : Math.hypot((c.lon - input.lon) * 0.87, c.lat - input.lat)
      return apart + (c.kind === input.kind ? 0 : 0.02)
    }
    const nearest = found.sort((a, b) => far(a) - far(b)).slice(0, 8)
    const me = viewerOf(ctx)
    return { rows: nearest.map((c): CaseRow => rowOf(city, me, c)) }
  },
})

const LENGTHS = { city: 4, county: 6, township: 9, village: 12, grid: 15, microgrid: 17 } as const

export const map = answer(mapCases, {
  permission: 'cases.read',
  async run(ctx, input) {
    const place = input.place ?? ctx.actor.place ?? ''
    if (ctx.scope.organ === '' && !covers(ctx.scope, { place })) refuse('forbidden')
    const [areas, points] = await Promise.all([
      openBelow(ctx.tx, place, LENGTHS[input.by], { late: input.late === true, organ: ctx.scope.organ }),
      pointsBelow(ctx.tx, place, { late: input.late === true, organ: ctx.scope.organ }),
    ])
    return { areas, points }
  },
})
