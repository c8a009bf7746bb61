import type { z } from 'zod'
import { type Actor, covers, type Scope } from '#kernel/authorise.ts'
import type { Day } from '#kernel/clock.ts'
import type { Platform } from '#kernel/platform.ts'
import { organs } from '#modules/people/api.ts'
import { placeTree } from '#modules/places/api.ts'
import type { Post } from './contract.ts'
import { fills } from './rules.ts'
import type { HeldPost } from './store.ts'

type Shown = z.infer<typeof Post>
/** Who looks, how far he may end and hand over, and on which day. */
export type Viewer = { actor: Actor; today: Day; end: Scope | undefined; handOver: Scope | undefined }

export async function shownPosts(p: Platform, viewer: Viewer, posts: readonly HeldPost[]): Promise<Shown[]> {
  const tree = await placeTree(p)
  const known = await organs(p)
  return posts.map((post) => {
    const organ = post.organ ? known.get(post.organ) : undefined
    return {
      id: post.id as Shown['id'],
      person: { id: post.person as Shown['person']['id'], name: post.name },
      role: post.role,
      title: post.title,
      place: post.place,
      placeName: tree.shortName(post.place),
      organ: organ ? { id: organ.id, name: organ.name.zh } : null,
      from: post.from,
      to: post.to,
      can: canDo(viewer, post),
    }
  })
}

function canDo({ actor, today, end, handOver }: Viewer, post: HeldPost): Shown['can'] {
  const ended = post.to !== null && post.to <= today
  if (ended || !fills(actor, post.role) || post.person === actor.person) return []
  const inside = (scope: Scope | undefined): boolean => scope !== undefined && covers(scope, { place: post.place })
  return [...(inside(end) ? (['end'] as const) : []), ...(inside(handOver) ? (['handOver'] as const) : [])]
}
