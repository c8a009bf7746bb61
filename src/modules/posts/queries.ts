import { type Grants, type Reach, subtree } from '#kernel/authorise.ts'
import { answer, type AskContext } from '#kernel/ask.ts'
import { dayOf } from '#kernel/clock.ts'
import { pageOf, readCursor } from '#kernel/cursor.ts'
import { refuse } from '#kernel/errors.ts'
import { parentOf, pathOf } from '#modules/places/contract.ts'
import { listPermissions, listPosts, teamOf, whoCan } from './contract.ts'
import { shownPosts } from './shown.ts'
import { findHeldAt, findPosts } from './store-list.ts'
import type { HeldPost } from './store.ts'

/** Names and duties of staff are public to staff, so these looks are not noted; their phones stand in people, with a purpose. */
const show = (ctx: AskContext, posts: readonly HeldPost[]) => {
  const viewer = {
    actor: ctx.actor,
    today: dayOf(ctx.now),
    end: ctx.reaches('posts.end'),
    handOver: ctx.reaches('posts.handOver'),
  }
  return shownPosts(ctx.platform, viewer, posts)
}

const list = answer(listPosts, {
  permission: 'posts.list',
  async run(ctx, { place, exact, organ, role, person, text, ended, limit, cursor }) {
    const whole = organ !== undefined || person !== undefined
    const range = subtree(place ?? (whole ? '' : (ctx.actor.place ?? '')))
    const hi = exact && place ? `${place}!` : range.hi
    const wanted = { lo: range.lo, hi, organ, role, person, text, ended, today: dayOf(ctx.now) }
    const found = await findPosts(ctx.tx, { ...wanted, after: readCursor(cursor, 2), limit: limit + 1 })
    const { rows, next } = pageOf(found, limit, (post) => [post.place, post.id])
    return { rows: await show(ctx, rows), next }
  },
})

const team = answer(teamOf, {
  permission: 'posts.team',
  async run(ctx, { place }) {
    const above = parentOf(place)
    const held = await findHeldAt(ctx.tx, above ? [place, above] : [place], dayOf(ctx.now))
    const here = held.filter((post) => post.place === place)
    const others = held.filter((post) => post.place === above)
    return { here: await show(ctx, here), above: await show(ctx, others), vacant: here.length === 0 }
  },
})

type Granted = { role: string; reach: string }

const grantsOf = (grants: Grants, permission: string): Granted[] =>
  Object.entries(grants[permission] ?? {}).flatMap(([role, reach]) =>
    [reach ?? []].flat().map((one: Reach) => ({ role, reach: one })),
  )

/** Reaches by which an office acts on what is not its own. */
const OFFICIAL = ['place', 'organ', 'any']

const can = answer(whoCan, {
  permission: 'posts.whoCan',
  async run(ctx, { permission, place }) {
    const all = ctx.platform.slices.grants
    if (!(permission in all)) refuse('not_found', { permission })
    const roles = grantsOf(all, permission)
    const official = roles.filter(({ reach }) => OFFICIAL.includes(reach)).map(({ role }) => role)
    const anybody = official.includes('staff') || official.includes('everyone')
    const held = await findHeldAt(ctx.tx, pathOf(place), dayOf(ctx.now))
    return {
      roles,
      posts: await show(
        ctx,
        held.filter((post) => anybody || official.includes(post.role)),
      ),
    }
  },
})

const permissions = answer(listPermissions, {
  permission: 'posts.permissions',
  async run(ctx) {
    const { grants } = ctx.platform.slices
    const names = Object.keys(grants).sort()
    return { rows: names.map((permission) => ({ permission, grants: grantsOf(grants, permission) })) }
  },
})

export const answers = [list, team, can, permissions]
