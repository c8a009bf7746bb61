import { answer, type AskContext } from '#kernel/ask.ts'
import { type Actor, covers, type Scope } from '#kernel/authorise.ts'
import { millis } from '#kernel/clock.ts'
import { pageOf, readCursor } from '#kernel/cursor.ts'
import { refuse } from '#kernel/errors.ts'
import { handler } from '#kernel/pipeline.ts'
import { locator, placeTree, toWgs84 } from '#modules/places/api.ts'
import { readAlert } from './cap/read.ts'
import { writeAlert } from './cap/write.ts'
import {
  endWarning,
  listWarnings,
  readCap,
  warn,
  type Warning,
  warningCap,
  warningChanged,
} from './contract-warnings.ts'
import { commonRoot } from './rules.ts'
import { type Known, knownOf, officeName } from './shown.ts'
import {
  findWarning,
  insertWarning,
  liftWarning,
  listHolding,
  lockWarning,
  type StoredWarning,
} from './store-warnings.ts'

const stateOf = ({ liftedAt, updated, endsAt }: StoredWarning, now: number): Warning['state'] =>
  liftedAt ? 'cancelled' : updated ? 'updated' : millis(endsAt) <= now ? 'over' : 'live'

/** Who looks, and how far he may warn. */
type Looking = { actor: Actor; now: number; scope: Scope | undefined; known: Known }
type Context = Pick<AskContext, 'actor' | 'now' | 'platform'>
const looking = async ({ actor, now, platform }: Context, scope: Scope | undefined): Promise<Looking> => ({
  actor,
  now,
  scope,
  known: await knownOf(platform),
})

/** Another office's warning is not updated by this one; whoever is above it may lift it. */
const isOwn = ({ issuerPlace, organ }: StoredWarning, { place, organ: own }: Actor): boolean =>
  issuerPlace === place && organ === own

function canOf(w: StoredWarning, { actor, now, scope }: Looking): Warning['can'] {
  if (!scope || stateOf(w, now) !== 'live') return []
  const lifts = covers(scope, { place: w.issuerPlace, organ: w.organ })
  return [...(isOwn(w, actor) ? (['update'] as const) : []), ...(lifts ? (['end'] as const) : [])]
}

const shown = (w: StoredWarning, viewer: Looking): Warning => ({
  id: w.id as Warning['id'],
  hazard: w.hazard,
  grade: w.grade,
  startsAt: w.startsAt,
  endsAt: w.endsAt,
  area: w.area,
  areaNames: w.area.map((code) => viewer.known.tree.nameOf(code)),
  matter: w.matter,
  measures: w.measures,
  issuerName: officeName(viewer.known, w),
  issuedAt: w.issuedAt,
  state: stateOf(w, viewer.now),
  follows: w.follows as Warning['follows'],
  source: w.source,
  mark: w.mark,
  can: canOf(w, viewer),
})

const issue = handler(warn, {
  async load(ctx, { area, startsAt, endsAt, follows }) {
    const tree = await placeTree(ctx.platform)
    if (area.some((code) => !tree.get(code)))
      refuse('invalid', { problems: [{ path: 'area', problem: 'unknown_place' }] })
    if (millis(endsAt) <= Math.max(millis(startsAt), ctx.now))
      refuse('invalid', { problems: [{ path: 'endsAt', problem: 'before_start' }] })
    const before = follows ? ((await lockWarning(ctx.tx, follows)) ?? refuse('not_found')) : undefined
    if (before && stateOf(before, ctx.now) !== 'live') refuse('conflict', { state: stateOf(before, ctx.now) })
    if (before && !isOwn(before, ctx.actor)) refuse('forbidden')
    return { place: commonRoot(area), organ: ctx.actor.organ }
  },
  allow: { permission: 'orders.warn', where: ({ place, organ }, { id }) => ({ place, organ, subject: id }) },
  async handle(ctx, input, { place, organ }) {
    const issuer = { organ, post: ctx.actor.post, issuerPlace: ctx.actor.place ?? '' }
    await insertWarning(ctx.tx, { ...input, ...issuer, place, now: ctx.now })
    ctx.emit(warningChanged, input.id, place, { id: input.id, area: input.area })
    const made = (await findWarning(ctx.tx, input.id)) ?? refuse('not_found')
    return shown(made, await looking(ctx, ctx.scope))
  },
})

const lift = handler(endWarning, {
  load: async (ctx, { id }) => (await lockWarning(ctx.tx, id)) ?? refuse('not_found'),
  allow: {
    permission: 'orders.warn',
    where: ({ issuerPlace, organ }, { id }) => ({ place: issuerPlace, organ, subject: id }),
  },
  async handle(ctx, { id, reason }, before) {
    if (stateOf(before, ctx.now) !== 'live') refuse('conflict', { state: stateOf(before, ctx.now) })
    await liftWarning(ctx.tx, id, reason, ctx.now)
    ctx.emit(warningChanged, id, before.place, { id, area: before.area })
    const after = (await findWarning(ctx.tx, id)) ?? refuse('not_found')
    return shown(after, await looking(ctx, ctx.scope))
  },
})

const list = answer(listWarnings, {
  permission: 'orders.warnings',
  async run(ctx, { place, at, past, limit, cursor }) {
    const spot = at && toWgs84(at)
    const here = spot ? (await locator(ctx.platform)).at(spot.lon, spot.lat).code : (place ?? null)
    const after = readCursor(cursor, 1)?.[0] ?? null
    const found = await listHolding(ctx.tx, { place: here, past, now: ctx.now, after, limit: limit + 1 })
    const viewer = await looking(ctx, ctx.reaches('orders.warn'))
    const { rows, next } = pageOf(found, limit, ({ id }) => [id])
    return { rows: rows.map((row) => shown(row, viewer)), next }
  },
})

const asCap = answer(warningCap, {
  permission: 'orders.warnings',
  async run(ctx, { id }) {
    const found = (await findWarning(ctx.tx, id)) ?? refuse('not_found')
    const warning = shown(found, await looking(ctx, undefined))
    const follows = found.follows ? ((await findWarning(ctx.tx, found.follows)) ?? null) : null
    return {
      name: `${id}.cap.xml`,
      xml: writeAlert({
        warning,
        follows: follows && { id: follows.id as Warning['id'], issuedAt: follows.issuedAt },
        liftedAt: found.liftedAt,
      }),
    }
  },
})

const read = answer(readCap, { permission: 'orders.readCap', run: (_ctx, { xml }) => Promise.resolve(readAlert(xml)) })

export const warningHandlers = [issue, lift]
export const warningAnswers = [list, asCap, read]
