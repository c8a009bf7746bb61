import { answer, type AskContext } from '#kernel/ask.ts'
import { liveHolds } from '#kernel/holds.ts'
import { pageOf, readCursor } from '#kernel/cursor.ts'
import { refuse } from '#kernel/errors.ts'
import { pull } from '#kernel/levers.ts'
import { LEVELS, levelOf } from '#modules/places/contract.ts'
import { getOrder, listOrders, previewAudience } from './contract.ts'
import { checkOrder } from './contract-outlet.ts'
import { askedOf, demandAudience, inReach } from './demand.ts'
import { minutesPerGridDay } from './levers.ts'
import { lookBefore } from './outlet.ts'
import { withSilent } from './rules.ts'
import { knownOf, shownOrder, shownRow } from './shown.ts'
import { findOrder, type StoredOrder } from './store.ts'
import { previewOf } from './store-audience.ts'
import { findSuccessor, isAddressed, listConcerning } from './store-reading.ts'

const preview = answer(previewAudience, {
  permission: 'orders.draft',
  purpose: 'staff_directory',
  async run(ctx, { audience }) {
    const root = await demandAudience(ctx, audience)
    if (!inReach(ctx.scope, root, ctx.actor.organ)) refuse('forbidden', { place: root })
    const digits = CODE_LENGTHS[Math.min(LEVELS.indexOf(levelOf(root)) + 1, 5)] ?? 17
    const found = await previewOf(ctx.tx, askedOf(audience, ctx.now, ctx.actor.post), digits)
    const { tree } = await knownOf(ctx.platform)
    ctx.saw(
      found.sample.map(({ holder }) => holder),
      { place: root, fields: 'name' },
    )
    return {
      ...found,
      byPlace: found.byPlace.map((row) => ({ ...row, name: tree.nameOf(row.place) })),
      sample: found.sample.map(({ name, title, place }) => ({ name, title, place, placeName: tree.shortName(place) })),
    }
  },
})
const CODE_LENGTHS = [4, 6, 9, 12, 15, 17]

/** Known to the office it is of, to the places it concerns, to those it addresses. Drafts to their office, and to who may sign. */
export async function demandReadable(ctx: AskContext, id: string): Promise<StoredOrder> {
  const order = (await findOrder(ctx.tx, id)) ?? refuse('not_found')
  if (inReach(ctx.scope, order.issuerPlace, order.organ)) return order
  const out = order.issuedAt !== null
  const { lo } = ctx.scope
  const concerns = ctx.scope.organ === '' && lo !== '~' && (lo.startsWith(order.place) || order.place.startsWith(lo))
  if (out && (concerns || (await isAddressed(ctx.tx, id, [ctx.actor.post, ctx.actor.person])))) return order
  return refuse('not_found')
}

const one = answer(getOrder, {
  permission: 'orders.read',
  async run(ctx, { id }) {
    const order = await demandReadable(ctx, id)
    return shownOrder(ctx.tx, order, {
      known: await knownOf(ctx.platform),
      viewer: { person: ctx.actor.person, reach: ctx.reaches },
      supersededBy: await findSuccessor(ctx.tx, id),
    })
  },
})

const list = answer(listOrders, {
  permission: 'orders.coverage',
  async run(ctx, { place = ctx.actor.place ?? '', state, kind, mine, text, limit, cursor }) {
    if (!inReach({ ...ctx.scope, organ: '' }, place, null)) refuse('forbidden', { place })
    const rows = await listConcerning(ctx.tx, {
      place,
      office: { place: ctx.actor.place ?? '', organ: ctx.actor.organ },
      organ: ctx.scope.organ || null,
      state,
      kind: kind ?? null,
      mine,
      text: text ?? null,
      after: readCursor(cursor, 1)?.[0] ?? null,
      limit: limit + 1,
    })
    const known = await knownOf(ctx.platform)
    const { rows: shown, next } = pageOf(rows, limit, ({ id }) => [id])
    return { rows: shown.map((row) => ({ ...shownRow(row, known), tally: row.tally && withSilent(row.tally) })), next }
  },
})

const check = answer(checkOrder, {
  permission: 'orders.draft',
  async run(ctx, { id }) {
    const order = (await findOrder(ctx.tx, id)) ?? refuse('not_found')
    if (!inReach(ctx.scope, order.issuerPlace, order.organ)) refuse('not_found')
    const holds = await liveHolds(ctx.tx, ctx.now)
    // What holds in two counties is not found where they meet, at the city: the strictest of its places counts.
    const limit = Math.min(...order.audience.within.map((code) => pull(minutesPerGridDay, holds, code, ctx.now)))
    return lookBefore({ tx: ctx.tx, now: ctx.now, known: await knownOf(ctx.platform), limit }, order)
  },
})

export const answers = [preview, one, list, check]
