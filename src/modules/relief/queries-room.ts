import { answer, type AskContext } from '#kernel/ask.ts'
import { refuse } from '#kernel/errors.ts'
import { liveHolds } from '#kernel/holds.ts'
import { type Hold, pull } from '#kernel/levers.ts'
import { placeTree } from '#modules/places/api.ts'
import { digitsOf } from '#modules/places/contract.ts'
import { EVACUEE_STATES } from './contract-evacuation.ts'
import { FIRM_STATES } from './contract-firms.ts'
import { reliefMap, reliefRoom } from './contract-room.ts'
import { TOOLS } from './levers.ts'
import { countStates, type Table } from './store.ts'
import { EVACUEE, sheltersIn } from './store-evacuation.ts'
import { FIRM } from './store-firms.ts'
import { readGround, readRoom, readSpots } from './store-room.ts'
import { may, namesFor } from './tool.ts'

/** Where a hold opens a tool further down, each place once. */
function openBelow(holds: readonly Hold[], place: string, now: number): { tool: string; place: string }[] {
  const shut = TOOLS.filter((tool) => !pull(tool, holds, place, now))
  return shut.flatMap((tool) => {
    const held = holds.filter((hold) => hold.lever === tool.name && hold.place.startsWith(place))
    const places = [...new Set(held.map((hold) => hold.place))].filter((code) => pull(tool, holds, code, now))
    return places.toSorted().map((code) => ({ tool: tool.name, place: code }))
  })
}

/** Numbers of people of a tool are for whom its lists are: who takes calls does not hear how many are on a list. */
const isOurs = (ctx: AskContext, permission: string): boolean => may(ctx, permission, { place: ctx.scope.lo })
const NONE = 0

export const room = answer(reliefRoom, {
  permission: 'relief.room',
  async run(ctx, input) {
    const place = input.place ?? ctx.actor.place ?? ''
    const here = { scope: ctx.scope, place }
    const holds = await liveHolds(ctx.tx, ctx.now)
    const tree = await placeTree(ctx.platform)
    const r = (await readRoom(ctx.tx, here, ctx.now)) ?? refuse('internal', { missing: 'relief.room' })
    const states = async <S extends string>(
      table: Table,
      all: readonly S[],
      permission: string,
    ): Promise<Record<S, number>> => {
      const counted = isOurs(ctx, permission) ? await countStates(ctx.tx, table, { ...here, length: 4 }) : []
      return Object.fromEntries(
        all.map((state) => [state, counted.find((one) => one.state === state)?.rows ?? 0]),
      ) as Record<S, number>
    }
    return {
      place,
      placeName: (await namesFor(ctx, [])).placeName(place),
      open: TOOLS.filter((tool) => pull(tool, holds, place, ctx.now)).map(({ name }) => name),
      below: openBelow(holds, place, ctx.now).map((one) => ({ ...one, name: tree.nameOf(one.place) })),
      shelters: { open: r.open, beds: r.beds, inside: r.inside, coming: r.coming },
      people: await states(EVACUEE, EVACUEE_STATES, 'relief.evacuees'),
      doors: isOurs(ctx, 'relief.knock')
        ? { total: r.doors, left: r.doorsLeft, help: r.help }
        : { total: NONE, left: NONE, help: NONE },
      lines: isOurs(ctx, 'relief.answerLine') ? { total: r.lines, left: r.linesLeft } : { total: NONE, left: NONE },
      stays: isOurs(ctx, 'relief.stays') ? { live: r.stays, waiting: r.needs } : { live: NONE, waiting: NONE },
      passes: isOurs(ctx, 'relief.passes')
        ? { live: r.passes, crossings: r.crossings }
        : { live: NONE, crossings: NONE },
      calls: { waiting: r.calls, urgent: r.urgent },
      seats: { wanted: r.wanted, taken: r.taken },
      seeks: isOurs(ctx, 'relief.matchSeek') ? { looking: r.looking, found: r.found } : { looking: NONE, found: NONE },
      items: { held: r.held, yuanOwed: r.owed },
      firms: await states(FIRM, FIRM_STATES, 'relief.room'),
      problems: r.problems,
    }
  },
})

/** A city has a few hundred. */
const MOST_SHELTERS = 1000

export const ground = answer(reliefMap, {
  permission: 'relief.room',
  async run(ctx, { by, ...input }) {
    const place = input.place ?? ctx.actor.place ?? ''
    const here = { scope: ctx.scope, place }
    const tree = await placeTree(ctx.platform)
    const shelters = await sheltersIn(ctx.tx, { ...here, limit: MOST_SHELTERS }, false)
    const points = [
      ...shelters.map(({ inside, coming, beds, ...one }) => ({
        ...one,
        sort: 'shelter' as const,
        room: beds,
        taken: inside + coming,
      })),
      ...(await readSpots(ctx.tx, here, ctx.now)).map((one) => ({
        ...one,
        sort: 'post' as const,
        lon: null,
        lat: null,
      })),
    ]
    return {
      places: (isOurs(ctx, 'relief.evacuees') ? await readGround(ctx.tx, here, digitsOf(by)) : []).map((row) => ({
        ...row,
        name: tree.nameOf(row.place),
      })),
      points: points.flatMap(({ id, sort, name, room: beds, taken, ...one }) => {
        const middle = tree.ever(one.place)
        const [lon, lat] = [one.lon ?? middle?.lon, one.lat ?? middle?.lat]
        if (typeof lon !== 'number' || typeof lat !== 'number') return []
        return [{ id, sort, name, placeName: tree.shortName(one.place), lon, lat, room: beds, taken }]
      }),
    }
  },
})
