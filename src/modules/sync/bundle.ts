import { answer } from '#kernel/ask.ts'
import { instant } from '#kernel/clock.ts'
import { listDoors as doorsToAsk, listDefinitions, listQuestions } from '#modules/fields/contract.ts'
import { myDoors } from '#modules/bonds/contract.ts'
import { getCase, listCases } from '#modules/cases/contract.ts'
import { listDuties } from '#modules/duties/contract.ts'
import { myOrder, myOrders } from '#modules/orders/contract-answers.ts'
import { ancestorAt, getPlace, listNames } from '#modules/places/contract.ts'
import { teamOf } from '#modules/posts/contract.ts'
import { getMySelf } from '#modules/signin/contract.ts'
import { aDoor, listPromises, todaysDoors } from '#modules/visits/contract.ts'
import { Load } from './carrying.ts'
import { takeBundle } from './contract.ts'
import { wipeOf } from './queries.ts'
import { deviceOf } from './store-devices.ts'

/** A day of one person; more is there as soon as there is a network. */
const CASES = 40
const ORDERS = 30
const DOORS = 120
const DOORS_A_PART = 20

export const bundle = answer(takeBundle, {
  permission: 'sync.bundle',
  purpose: 'offline_work',
  async run(ctx, { device, have, part }) {
    const { actor, tx, now } = ctx
    const found = actor.person === null ? undefined : await deviceOf(tx, device, actor.person)
    const wipe = found ? await wipeOf(ctx, found) : null
    const load = new Load(ctx, have)
    // Nothing is handed to a phone that is not known, or is to be emptied.
    const parts = found && !wipe ? await fill(load, part, actor.place) : 1
    load.noteLooks()
    const { entries, keep, left } = load
    return { at: instant(now), post: actor.post, entries, keep: keep.join(''), parts, left, wipe }
  },
})

/**
 * In the order of need, since what does not fit stays behind. The inputs are those of the screens of the field app. A part
 * costs the server so many doors at most; which doors there are is asked anew by each, and goes over the line once.
 */
async function fill(load: Load, part: number, place: string | null): Promise<number> {
  if (part === 0) await first(load, place)
  const doors = await households(load)
  const mine = doors.slice(part * DOORS_A_PART, (part + 1) * DOORS_A_PART)
  for (const household of mine) {
    await load.take(aDoor, { household })
    await load.take(listQuestions, { kind: 'household', subject: household })
  }
  return Math.max(1, Math.ceil(doors.length / DOORS_A_PART))
}

async function first(load: Load, place: string | null): Promise<void> {
  await load.take(getMySelf, {})
  const cases = await load.take(listCases, { mine: true, open: true, sort: 'due', limit: 50 })
  await load.take(listCases, { mine: true, open: true, sort: 'due', limit: 30 })
  for (const { id } of (cases?.rows ?? []).slice(0, CASES)) await load.take(getCase, { id })
  const orders = await load.take(myOrders, { open: true, limit: ORDERS })
  for (const { id } of orders?.rows ?? []) await load.take(myOrder, { id })
  if (place !== null) {
    await load.take(getPlace, { code: place })
    await load.take(teamOf, { place })
  }
  await load.take(listDefinitions, {})
  await load.take(listPromises, { mine: true, open: true, limit: 100 })
  await load.take(doorsToAsk, {})
  // By these a phone finds places and kinds of matter itself (field/found.ts): public, and the same for all of a county.
  await load.take(listDuties, {})
  if (place !== null && place.length >= 6) await load.take(listNames, { under: ancestorAt(place, 'county') })
}

/** Doors of today first, then those one answers for. */
async function households(load: Load): Promise<string[]> {
  const today = await load.take(todaysDoors, {})
  const mine = await load.take(myDoors, { limit: 50 })
  const some = [...new Set([...(today?.rows ?? []), ...(mine?.rows ?? [])].map(({ household }) => household))]
  load.left += Math.max(0, some.length - DOORS)
  return some.slice(0, DOORS)
}
