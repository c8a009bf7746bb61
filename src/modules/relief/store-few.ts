import { type Fragment, sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import { type Listed, reached, type Table } from './store.ts'

/** Which rows of the list. */
export type More = Fragment
export type Range = Pick<Listed, 'scope' | 'place'> & { length: number }

/** Whom a list names at places (of `length` digits) where it names fewer than `k` of them. */
export async function fewNamed(tx: Tx, table: Table, l: Range, k: number, more?: More): Promise<string[]> {
  const q = sql(tx)
  const rows = await q<{ person: string }[]>`
    select distinct s.person from (select t.person, count(*) over (partition by left(t.place, ${l.length}::int)) as named
      from ${q.unsafe(table.name)} t where ${reached(tx, l)} ${more ?? q``}) s where s.named < ${k}`
  return rows.map(({ person }) => person)
}
