import { dayOf, instant } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { handler } from '#kernel/pipeline.ts'
import { enterBy, organs } from '#modules/people/api.ts'
import { placeTree, toWgs84 } from '#modules/places/api.ts'
import { placeOrgan } from './contract-arrange.ts'
import { addDwelling, correctDwelling, type Dwelling, endDwelling, homesChanged } from './contract.ts'
import { demandDwelling, SERVICE } from './demand.ts'
import { checkDay, heldOn } from './rules.ts'
import * as store from './store.ts'
import { readBehind } from './store-stays.ts'

const permission = 'homes.enter'
const shown = (row: store.DwellingRow): Dwelling => ({ ...row, id: row.id as Dwelling['id'] })

const add = handler(addDwelling, {
  async load(ctx, { place }) {
    const found = (await placeTree(ctx.platform)).get(place)
    return found && place.length >= 15
      ? found
      : refuse('not_found', { problems: [{ path: 'place', problem: 'unknown_place' }] })
  },
  allow: { permission, where: (_, { place, id }) => ({ place, subject: id }) },
  async handle(ctx, { id, place, address, door = null, kind, position, positionSource, day, origin }) {
    const fromDay = day ?? dayOf(ctx.now)
    checkDay(fromDay, dayOf(ctx.now))
    if (await store.findSameDoor(ctx.tx, { place, address, door })) refuse('already')
    const entry = await enterBy(ctx, place, origin)
    const at = position ? toWgs84(position) : undefined
    const row = {
      id,
      place,
      address,
      door,
      kind,
      lon: at?.lon ?? null,
      lat: at?.lat ?? null,
      positionSource: at ? (positionSource ?? 'phone') : null,
      entry,
      fromDay,
    }
    await store.insertDwelling(ctx.tx, row)
    ctx.emit(homesChanged, id, place, { household: null, dwelling: id })
    return shown({ ...row, untilDay: null })
  },
})

const correct = handler(correctDwelling, {
  load: (ctx, { dwelling }) => demandDwelling(ctx, dwelling),
  allow: { permission, where: ({ place }, { dwelling }) => ({ place, subject: dwelling }) },
  async handle(ctx, { id, dwelling, position, positionSource, origin, ...given }, was) {
    const at = position && toWgs84(position)
    const now: store.DwellingRow = {
      ...was,
      address: given.address ?? was.address,
      door: given.door === undefined ? was.door : given.door,
      kind: given.kind ?? was.kind,
      ...(at ? { lon: at.lon, lat: at.lat, positionSource: positionSource ?? 'phone' } : {}),
    }
    const statements = changesOf(was, now).map((change, no) => ({
      id: no === 0 ? (id as string) : uuidv7(ctx.now),
      ...change,
    }))
    if (statements.length === 0) return shown(was)
    const entry = await enterBy(ctx, was.place, origin)
    await store.correctDwelling(ctx.tx, now, statements, { dwelling: was, entry, at: instant(ctx.now) })
    ctx.emit(homesChanged, dwelling, was.place, { household: null, dwelling })
    return shown(now)
  },
})

function changesOf(was: store.DwellingRow, now: store.DwellingRow): Omit<store.Statement, 'id'>[] {
  const position = ({ lon, lat, positionSource }: store.DwellingRow) => ({ lon, lat, source: positionSource })
  const plain = (['address', 'door', 'kind'] as const)
    .filter((kind) => was[kind] !== now[kind])
    .map((kind) => ({ kind, was: was[kind], value: now[kind] }))
  const moved = was.lon !== now.lon || was.lat !== now.lat
  return [...plain, ...(moved ? [{ kind: 'position' as const, was: position(was), value: position(now) }] : [])]
}

const end = handler(endDwelling, {
  load: (ctx, { dwelling }) => demandDwelling(ctx, dwelling),
  allow: { permission, where: ({ place }, { dwelling }) => ({ place, subject: dwelling }) },
  async handle(ctx, { dwelling, day = dayOf(ctx.now), origin }, { place, fromDay, untilDay }) {
    if (untilDay) refuse('already')
    checkDay(day, dayOf(ctx.now), [fromDay])
    const living = await readBehind(ctx.tx, dwelling)
    if (living.some((household) => heldOn(household, day) || household.untilDay === null)) refuse('conflict')
    await enterBy(ctx, place, origin)
    await store.endDwelling(ctx.tx, dwelling, day)
    ctx.emit(homesChanged, dwelling, place, { household: null, dwelling })
    return { dwelling }
  },
})

const seat = handler(placeOrgan, {
  async load(ctx, { dwelling, organ }) {
    if (!(await organs(ctx.platform)).get(organ))
      refuse('not_found', { problems: [{ path: 'organ', problem: 'unknown' }] })
    return demandDwelling(ctx, dwelling)
  },
  allow: { permission, where: ({ place }, { dwelling }) => ({ place, subject: dwelling }) },
  async handle(ctx, { id, organ, dwelling, day = dayOf(ctx.now), origin }, { place }) {
    checkDay(day, dayOf(ctx.now))
    const entry = await enterBy(ctx, place, origin)
    await store.insertPremises(ctx.tx, { id, organ, dwelling, place, entry, fromDay: day })
    return { id }
  },
})

export const dwellingHandlers = [add, correct, end, seat].map((one) => ({ ...one, purpose: SERVICE }))
