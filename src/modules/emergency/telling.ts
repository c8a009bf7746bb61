import { dayOf, millis, minuteOf } from '#kernel/clock.ts'
import type { Platform } from '#kernel/platform.ts'
import type { Tx } from '#kernel/tx.ts'
import { type NoticeKind, notify, tellEach } from '#modules/notices/api.ts'
import { placeTree } from '#modules/places/api.ts'
import { pathOf } from '#modules/places/contract.ts'
import { roster } from '#modules/posts/api.ts'
import { playbooks } from './playbook-index.ts'
import { touches } from './rules.ts'
import { raisedPosts } from './store-raised.ts'
import type { Activation } from './store.ts'

type Telling = { tx: Tx; now: number; platform: Platform }
const COMMAND_ROLES = ['county_command', 'city_command']

/** What a notice says of it. */
async function paramsOf(ctx: Telling, a: Activation) {
  const book = (await playbooks(ctx.platform)).get(a.playbook, a.version)
  return {
    number: a.number,
    plan: book?.name.zh ?? a.kind,
    planEn: book?.name.en ?? a.kind,
    response: a.level,
    until: a.endsAt === null ? '' : minuteOf(millis(a.endsAt)),
    place: (await placeTree(ctx.platform)).nameOf(a.place),
  }
}

/** Everybody who holds a post in the area or above it, and each raised post by itself, for its holder may act in another one. */
export async function tellAll(ctx: Telling, a: Activation, what: 'begins' | 'changes' | 'ends'): Promise<number> {
  const kind: NoticeKind = a.drill ? `drill_${what}` : `response_${what}`
  const params = await paramsOf(ctx, a)
  const there = (await roster(ctx.platform)).all().filter(({ place }) => touches(a.area, place))
  const raised = await raisedPosts(ctx.tx, a.id, dayOf(ctx.now), 20_000)
  const posts = [...new Set([...there.map(({ post }) => post), ...raised.map(({ id }) => id)])]
  const to = posts.map((post) => ({ person: null, post, place: a.place }))
  await tellEach(ctx, to, { kind, params, subject: a.id, urgent: !a.drill })
  return posts.length
}

/** The command rooms of the node, or where nobody sits there those above it. */
export async function tellCommand(
  ctx: Telling,
  a: Activation,
  what: 'ending' | 'review' | 'filing' | 'certificate',
): Promise<number> {
  const params = await paramsOf(ctx, a)
  const today = await roster(ctx.platform)
  const rooms = pathOf(a.place)
    .toReversed()
    .map((code) => today.at(code).filter(({ role }) => COMMAND_ROLES.includes(role)))
  const nearest = rooms.find((some) => some.length > 0) ?? []
  for (const { post } of nearest)
    await notify(ctx, { to: { post }, kind: `response_${what}`, params, subject: a.id, urgent: false, place: a.place })
  return nearest.length
}
