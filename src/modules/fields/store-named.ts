import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'

export type Named = { id: string; name: string; born: string | null; homePlace: string | null; entry: string | null }

/** Past row-level security, by people's own view: the caller notes by `saw` whom the answer shows. */
export const findNamed = (tx: Tx, persons: readonly string[]) => sql(tx)<Named[]>`
  select id, name, born, home_place as "homePlace", entry from people.pub_person where id = any(${persons as string[]}::uuid[])`

export type PostNamed = { id: string; title: string; place: string; organ: string | null }
/** Posts by id, also those that nobody holds any more. */
export const postsNamed = (tx: Tx, posts: readonly string[]) => sql(tx)<PostNamed[]>`
  select id, title, place, organ from posts.pub_post where id = any(${posts as string[]}::uuid[])`
