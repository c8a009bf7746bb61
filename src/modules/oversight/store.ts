import { instant } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'

export type Signature = { id: string; title: string; name: string | null }

/** Title and holder of posts, also of those that have ended: who acted stays readable. */
export const signatures = (tx: Tx, posts: readonly string[]) => sql(tx)<Signature[]>`
  select o.id, o.title, n.name from posts.pub_post o left join people.pub_person n on n.id = o.person
  where o.id = any(${posts as string[]}::uuid[])`

export type GivenUp = {
  letter: string
  name: string
  key: string
  problem: string | null
  reason: string
  person: string | null
  post: string | null
  at: number
}

export const insertGivenUp = async (tx: Tx, g: GivenUp): Promise<void> =>
  void (await sql(tx)`insert into oversight.given_up (letter, name, key, problem, reason, by_person, by_post, at)
    values (${g.letter}, ${g.name}, ${g.key}, ${g.problem}, ${g.reason}, ${g.person}, ${g.post}, ${instant(g.at)})`)
