import { dayOf, millis } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { type CommandContext, handler } from '#kernel/pipeline.ts'
import { organs } from '#modules/people/api.ts'
import { notify } from '#modules/notices/api.ts'
import { amendOrder, closeOrder, relayOrder, withdrawOrder } from './contract-after.ts'
import { orderChanged } from './contract.ts'
import { mergeOrder } from './contract-outlet.ts'
import { demandOrder, leave, viewAfter } from './commands.ts'
import { demandAudience } from './demand.ts'
import { chaseShares } from './levers.ts'
import { dueLater, idOfNow, isLive, nextChase } from './rules.ts'
import { amend, askAgain, endOrder, findOrder, joinOrder, putDraft, type StoredOrder } from './store.ts'
import { moveLoad, unload } from './store-issue.ts'
import { paramsOf } from './telling.ts'

const issuer = (order: StoredOrder, id: string) => ({ place: order.issuerPlace, organ: order.organ, subject: id })

function tell(ctx: CommandContext, { id, place }: StoredOrder, state: StoredOrder['state']): void {
  ctx.emit(orderChanged, id, place, { id, place, state })
}

const amendIt = handler(amendOrder, {
  load: (ctx, { id }) => demandOrder(ctx, id),
  allow: { permission: 'orders.issue', where: (order, { id }) => issuer(order, id) },
  async handle(ctx, { id, base, why, again, ...changes }, order) {
    if (!isLive(order.state) || order.version !== base)
      refuse('conflict', { state: order.state, version: order.version })
    const { title = order.title, text = order.text, doneWhen = order.doneWhen, dueAt = order.dueAt } = changes
    dueLater(millis(dueAt), ctx.now)
    const shares = await ctx.lever(chaseShares, order.place)
    const nextAt = nextChase(0, { issuedAt: ctx.now, dueAt: millis(dueAt) }, shares)
    const version = order.version + 1
    const by = { by: ctx.actor.person, byPost: ctx.actor.post }
    await amend(ctx.tx, { order: id, version, title, text, doneWhen, dueAt, why, ...by, now: ctx.now, nextAt })
    await moveLoad(ctx.tx, order, dayOf(millis(order.dueAt)), dayOf(millis(dueAt)))
    if (again) await askAgain(ctx.tx, id, version)
    tell(ctx, order, 'amended')
    return viewAfter(ctx, id)
  },
})

/** What a proposed order asked nobody yet; what an issued one no longer asks, its grids have free again. */
const withdraw = handler(withdrawOrder, {
  load: (ctx, { id }) => demandOrder(ctx, id),
  allow: { permission: 'orders.issue', where: (order, { id }) => issuer(order, id) },
  async handle(ctx, { id, why }, order) {
    if (order.state === 'proposed') {
      await endOrder(ctx.tx, { id, state: 'withdrawn', why, now: ctx.now })
      return viewAfter(ctx, id)
    }
    if (!isLive(order.state)) refuse('conflict', { state: order.state })
    await unload(ctx.tx, order, dayOf(millis(order.dueAt)))
    await endOrder(ctx.tx, { id, state: 'withdrawn', why, now: ctx.now })
    tell(ctx, order, 'withdrawn')
    return viewAfter(ctx, id)
  },
})

const close = handler(closeOrder, {
  load: (ctx, { id }) => demandOrder(ctx, id),
  allow: { permission: 'orders.issue', where: (order, { id }) => issuer(order, id) },
  async handle(ctx, { id }, order) {
    if (!isLive(order.state)) refuse('conflict', { state: order.state })
    await endOrder(ctx.tx, { id, state: 'closed', why: null, now: ctx.now })
    tell(ctx, order, 'closed')
    return viewAfter(ctx, id)
  },
})

/** Whoever joins an order asks some of the same people: nobody signs for what is asked in another county. */
const meets = (one: StoredOrder, other: StoredOrder): boolean =>
  one.place.startsWith(other.place) || other.place.startsWith(one.place)

const merge = handler(mergeOrder, {
  load: (ctx, { id }) => demandOrder(ctx, id),
  allow: { permission: 'orders.issue', where: (order, { id }) => issuer(order, id) },
  async handle(ctx, { id, into, note }, order) {
    if (order.state !== 'draft' && order.state !== 'proposed') refuse('conflict', { state: order.state })
    const other = await findOrder(ctx.tx, into)
    if (!other || other.id === id || !isLive(other.state) || !meets(order, other))
      return refuse('not_found', { problems: [{ path: 'into', problem: 'unknown' }] })
    const office = ctx.actor.organ ? (await organs(ctx.platform)).get(ctx.actor.organ) : undefined
    if (ctx.actor.organ) await joinOrder(ctx.tx, into, ctx.actor.organ)
    await endOrder(ctx.tx, { id, state: 'merged', why: note, mergedInto: into, now: ctx.now })
    if (other.post)
      await notify(ctx, {
        to: { post: other.post },
        kind: 'order_joined',
        params: { ...paramsOf(other), office: office?.name.zh ?? '' },
        subject: into,
        urgent: false,
        place: other.place,
      })
    return viewAfter(ctx, id)
  },
})

/** Passed on within the own place: the same order with an addition, and never a later deadline than the one above. */
const relay = handler(relayOrder, {
  async load(ctx, { id, parent, audience, dueAt }) {
    idOfNow(id, ctx.now)
    const above = (await findOrder(ctx.tx, parent)) ?? refuse('not_found')
    if (!isLive(above.state)) refuse('conflict', { state: above.state })
    const place = await demandAudience(ctx, audience)
    // Only downwards, within what the order above concerns.
    const own = ctx.actor.place ?? ''
    if (!own.startsWith(above.place)) refuse('not_found')
    if (dueAt !== undefined && millis(dueAt) > millis(above.dueAt))
      refuse('invalid', { problems: [{ path: 'dueAt', problem: 'after_parent' }] })
    return { above, place }
  },
  allow: { permission: 'orders.relay', where: ({ place }, { parent }) => ({ place, subject: parent }) },
  async handle(ctx, input, { above, place }) {
    const { organ, post, person } = ctx.actor
    await putDraft(
      ctx.tx,
      {
        ...above,
        id: input.id,
        parent: above.id,
        supersedes: null,
        text: input.text,
        minutes: input.minutes,
        dueAt: input.dueAt ?? above.dueAt,
        audience: input.audience,
        place,
        issuerPlace: ctx.actor.place ?? '',
        organ,
        post,
        by: person,
      },
      ctx.now,
    )
    const order = (await findOrder(ctx.tx, input.id)) ?? refuse('not_found')
    await leave(ctx, order, { despite: '', signed: false })
    return viewAfter(ctx, input.id)
  },
})

export const afterHandlers = [amendIt, withdraw, close, merge, relay]
