import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'

export type Named = { id: string; name: string; born: string | null; homePlace: string | null; entry: string | null }

/** Past row-level security, by people's own view: the caller notes by `saw` whom the answer shows. */
export const findNamed = (tx: Tx, persons: readonly string[]) => sql(tx)<Named[]>`
  select id, name, born, home_place as "homePlace", entry from people.pub_person where id = any(${persons as string[]}::uuid[])`
