import { type Day, dayOf } from '#kernel/clock.ts'
import { aside } from '#kernel/db.ts'
import type { Platform } from '#kernel/platform.ts'
import type { Tx } from '#kernel/tx.ts'
import type { Role } from './contract.ts'
import { type HeldPost, insertPosts, type NewPost, readByIds, readHeld, readOfPerson } from './store.ts'

/** Who holds a post today. */
export type Holder = {
  post: string
  person: string
  name: string
  role: Role
  title: string
  place: string
  organ: string | null
}

export type Roster = {
  /** Posts at exactly that place. */
  at(place: string, role?: Role): readonly Holder[]
  ofOrgan(organ: string): readonly Holder[]
  get(post: string): Holder | undefined
  all(): readonly Holder[]
}

/** Today's holders, held until a post changes or the day ends. */
export function roster(p: Platform): Promise<Roster> {
  const today = dayOf(p.clock.now())
  return p.cache.get(`posts.roster ${today}`, () => {
    p.cache.drop('posts.roster')
    return aside(p.db, async (tx) => rosterOf((await readHeld(tx, today)).map(asHolder)))
  })
}

function rosterOf(holders: readonly Holder[]): Roster {
  const byPost = new Map(holders.map((holder) => [holder.post, holder]))
  const byPlace = Map.groupBy(holders, (holder) => holder.place)
  const byOrgan = Map.groupBy(holders, (holder) => holder.organ)
  return {
    at: (place, role) => (byPlace.get(place) ?? []).filter((holder) => role === undefined || holder.role === role),
    ofOrgan: (organ) => byOrgan.get(organ) ?? [],
    get: (post) => byPost.get(post),
    all: () => holders,
  }
}

/** The roster and with it the holders of these posts, however long ago they ended: history keeps its names. */
export async function withFormer(tx: Tx, today: Roster, posts: readonly (string | null)[]): Promise<Roster> {
  const gone = [...new Set(posts)].filter((post) => post !== null && !today.get(post)) as string[]
  if (gone.length === 0) return today
  const former = new Map((await readByIds(tx, gone)).map((row) => [row.id, asHolder(row)]))
  return { ...today, get: (post) => today.get(post) ?? former.get(post) }
}

/** Posts that a person holds on a day, the oldest first; past row-level security, for signing in. */
export const postsOf = async (tx: Tx, person: string, day: Day): Promise<Holder[]> =>
  (await readOfPerson(tx, person, day)).map(asHolder)

export const asHolder = ({ id, person, name, role, title, place, organ }: HeldPost): Holder => ({
  post: id,
  person,
  name,
  role,
  title,
  place,
  organ,
})

/** Many posts at one instant, in the caller's command (see pass.ts). */
export { type Passed, passPosts } from './pass.ts'

/** Posts for as long as something lasts (see raised.ts). */
export { endRaised, raisePosts, redatePosts } from './raised.ts'

export type PostSeed = NewPost
export const seedPosts = (tx: Tx, rows: readonly PostSeed[]): Promise<void> => insertPosts(tx, rows)
