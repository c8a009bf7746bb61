import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'

export type PersonHeld = {
  id: string
  name: string
  born: string | null
  phone: string | null
  homePlace: string | null
}

/** Past row-level security: the caller may know of the row that names them, and notes by `saw` whom it shows. */
export const readPeople = (tx: Tx, ids: readonly string[]): Promise<PersonHeld[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : sql(tx)<PersonHeld[]>`select id, name, born, phone, home_place as "homePlace" from people.pub_person
        where id = any(${ids as string[]}::uuid[])`
