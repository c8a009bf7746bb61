import { answer, type AskContext } from '#kernel/ask.ts'
import { type Day, dayOf } from '#kernel/clock.ts'
import { pageOf, readCursor } from '#kernel/cursor.ts'
import { refuse } from '#kernel/errors.ts'
import { handler } from '#kernel/pipeline.ts'
import { placeTree, type Tree } from '#modules/places/api.ts'
import { levelOf } from '#modules/places/contract.ts'
import { bondsChanged } from './contract.ts'
import { acceptFilling, coverage, type Gap, listGaps, listOverloads, proposeFilling } from './contract-coverage.ts'
import { fillGaps } from './fill.ts'
import { type Kinds, kindsOf } from './kinds.ts'
import { mostOf, withinQuota } from './rules.ts'
import { insertBonds, lockLoad, sourceOf } from './store.ts'
import {
  type Asked,
  countAreas,
  countVacant,
  homePoints,
  readGaps,
  readOverloads,
  reachedBy,
} from './store-coverage.ts'
import { doorRows, type DoorRow, inRange, readStanding } from './store-doors.ts'
import type { z } from 'zod'

/** Digits of the places one level down, by which a node is added up. */
const BELOW: Record<ReturnType<typeof levelOf>, number> = {
  city: 6,
  county: 9,
  township: 12,
  village: 15,
  grid: 15,
  microgrid: 17,
}
/** Gaps that one proposal looks at; a village has a few hundred households. */
const MOST_GAPS = 1000

type Wanted = { place?: string | undefined; day?: Day | undefined; kind?: string | undefined }

async function askedOf(
  ctx: AskContext,
  { place, day = dayOf(ctx.now), kind }: Wanted,
): Promise<Asked & { kinds: string[] }> {
  const at = place ?? ctx.actor.place ?? refuse('forbidden')
  if (!inRange(ctx.scope, at)) refuse('forbidden')
  const index = await kindsOf(ctx.platform, day)
  return { place: at, day, kinds: kind ? [index.demand(kind).code] : [...index.near()], digits: BELOW[levelOf(at)] }
}

const proof = answer(coverage, {
  permission: 'bonds.read',
  async run(ctx, wanted) {
    const began = performance.now()
    const asked = await askedOf(ctx, wanted)
    const tree = await placeTree(ctx.platform)
    const counted = await countAreas(ctx.tx, asked)
    const over = await readOverloads(ctx.tx, asked)
    const overAt = Map.groupBy(over, ({ place }) => place.slice(0, asked.digits))
    const areas = counted.map(({ code, ...rest }) => ({
      code,
      name: tree.nameOf(code),
      ...rest,
      overloaded: overAt.get(code)?.length ?? 0,
    }))
    const sum = (of: (area: (typeof areas)[number]) => number): number => areas.reduce((all, area) => all + of(area), 0)
    const [households, reached] = [sum((area) => area.households), sum((area) => area.reached)]
    return {
      place: asked.place,
      placeName: tree.shortName(asked.place),
      day: asked.day,
      households,
      reached,
      overloaded: over.length,
      vacant: await countVacant(ctx.tx, asked),
      whole: households === reached && over.length === 0,
      areas,
      millis: Math.round(performance.now() - began),
    }
  },
})

export const shownGap = (row: DoorRow, tree: Tree): z.infer<typeof Gap> => ({
  household: row.household,
  place: row.place,
  placeName: tree.shortName(row.place),
  address: row.address,
  lon: row.lon,
  lat: row.lat,
})

const gaps = answer(listGaps, {
  permission: 'bonds.read',
  async run(ctx, { limit, cursor, ...wanted }) {
    const asked = await askedOf(ctx, wanted)
    const found = await readGaps(ctx.tx, asked, { after: readCursor(cursor, 2), limit: limit + 1 })
    const tree = await placeTree(ctx.platform)
    const { rows, next } = pageOf(found, limit, (row) => [row.place, row.household])
    return { rows: rows.map((row) => shownGap(row, tree)), next }
  },
})

const overloads = answer(listOverloads, {
  permission: 'bonds.read',
  purpose: 'door_bond',
  async run(ctx, wanted) {
    const rows = await readOverloads(ctx.tx, await askedOf(ctx, wanted))
    const tree = await placeTree(ctx.platform)
    ctx.saw(
      rows.map(({ person }) => person),
      { fields: 'name' },
    )
    return {
      rows: rows.map(({ name, title, kind, load, most, place, ...source }) => ({
        source: sourceOf(source),
        name,
        title,
        kind,
        load,
        most,
        place,
        placeName: tree.shortName(place),
      })),
    }
  },
})

const demandVillage = (place: string): void => {
  if (place.length < 12) refuse('invalid', { problems: [{ path: 'place', problem: 'village_or_grid' }] })
}

const propose = answer(proposeFilling, {
  permission: 'bonds.read',
  purpose: 'door_bond',
  async run(ctx, { place, kind }) {
    demandVillage(place)
    const asked = await askedOf(ctx, { place, kind })
    const open = await readGaps(ctx.tx, asked, { after: undefined, limit: MOST_GAPS })
    const ready = await readStanding(ctx.tx, { place, kind, day: asked.day })
    const homes = new Map(
      (
        await homePoints(
          ctx.tx,
          ready.flatMap(({ holder }) => holder ?? []),
          asked.day,
        )
      ).map((home) => [home.person, pointOf(home)]),
    )
    const { quota } = (await kindsOf(ctx.platform)).demand(kind)
    const filling = fillGaps(
      open.map((row) => ({ household: row.household, at: pointOf(row) })),
      ready.map(({ id, load, most, holder }) => ({
        answerer: id,
        load,
        most: mostOf(quota, most),
        at: (holder ? homes.get(holder) : null) ?? null,
      })),
    )
    const tree = await placeTree(ctx.platform)
    const [doors, names] = [
      new Map(open.map((row) => [row.household, row])),
      new Map(ready.map(({ id, name }) => [id, name])),
    ]
    const gapOf = (household: string) => shownGap(doors.get(household) ?? refuse('internal'), tree)
    ctx.saw(
      ready.map(({ holder }) => holder),
      { place, fields: 'name' },
    )
    return {
      rows: filling.pairs.map(({ household, answerer, metres }) => ({
        ...gapOf(household),
        answerer: answerer as never,
        name: names.get(answerer) ?? '',
        metres,
        load: filling.loads.get(answerer) ?? 0,
      })),
      left: filling.left.map(gapOf),
      answerers: ready.length,
    }
  },
})
const pointOf = ({ lon, lat }: { lon: number | null; lat: number | null }) =>
  lon === null || lat === null ? null : { lon, lat }

const fill = handler(acceptFilling, {
  async load(ctx, { place, kind }) {
    demandVillage(place)
    return (await kindsOf(ctx.platform)).demand(kind)
  },
  allow: { permission: 'bonds.fill', where: (_, { place }) => ({ place }) },
  purpose: 'door_bond',
  async handle(ctx, { place, kind, rows }, { quota }) {
    const today = dayOf(ctx.now)
    const ready = new Map((await readStanding(ctx.tx, { place, kind, day: today })).map((row) => [row.id, row]))
    const doors = new Map(
      (
        await doorRows(
          ctx.tx,
          rows.map(({ household }) => household),
        )
      ).map((row) => [row.household, row]),
    )
    const given = Map.groupBy(rows, ({ answerer }) => answerer as string)
    // In one order, so that two who accept at once do not wait for each other in a circle.
    for (const [id, part] of [...given].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      const one = ready.get(id) ?? refuse('gone', { answerer: id })
      const load = await lockLoad(ctx.tx, kind, one.person ?? one.post ?? one.organ ?? '', today)
      withinQuota(load + part.length, mostOf(quota, one.most))
      ctx.concerns(one.holder)
    }
    const reached = await reachedBy(
      ctx.tx,
      rows.map(({ household }) => household),
      kind,
      today,
    )
    if (reached.length > 0) refuse('already', { households: reached.length })
    const bonds = rows.map(({ id, household, answerer }) => {
      const [door, one] = [doors.get(household), ready.get(answerer)]
      if (!door?.place.startsWith(place) || !one) return refuse('not_found', { household })
      const { person, post, organ } = one
      return {
        id,
        kind,
        place: door.place,
        toKind: 'household' as const,
        toId: household,
        person,
        post,
        organ,
        role: '',
        origin: 'assigned' as const,
        from: today,
        until: null,
        follows: null,
      }
    })
    await insertBonds(ctx.tx, bonds, { person: ctx.actor.person, post: ctx.actor.post, now: ctx.now })
    ctx.emit(bondsChanged, place, place, { place })
    const kinds: Kinds = await kindsOf(ctx.platform)
    const left = await readGaps(
      ctx.tx,
      { place, day: today, kinds: [kinds.demand(kind).code], digits: 15 },
      { after: undefined, limit: MOST_GAPS },
    )
    return { made: bonds.length, left: left.length }
  },
})

export const coverageAnswers = [proof, gaps, overloads, propose]
export const coverageHandlers = [fill]
