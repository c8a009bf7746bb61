import { answer, type AskContext } from '#kernel/ask.ts'
import { type Day, dayOf } from '#kernel/clock.ts'
import { pageOf, readCursor } from '#kernel/cursor.ts'
import { refuse } from '#kernel/errors.ts'
import { smallestGroup } from '#modules/consents/api.ts'
import { fewLiving, membersOf } from '#modules/homes/api.ts'
import { placeTree, type Tree } from '#modules/places/api.ts'
import { levelOf } from '#modules/places/contract.ts'
import { coverage, type Gap, listGaps, listOverloads } from './contract-coverage.ts'
import { kindsOf } from './kinds.ts'
import { sourceOf } from './store.ts'
import { type Asked, countAreas, countVacant, readGaps, readOverloads } from './store-coverage.ts'
import { type DoorRow, inRange } from './store-doors.ts'
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
type Wanted = { place?: string | undefined; day?: Day | undefined; kind?: string | undefined }

export async function askedOf(
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
  purpose: 'door_bond',
  async run(ctx, wanted) {
    const began = performance.now()
    const asked = await askedOf(ctx, wanted)
    const tree = await placeTree(ctx.platform)
    const counted = await countAreas(ctx.tx, asked)
    const over = await readOverloads(ctx.tx, asked)
    await seeFew(ctx, asked, counted)
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

/** How the doors of a handful of people stand tells of each of them: they see that it was looked at. */
async function seeFew(ctx: AskContext, asked: Asked, counted: readonly { code: string; households: number }[]) {
  const k = await smallestGroup(ctx, asked.place)
  const small = counted.flatMap(({ code, households }) => (households < k ? [code] : []))
  ctx.saw(await fewLiving(ctx.tx, small, { day: asked.day, k }), { place: asked.place, fields: 'coverage' })
}

/** An address where nobody calls is said of whoever lives there. */
export async function seeGaps(ctx: AskContext, { place, day }: Asked, rows: readonly DoorRow[]): Promise<void> {
  const members = await membersOf(
    ctx.tx,
    rows.map(({ household }) => household),
    day,
  )
  ctx.saw(
    members.map(({ person }) => person),
    { place, fields: 'address' },
  )
}

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
  purpose: 'door_bond',
  async run(ctx, { limit, cursor, ...wanted }) {
    const asked = await askedOf(ctx, wanted)
    const found = await readGaps(ctx.tx, asked, { after: readCursor(cursor, 2), limit: limit + 1 })
    const tree = await placeTree(ctx.platform)
    const { rows, next } = pageOf(found, limit, (row) => [row.place, row.household])
    await seeGaps(ctx, asked, rows)
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

export const coverageAnswers = [proof, gaps, overloads]
