import { reachesOf, scopeOf } from '#kernel/authorise.ts'
import { type Day, dayOf } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { type CommandContext, handler } from '#kernel/pipeline.ts'
import { contactOf, organs } from '#modules/people/api.ts'
import { placeTree } from '#modules/places/api.ts'
import { appoint, endPost, handOver, postHandedOver, postsChanged, tellHandOver } from './contract.ts'
import { inOrder, notPast, permitFilling, stillHeldOn } from './rules.ts'
import { shownPosts, type Viewer } from './shown.ts'
import { endHeld, insertHandOver, insertPost, lockHandOver, lockPost, markTold } from './store-change.ts'
import type { HeldPost } from './store.ts'

const demandPerson = async (ctx: CommandContext, person: string, path: string): Promise<string> =>
  ((await contactOf(ctx.tx, person)) ?? refuse('not_found', { problems: [{ path, problem: 'unknown_person' }] })).name

async function demandSeat(ctx: CommandContext, place: string, organ: string | null | undefined): Promise<void> {
  if (!(await placeTree(ctx.platform)).get(place))
    refuse('not_found', { problems: [{ path: 'place', problem: 'unknown_place' }] })
  if (organ && !(await organs(ctx.platform)).get(organ))
    refuse('not_found', { problems: [{ path: 'organ', problem: 'unknown_organ' }] })
}

async function shown(ctx: CommandContext, post: HeldPost) {
  const reach = (permission: string) => scopeOf(ctx.actor, reachesOf(ctx.platform.slices.grants, permission, ctx.actor))
  const viewer: Viewer = {
    actor: ctx.actor,
    today: dayOf(ctx.now),
    end: reach('posts.end'),
    handOver: reach('posts.handOver'),
  }
  const [row] = await shownPosts(ctx.platform, viewer, [post])
  return row ?? refuse('internal')
}

function tell(ctx: CommandContext, { id, place, person }: Pick<HeldPost, 'id' | 'place' | 'person'>): void {
  ctx.platform.cache.drop('posts.')
  ctx.concerns(person)
  ctx.emit(postsChanged, id, place, { post: id, place })
}

const give = handler(appoint, {
  async load(ctx, { person, place, organ, from, to }) {
    notPast('from', from, dayOf(ctx.now))
    inOrder(from, to)
    await demandSeat(ctx, place, organ)
    return { name: await demandPerson(ctx, person, 'person') }
  },
  allow: { permission: 'posts.appoint', where: (_, { id, place }) => ({ place, subject: id }) },
  async handle(ctx, { id, person, role, title, place, organ = null, from, to = null }, { name }) {
    permitFilling(ctx.actor, role, [person])
    const post = { id, person, role, title, place, organ, from, to }
    await insertPost(ctx.tx, { ...post, by: ctx.actor.person })
    tell(ctx, post)
    return shown(ctx, { ...post, name })
  },
})

/** The day on which it is no longer held: the first one, for a post that had not begun by then. */
const lastBound = (post: HeldPost, day: Day): Day => (day > post.from ? day : post.from)

const end = handler(endPost, {
  async load(ctx, { id, day }) {
    notPast('day', day, dayOf(ctx.now))
    const post = await lockPost(ctx.tx, id)
    stillHeldOn(post, day)
    return post
  },
  allow: { permission: 'posts.end', where: ({ id, place }) => ({ place, subject: id }) },
  async handle(ctx, { day, reason }, post) {
    permitFilling(ctx.actor, post.role, [post.person])
    await endHeld(ctx.tx, { id: post.id, day, by: ctx.actor.person, why: reason })
    tell(ctx, post)
    return shown(ctx, { ...post, to: lastBound(post, day) })
  },
})

const pass = handler(handOver, {
  async load(ctx, { id, to, day }) {
    notPast('day', day, dayOf(ctx.now))
    const post = await lockPost(ctx.tx, id)
    stillHeldOn(post, day)
    return { post, name: await demandPerson(ctx, to, 'to') }
  },
  allow: { permission: 'posts.handOver', where: ({ post }) => ({ place: post.place, subject: post.id }) },
  async handle(ctx, { to, newId, day, note }, { post, name }) {
    permitFilling(ctx.actor, post.role, [post.person, to])
    if (to === post.person) refuse('same_person')
    const next = { ...post, id: newId, person: to, name, from: lastBound(post, day) }
    await endHeld(ctx.tx, { id: post.id, day, by: ctx.actor.person, why: note })
    await insertPost(ctx.tx, { ...next, by: ctx.actor.person })
    const told = next.from <= dayOf(ctx.now)
    await insertHandOver(ctx.tx, {
      was: post.id,
      became: newId,
      place: post.place,
      day: next.from,
      note,
      by: ctx.actor.person,
      now: ctx.now,
      told,
    })
    tell(ctx, post)
    tell(ctx, next)
    if (told) ctx.emit(postHandedOver, post.id, post.place, { from: post.id, to: newId, place: post.place })
    return shown(ctx, next)
  },
})

/** By the system, on the day: a hand-over that was decided earlier takes effect, and open work goes with it. */
const tellLater = handler(tellHandOver, {
  load: async (ctx, { post }) => (await lockHandOver(ctx.tx, post, dayOf(ctx.now))) ?? refuse('already'),
  allow: { permission: 'posts.tellHandOver', where: ({ place, was }) => ({ place, subject: was }) },
  async handle(ctx, _, { was, became, place, held }) {
    await markTold(ctx.tx, was, ctx.now)
    ctx.platform.cache.drop('posts.')
    ctx.emit(postsChanged, became, place, { post: became, place })
    // a successor who lost the post again before the day takes over nothing
    if (held) ctx.emit(postHandedOver, was, place, { from: was, to: became, place })
    return {}
  },
})

export const handlers = [give, end, pass, tellLater]
