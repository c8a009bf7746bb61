import { dayOf, millis } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { type CommandContext, handler } from '#kernel/pipeline.ts'
import { tellEach } from '#modules/notices/api.ts'
import { ancestorAt } from '#modules/places/contract.ts'
import { roster } from '#modules/posts/api.ts'
import type { Role } from '#modules/posts/contract.ts'
import { draftOrder, issueOrder, orderChanged, orderIssued, type OrderView } from './contract.ts'
import { signOrder } from './contract-outlet.ts'
import { askedOf, demandAudience, demandFacts, inReach } from './demand.ts'
import { chaseShares, minutesPerGridDay } from './levers.ts'
import { findBeside } from './outlet.ts'
import { dueLater, idOfNow, isLive, nextChase } from './rules.ts'
import { knownOf, shownOrder } from './shown.ts'
import { endOrder, findOrder, lockOrder, putDraft, setProposed, type StoredOrder } from './store.ts'
import { fanOut, nextNumber, setIssued, setSigned, trying, unload } from './store-issue.ts'
import { findSuccessor } from './store-reading.ts'
import { paramsOf } from './telling.ts'
import { reachesOf, scopeOf } from '#kernel/authorise.ts'

/** The order as it stands after the command, for the screen that sent it. */
export async function viewAfter(ctx: CommandContext, id: string): Promise<OrderView> {
  const order = (await findOrder(ctx.tx, id)) ?? refuse('not_found')
  return shownOrder(ctx.tx, order, {
    known: await knownOf(ctx.platform),
    viewer: {
      person: ctx.actor.person,
      reach: (permission) => scopeOf(ctx.actor, reachesOf(ctx.platform.slices.grants, permission, ctx.actor)),
    },
    supersededBy: await findSuccessor(ctx.tx, id),
  })
}

/** An order of another office is not there for who may not read it. */
export const demandOrder = async (ctx: CommandContext, id: string): Promise<StoredOrder> =>
  (await lockOrder(ctx.tx, id)) ?? refuse('not_found')

const draft = handler(draftOrder, {
  async load(ctx, input) {
    idOfNow(input.id, ctx.now)
    const place = await demandAudience(ctx, input.audience)
    await demandFacts(ctx, input)
    const before = await findOrder(ctx.tx, input.id)
    if (
      before &&
      (before.state !== 'draft' || before.issuerPlace !== ctx.actor.place || before.organ !== ctx.actor.organ)
    )
      refuse('conflict', { state: before.state })
    if (input.supersedes) await demandPredecessor(ctx, input.supersedes)
    return { place, organ: ctx.actor.organ }
  },
  allow: { permission: 'orders.draft', where: ({ place, organ }, { id }) => ({ place, organ, subject: id }) },
  async handle(ctx, input, { place, organ }) {
    const issuer = { issuerPlace: ctx.actor.place ?? '', organ, post: ctx.actor.post, by: ctx.actor.person }
    await putDraft(ctx.tx, { ...input, ...issuer, parent: null, root: input.id, place }, ctx.now)
    return viewAfter(ctx, input.id)
  },
})

async function demandPredecessor(ctx: CommandContext, id: string): Promise<void> {
  const found = await findOrder(ctx.tx, id)
  if (!found || !inReach(ctx.scope, found.issuerPlace, found.organ))
    refuse('not_found', { problems: [{ path: 'supersedes', problem: 'unknown' }] })
  else if (!isLive(found.state)) refuse('conflict', { state: found.state })
}

/**
 * It leaves: fanned out, numbered, its clock started; the one that it supersedes is over. Above the minutes of a grid it waits for
 * a signature instead, as if nothing had left: that is found by writing, since nearly every order stays below.
 */
export async function leave(
  ctx: CommandContext,
  order: StoredOrder,
  { despite, signed }: { despite: string; signed: boolean },
): Promise<void> {
  const dueAt = millis(order.dueAt)
  dueLater(dueAt, ctx.now)
  const limits = await Promise.all(order.audience.within.map((code) => ctx.lever(minutesPerGridDay, code)))
  const limit = Math.min(...limits)
  const asked = askedOf(order.audience, ctx.now, order.post)
  const before = order.supersedes ? await demandLive(ctx, order.supersedes) : undefined
  const { addressed, over } = await trying(
    ctx.tx,
    async () => {
      if (before) await unload(ctx.tx, before, dayOf(millis(before.dueAt)))
      const { id, parent, minutes } = order
      return fanOut(ctx.tx, { id, parent, asked, minutes, dueDay: dayOf(dueAt), limit })
    },
    (left) => signed || left.over === 0,
  )
  if (addressed === 0) refuse('invalid', { problems: [{ path: 'audience', problem: 'nobody' }] })
  if (over > 0 && !signed) return propose(ctx, order, despite)
  const year = Number(dayOf(ctx.now).slice(0, 4))
  const no = await nextNumber(ctx.tx, order.issuerPlace, year)
  const nextAt = nextChase(0, { issuedAt: ctx.now, dueAt }, await ctx.lever(chaseShares, order.place))
  await setIssued(ctx.tx, { id: order.id, year, no, addressed, despite, nextAt, now: ctx.now })
  if (before) await supersede(ctx, before)
  ctx.emit(orderIssued, order.id, order.place, { id: order.id, place: order.place })
}

async function demandLive(ctx: CommandContext, id: string): Promise<StoredOrder> {
  const old = await demandOrder(ctx, id)
  return isLive(old.state) ? old : refuse('conflict', { state: old.state })
}

async function supersede(ctx: CommandContext, { id, place }: StoredOrder): Promise<void> {
  await endOrder(ctx.tx, { id, state: 'superseded', why: null, now: ctx.now })
  ctx.emit(orderChanged, id, place, { id, place, state: 'superseded' })
}

const issue = handler(issueOrder, {
  load: (ctx, { id }) => demandOrder(ctx, id),
  allow: {
    permission: 'orders.issue',
    where: ({ issuerPlace, organ }, { id }) => ({ place: issuerPlace, organ, subject: id }),
  },
  async handle(ctx, { id, seen, despite }, order) {
    if (order.state !== 'draft') refuse('conflict', { state: order.state })
    const found = await findBeside({ tx: ctx.tx, now: ctx.now, known: await knownOf(ctx.platform) }, order)
    const others = [...found.overlaps, ...found.contradictions].map((other) => other.order)
    if (others.some((other) => !seen.includes(other)) || (others.length > 0 && despite === ''))
      refuse('overlapping', { orders: [...new Set(others)] })
    await leave(ctx, order, { despite, signed: false })
    return viewAfter(ctx, id)
  },
})

/** The command of the county, or of the city, is asked to sign. */
async function propose(ctx: CommandContext, order: StoredOrder, despite: string): Promise<void> {
  await setProposed(ctx.tx, order.id, despite)
  const place = ancestorAt(order.issuerPlace, 'county')
  const to = (await roster(ctx.platform))
    .at(place)
    .filter(({ role, person }) => SIGNING.includes(role) && person !== order.by)
  await tellEach(
    ctx,
    to.map(({ post }) => ({ person: null, post, place })),
    { kind: 'order_to_sign', params: paramsOf(order), subject: order.id, urgent: order.red },
  )
}
const SIGNING: readonly Role[] = ['county_command', 'city_command']

const sign = handler(signOrder, {
  load: (ctx, { id }) => demandOrder(ctx, id),
  allow: { permission: 'orders.sign', where: ({ issuerPlace }, { id }) => ({ place: issuerPlace, subject: id }) },
  async handle(ctx, { id, note }, order) {
    if (order.state !== 'proposed') refuse('conflict', { state: order.state })
    if (order.by === ctx.actor.person) refuse('same_person')
    await setSigned(ctx.tx, { id, by: ctx.actor.person, post: ctx.actor.post, note, now: ctx.now })
    await leave(ctx, order, { despite: '', signed: true })
    return viewAfter(ctx, id)
  },
})

export const handlers = [draft, issue, sign]
