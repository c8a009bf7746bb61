import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'

/** Names of staff by person. */
export async function namesOf(tx: Tx, persons: readonly (string | null)[]): Promise<Map<string, string>> {
  const ids = [...new Set(persons.flatMap((one) => one ?? []))]
  if (ids.length === 0) return new Map()
  const rows = await sql(tx)<
    { id: string; name: string }[]
  >`select id, name from people.pub_person where id = any(${ids}::uuid[])`
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Name and title as on the day, for a line of a decision. */
export async function signaturesOf(tx: Tx, posts: readonly (string | null)[]): Promise<Map<string, string>> {
  const ids = [...new Set(posts.flatMap((one) => one ?? []))]
  if (ids.length === 0) return new Map()
  const rows = await sql(tx)<{ id: string; text: string }[]>`
    select o.id, concat_ws(' ', n.name, o.title) as text from posts.pub_post o left join people.pub_person n on n.id = o.person
    where o.id = any(${ids}::uuid[])`
  return new Map(rows.map(({ id, text }) => [id, text]))
}
