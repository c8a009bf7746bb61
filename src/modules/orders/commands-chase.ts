import { millis } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { type CommandContext, handler } from '#kernel/pipeline.ts'
import { letFilesGo } from '#modules/cases/api.ts'
import { notify, notQuiet, tellEach } from '#modules/notices/api.ts'
import { roster } from '#modules/posts/api.ts'
import { chaseOrder, chaseRecipient, keepMonths } from './contract-answers.ts'
import { chaseShares } from './levers.ts'
import { above, isLive, nextChase } from './rules.ts'
import { settles } from './rules-answer.ts'
import { findOrder, lockOrder, type StoredOrder } from './store.ts'
import { lockRecipient } from './store-answers.ts'
import { setChased, setRecipientChased, silentPlaces } from './store-chase.ts'
import { dropMonths, keptSince, makeMonths } from './store-months.ts'
import { dropPhotos } from './store-photos.ts'
import { paramsOf, tellRecipients } from './telling.ts'

/** Ordinary orders wait for the morning; red ones are chased at night too. */
async function quietUntil(ctx: CommandContext, { red, place }: StoredOrder): Promise<number | null> {
  if (red) return null
  const morning = await notQuiet(ctx, place, ctx.now)
  return morning > ctx.now ? morning : null
}

const chase = handler(chaseOrder, {
  load: async (ctx, { id }) => (await lockOrder(ctx.tx, id)) ?? refuse('not_found'),
  allow: { permission: 'orders.chase', where: ({ place }, { id }) => ({ place, subject: id }) },
  async handle(ctx, { id, step }, order) {
    if (!isLive(order.state) || order.chased >= step) return { told: 0 }
    const morning = await quietUntil(ctx, order)
    if (morning !== null) {
      await setChased(ctx.tx, id, step - 1, morning)
      return { told: 0 }
    }
    const told = await take(ctx, order, step)
    const shares = await ctx.lever(chaseShares, order.place)
    const span = { issuedAt: millis(order.clockFrom ?? order.issuedAt ?? order.dueAt), dueAt: millis(order.dueAt) }
    await setChased(ctx.tx, id, step, nextChase(step, span, shares))
    return { told }
  },
})

/** In the app, by text message, the place above; last the list to call by, of which the issuer is told. */
async function take(ctx: CommandContext, order: StoredOrder, step: number): Promise<number> {
  if (step === 1) return tellRecipients(ctx, order, { kind: 'order_remind', only: 'silent' })
  if (step === 2) return tellRecipients(ctx, order, { kind: 'order_text', only: 'silent' })
  const places = await silentPlaces(ctx.tx, order.id)
  if (step === 3) return tellAbove(ctx, order, places)
  const count = places.reduce((sum, one) => sum + one.count, 0)
  if (count > 0 && order.post)
    await notify(ctx, {
      to: { post: order.post },
      kind: 'order_below',
      params: { ...paramsOf(order), count },
      subject: order.id,
      urgent: order.red,
      place: order.place,
    })
  return count
}

async function tellAbove(
  ctx: CommandContext,
  order: StoredOrder,
  places: readonly { place: string; count: number }[],
): Promise<number> {
  const today = await roster(ctx.platform)
  const counts = new Map<string, number>()
  for (const { place, count } of places) counts.set(above(place), (counts.get(above(place)) ?? 0) + count)
  const to = [...counts].flatMap(([place, count]) =>
    today.at(place).map(({ post }) => ({ person: null, post, place, params: { count } })),
  )
  await tellEach(ctx, to, { kind: 'order_below', params: paramsOf(order), subject: order.id, urgent: order.red })
  return to.length
}

const chaseOne = handler(chaseRecipient, {
  load: async (ctx, { order, who }) => (await lockRecipient(ctx.tx, order, [who])) ?? refuse('not_found'),
  allow: { permission: 'orders.chase', where: ({ place }, { order }) => ({ place, subject: order }) },
  async handle(ctx, { step }, row) {
    const order = (await findOrder(ctx.tx, row.order)) ?? refuse('not_found')
    const { who, dueAt } = row
    if (!isLive(order.state) || settles(row.state) || dueAt === null) {
      await setRecipientChased(ctx.tx, { order: order.id, who, chased: step, nextAt: null })
      return { told: 0 }
    }
    const morning = await quietUntil(ctx, order)
    if (morning !== null) {
      await setRecipientChased(ctx.tx, { order: order.id, who, chased: step - 1, nextAt: morning })
      return { told: 0 }
    }
    const kind = step === 1 ? 'order_remind' : 'order_text'
    const to = { person: row.person, post: row.person ? null : (row.substitute ?? who), place: row.place }
    const of = { ...order, dueAt }
    if (step < 3) await tellEach(ctx, [to], { kind, params: paramsOf(of), subject: order.id, urgent: order.red })
    else if (step === 3) await tellAbove(ctx, of, [{ place: row.place, count: 1 }])
    const shares = await ctx.lever(chaseShares, row.place)
    const span = { issuedAt: millis(row.clockFrom ?? row.issuedAt), dueAt: millis(dueAt) }
    await setRecipientChased(ctx.tx, { order: order.id, who, chased: step, nextAt: nextChase(step, span, shares) })
    return { told: step < 4 ? 1 : 0 }
  },
})

const months = handler(keepMonths, {
  load: () => Promise.resolve(undefined),
  allow: { permission: 'orders.chase', where: () => ({}) },
  async handle(ctx, { month }) {
    await makeMonths(ctx.tx, `${month}-01`)
    const before = keptSince(`${month}-01`)
    await letFilesGo(ctx.tx, await dropPhotos(ctx.tx, before))
    return { dropped: await dropMonths(ctx.tx, before) }
  },
})

export const chaseHandlers = [chase, chaseOne, months]
