import type { Reaction } from '#kernel/platform.ts'
import { keyOf } from '#kernel/jobs.ts'
import { placesChanged } from '#modules/places/contract.ts'
import { postsChanged } from './contract.ts'
import { endHeld, insertHandOver, insertPost, readStranded } from './store-change.ts'

/** Rows a round; a round is one place, and the next change of the tree finds what is left. */
const MOST = 5000

const forget: Reaction = async ({ platform }) => platform.cache.drop('posts.')

/**
 * Someone answers for every door, also after a merge: a post whose place ceases to be goes on at the first successor, where
 * points of the old place are located too, and its open work with it (the job tells of it on the day).
 */
const follow: Reaction = async ({ tx, now, platform }) => {
  for (const post of await readStranded(tx, MOST)) {
    const { id, became, day } = post
    const from = day > post.from ? day : post.from
    const next = { ...post, id: keyOf(`${id} ${became}`), place: became, from }
    await endHeld(tx, { id, day, by: null, why: placesChanged.name })
    await insertPost(tx, next)
    await insertHandOver(tx, {
      was: id,
      became: next.id,
      place: became,
      day: from,
      note: '',
      by: null,
      now,
      told: false,
    })
  }
  platform.cache.drop('posts.')
}

export const reactions: [string, Reaction][] = [
  [postsChanged.name, forget],
  [placesChanged.name, follow],
]
