import { answer, type AskContext } from '#kernel/ask.ts'
import { dayOf } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { type CommandContext, handler } from '#kernel/pipeline.ts'
import { placeTree } from '#modules/places/api.ts'
import { bondsChanged, type BondKind } from './contract.ts'
import { acceptFilling, proposeFilling } from './contract-coverage.ts'
import { askedOf, seeGaps, shownGap } from './coverage.ts'
import { fillGaps } from './fill.ts'
import { tellBound } from './commands.ts'
import { kindsOf } from './kinds.ts'
import { mostOf, withinQuota } from './rules.ts'
import { insertBonds, lockLoad, type NewBond } from './store.ts'
import { homePoints, readGaps, reachedBy } from './store-coverage.ts'
import { doorRows, readStanding, type Standing } from './store-doors.ts'

/** Gaps that one proposal looks at; a village has a few hundred households. */
const MOST_GAPS = 1000

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
    const filling = fillGaps(
      open.map((row) => ({ household: row.household, at: pointOf(row) })),
      await withRoom(ctx, ready, kind),
    )
    const tree = await placeTree(ctx.platform)
    const doors = new Map(open.map((row) => [row.household, row]))
    const names = new Map(ready.map(({ id, name }) => [id, name]))
    const gapOf = (household: string) => shownGap(doors.get(household) ?? refuse('internal'), tree)
    await seeGaps(ctx, asked, open)
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

/** What each has, may have, and where he lives. */
async function withRoom(ctx: AskContext, ready: readonly Standing[], kind: string) {
  const holders = ready.flatMap(({ holder }) => holder ?? [])
  const homes = new Map((await homePoints(ctx.tx, holders, dayOf(ctx.now))).map((home) => [home.person, pointOf(home)]))
  const { quota } = (await kindsOf(ctx.platform)).demand(kind)
  return ready.map(({ id, load, most, holder }) => ({
    answerer: id,
    load,
    most: mostOf(quota, most),
    at: (holder ? homes.get(holder) : null) ?? null,
  }))
}

const fill = handler(acceptFilling, {
  async load(ctx, { place, kind }) {
    demandVillage(place)
    return (await kindsOf(ctx.platform)).demand(kind)
  },
  allow: { permission: 'bonds.fill', where: (_, { place }) => ({ place }) },
  purpose: 'door_bond',
  async handle(ctx, { place, kind, rows }, one) {
    const today = dayOf(ctx.now)
    const ready = new Map((await readStanding(ctx.tx, { place, kind, day: today })).map((row) => [row.id, row]))
    const households = rows.map(({ household }) => household)
    const doors = new Map((await doorRows(ctx.tx, households)).map((row) => [row.household, row]))
    await takeRoom(ctx, rows, ready, one)
    const reached = await reachedBy(ctx.tx, households, kind, today)
    if (reached.length > 0) refuse('already', { households: reached.length })
    const bonds = rows.map(({ id, household, answerer }) => {
      const [door, source] = [doors.get(household), ready.get(answerer)]
      if (!door?.place.startsWith(place) || !source) return refuse('not_found', { household })
      return assigned(id, kind, { door, source, today })
    })
    await insertBonds(ctx.tx, bonds, { person: ctx.actor.person, post: ctx.actor.post, now: ctx.now })
    for (const [person, given] of Map.groupBy(bonds, (bond) => bond.person))
      if (person) await tellBound(ctx, person, place, given.length)
    ctx.emit(bondsChanged, place, place, { place })
    const asked = { place, day: today, kinds: [kind], digits: 15 }
    const left = await readGaps(ctx.tx, asked, { after: undefined, limit: MOST_GAPS })
    return { made: bonds.length, left: left.length }
  },
})

type Taken = readonly { answerer: string }[]

/** In one order, so that two who accept at once do not wait for each other in a circle. */
async function takeRoom(
  ctx: CommandContext,
  rows: Taken,
  ready: ReadonlyMap<string, Standing>,
  kind: BondKind,
): Promise<void> {
  const given = Map.groupBy(rows, ({ answerer }) => answerer)
  for (const [id, part] of [...given].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const one = ready.get(id) ?? refuse('gone', { answerer: id })
    const load = await lockLoad(ctx.tx, kind.code, one.person ?? one.post ?? one.organ ?? '', dayOf(ctx.now))
    withinQuota(load + part.length, mostOf(kind.quota, one.most))
    ctx.concerns(one.holder)
  }
}

type To = { door: { household: string; place: string }; source: Standing; today: string }
const assigned = (id: string, kind: string, { door, source: { person, post, organ }, today }: To): NewBond => ({
  id,
  kind,
  place: door.place,
  toKind: 'household',
  toId: door.household,
  person,
  post,
  organ,
  role: '',
  origin: 'assigned',
  from: today,
  until: null,
  follows: null,
})

export const fillingAnswers = [propose]
export const fillingHandlers = [fill]
