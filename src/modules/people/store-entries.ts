import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { Entry } from './contract-entries.ts'

export const insertEntry = (tx: Tx, e: Entry & { phone: string | null }): Promise<unknown> => sql(tx)`
  insert into people.entry (id, source, place, day, certainty, post, person, import, at, phone)
  values (${e.id}, ${e.source}, ${e.place}, ${e.day}, ${e.certainty}, ${e.post}, ${e.person}, ${e.import}, ${e.at}, ${e.phone})`

export const readEntries = (tx: Tx, ids: readonly string[]) => sql(tx)<Entry[]>`
  select id, source, place, day, certainty, post, person, import, at from people.pub_entry where id = any(${ids as string[]}::uuid[]) order by at, id`
