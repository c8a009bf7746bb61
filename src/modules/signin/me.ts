import { type Actor, reachesOf } from '#kernel/authorise.ts'
import { dayOf } from '#kernel/clock.ts'
import { named } from '#kernel/messages.ts'
import type { Platform } from '#kernel/platform.ts'
import type { Tx } from '#kernel/tx.ts'
import { organs } from '#modules/people/api.ts'
import { placeTree } from '#modules/places/api.ts'
import { type Holder, postsOf } from '#modules/posts/api.ts'
import type { PostId } from '#modules/posts/contract.ts'
import type { Me } from './contract.ts'
import { findPerson } from './store-credentials.ts'
import { findFactor } from './factors.ts'

/** Who somebody is here, for the screens. */
export async function meOf(
  { tx, now, platform }: { tx: Tx; now: number; platform: Platform },
  actor: Actor,
): Promise<Me> {
  const { person: id } = actor
  const person = id === null ? undefined : await findPerson(tx, id)
  const held = id !== null && actor.kind === 'staff' ? await postsOf(tx, id, dayOf(now)) : []
  const posts = await Promise.all(held.map((post) => shown(platform, post)))
  const { grants } = platform.slices
  return {
    kind: actor.kind === 'system' || actor.kind === 'outside' ? 'anonymous' : actor.kind,
    person: person ? { id: person.id, name: person.name } : null,
    acting: posts.find((post) => post.id === actor.post) ?? null,
    posts,
    permissions: Object.keys(grants).filter((permission) => reachesOf(grants, permission, actor).length > 0),
    secondFactor: id !== null && ((await findFactor(tx, id))?.confirmed ?? false),
  }
}

async function shown(p: Platform, { post, role, title, place, organ }: Holder): Promise<Me['posts'][number]> {
  const found = organ === null ? undefined : (await organs(p)).get(organ)
  return {
    id: post as PostId,
    role,
    title,
    place,
    placeName: (await placeTree(p)).shortName(place),
    organName: found ? named(found.name) : null,
  }
}
