import type { Day } from '#kernel/clock.ts'
import { dayOf } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { keyOf } from '#kernel/jobs.ts'
import { type CommandContext, handler } from '#kernel/pipeline.ts'
import { mergePlaces, parentOf, placesChanged, renamePlace, splitPlace } from './contract.ts'
import { type Begun, type Ground, invalid, namesOf, notPast, type Plan, planMerge, planSplit } from './rules.ts'
import { shownPlace } from './shown.ts'
import { applyPlan, type Change, findLaterName, insertNaming, lockTree } from './store-changes.ts'
import { readPlaces } from './store.ts'
import { gatherPlaces, livesOn, type TreePlace } from './tree.ts'

/** The whole tree under the names of the day, with every other change waiting. */
async function survey(ctx: CommandContext, day: Day): Promise<Ground> {
  notPast(day, dayOf(ctx.now))
  await lockTree(ctx.tx)
  return { day, everyone: gatherPlaces(day, await readPlaces(ctx.tx)), mint: (code) => keyOf(`${ctx.key} ${code}`) }
}

type Decided = { kind: Change['kind']; under: string; day: Day; reason: string; was: string[]; became: string[] }

const changeOf = (ctx: CommandContext, decided: Decided): Change => ({
  ...decided,
  id: ctx.key,
  by: ctx.actor.person,
  now: ctx.now,
})

/** Where a place is changed from: the place that it lies in, or itself for the city. */
const above = (code: string): string => parentOf(code) ?? code

function tell(ctx: CommandContext, under: string, codes: readonly string[]): void {
  ctx.platform.cache.drop('places.')
  ctx.emit(placesChanged, under, under, { codes: [...new Set(codes)] })
}

async function apply(ctx: CommandContext, decided: Decided, plan: Plan): Promise<void> {
  await applyPlan(ctx.tx, changeOf(ctx, decided), plan)
  tell(ctx, decided.under, [...plan.was, ...plan.became])
}

const begun = (place: Begun) => shownPlace({ ...place, validTo: null })

const merge = handler(mergePlaces, {
  async load(ctx, { codes, into, day }) {
    return planMerge(await survey(ctx, day), codes, into)
  },
  allow: { permission: 'places.merge', where: (_, { into }) => ({ place: above(into.code), subject: into.id }) },
  async handle(ctx, { into, day, reason }, plan) {
    await apply(ctx, { kind: 'merge', under: above(into.code), day, reason, was: plan.was, became: plan.became }, plan)
    return begun(plan.begins.find(({ id }) => id === into.id) ?? refuse('internal'))
  },
})

const split = handler(splitPlace, {
  async load(ctx, { code, into, day }) {
    return planSplit(await survey(ctx, day), code, into)
  },
  allow: { permission: 'places.split', where: (_, { code }) => ({ place: above(code) }) },
  async handle(ctx, { code, into, day, reason }, plan) {
    await apply(ctx, { kind: 'split', under: above(code), day, reason, was: plan.was, became: plan.became }, plan)
    return { places: plan.begins.filter(({ id }) => into.some((one) => one.id === id)).map(begun) }
  },
})

function renamable({ day, everyone }: Ground, code: string, name: string): TreePlace {
  const place = everyone.find((one) => one.code === code && livesOn(one, day)) ?? refuse('not_found', { place: code })
  if (place.name === name) invalid('name', 'same')
  if (place.validTo !== null) refuse('conflict', { code, why: 'already_planned' })
  return place
}

const rename = handler(renamePlace, {
  async load(ctx, { code, name, day }) {
    const place = renamable(await survey(ctx, day), code, name)
    if (await findLaterName(ctx.tx, place.id, day)) refuse('conflict', { code, why: 'already_planned' })
    return place
  },
  allow: { permission: 'places.rename', where: (place) => ({ place: above(place.code), subject: place.id }) },
  async handle(ctx, { code, name, day, reason }, place) {
    const names = { name, ...namesOf(name, place.kind) }
    const decided: Decided = { kind: 'rename', under: above(code), day, reason, was: [place.name], became: [name] }
    await insertNaming(ctx.tx, changeOf(ctx, decided), place.id, names)
    tell(ctx, decided.under, [code])
    return shownPlace({ ...place, ...names })
  },
})

export const handlers = [merge, split, rename]
