import type { Protected } from '#kernel/policies.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'

export type Held = {
  id: string
  place: string
  at: string
  person: string | null
  name: string | null
  born: string | null
  text: string
}
export type Wanted = { holds: readonly string[]; text: string; after: string[] | undefined; limit: number }

/**
 * Rows of a data set as somebody looks for one of them: where, when, of whom, and the words that its slice describes it by
 * (`describe`). Under row-level security: inside the reach of who asks.
 */
export function listHeld(tx: Tx, { table, person, describe = [] }: Protected, { holds, text, after, limit }: Wanted) {
  const q = sql(tx)
  const words = describe.map((column) => `nullif(t.${column}, '')`)
  return q<Held[]>`
    select r.id, r.place, r.at, r.person, n.name, n.born, r.text
    from (select t.id, t.place, t.touched_at as at, ${q.unsafe(person ? `t.${person}` : 'null::uuid')} as person,
        ${q.unsafe(words.length > 0 ? `concat_ws(' · ', ${words.join(', ')})` : `''`)} as text
      from ${q.unsafe(table)} t where t.hold = any(${holds as string[]}::uuid[])) r
      left join people.pub_person n on n.id = r.person
    where true ${text ? q`and strpos(concat_ws(' ', n.name, r.text), ${text}) > 0` : q``}
      ${after ? q`and (r.place, r.id) > (${after[0] ?? ''}, ${after[1] ?? ''}::uuid)` : q``}
    order by r.place, r.id limit ${limit}`
}
