import type { PayloadOf } from '#kernel/contract.ts'
import type { ReactionContext } from '#kernel/platform.ts'
import { notify, tellEach } from '#modules/notices/api.ts'
import { placeTree } from '#modules/places/api.ts'
import { postHandedOver } from '#modules/posts/contract.ts'
import { orderChanged, orderIssued } from './contract.ts'
import { recipientBlocked } from './contract-answers.ts'
import { findOrder } from './store.ts'
import { passOpen } from './store-answers.ts'
import { paramsOf, tellRecipients } from './telling.ts'

async function tellIssued(ctx: ReactionContext, { id }: PayloadOf<typeof orderIssued>): Promise<void> {
  const order = await findOrder(ctx.tx, id)
  if (order) await tellRecipients(ctx, order, { kind: 'order_came', only: 'all' })
}

/** Of an order that ended, everybody is told whom it had reached, so that nobody sets out for nothing. */
async function tellChanged(ctx: ReactionContext, { id, state }: PayloadOf<typeof orderChanged>): Promise<void> {
  const order = await findOrder(ctx.tx, id)
  if (!order || state === 'closed' || state === 'merged') return
  if (state === 'amended') await tellRecipients(ctx, order, { kind: 'order_changed', only: 'all' })
  if (state === 'withdrawn')
    await tellRecipients(ctx, order, { kind: 'order_ended', only: 'all', params: { why: order.why ?? '' } })
}

async function tellIssuer(
  ctx: ReactionContext,
  { order: id, place }: PayloadOf<typeof recipientBlocked>,
): Promise<void> {
  const order = await findOrder(ctx.tx, id)
  if (!order?.post) return
  const name = (await placeTree(ctx.platform)).shortName(place)
  await notify(ctx, {
    to: { post: order.post },
    kind: 'order_stuck',
    params: { ...paramsOf(order), place: name },
    subject: id,
    urgent: false,
    place: order.place,
  })
}

/** Open orders go with a post, and its successor is told of each. */
async function passOn(ctx: ReactionContext, { from, to, place }: PayloadOf<typeof postHandedOver>): Promise<void> {
  const passed = await passOpen(ctx.tx, from, to)
  for (const order of passed)
    await tellEach(ctx, [{ person: null, post: to, place }], {
      kind: 'order_came',
      params: paramsOf(order),
      subject: order.id,
      urgent: false,
    })
}

export const reactions: [string, (ctx: ReactionContext, payload: never) => Promise<void>][] = [
  [orderIssued.name, tellIssued],
  [orderChanged.name, tellChanged],
  [recipientBlocked.name, tellIssuer],
  [postHandedOver.name, passOn],
]
