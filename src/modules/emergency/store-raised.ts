import { instant } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { Names } from '#kernel/contract.ts'
import type { z } from 'zod'

type Team = z.infer<typeof Names>
export type NewRaised = {
  id: string
  place: string
  sort: 'post' | 'bond'
  name: string
  team: Team | null
  role: string | null
}

export const insertRaised = async (
  tx: Tx,
  rows: readonly NewRaised[],
  of: { activation: string; decision: string; now: number },
): Promise<void> =>
  void (await sql(tx)`insert into emergency.raised (id, activation, decision, place, sort, name, team, role, at)
    select id, ${of.activation}::uuid, ${of.decision}::uuid, place, sort, name, team, role, ${instant(of.now)}
    from jsonb_to_recordset(${rows as never}::jsonb) as r(id uuid, place text, sort text, name text, team jsonb, role text)`)

/** Posts that an emergency raised give no authority over it. */
export async function isRaised(tx: Tx, post: string): Promise<boolean> {
  const [row] = await sql(tx)<
    { found: boolean }[]
  >`select exists (select from emergency.raised where id = ${post} and sort = 'post') as found`
  return row?.found ?? false
}

export type RaisedRow = {
  id: string
  name: string
  team: Team
  role: string
  place: string
  person: string
  holder: string
  until: string | null
}
export const raisedPosts = (tx: Tx, activation: string, day: string | null, limit: number) => {
  const q = sql(tx)
  return q<RaisedRow[]>`
    select r.id, r.name, r.team, r.role, r.place, o.person, coalesce(n.name, '') as holder, o.to_day as until
    from emergency.raised r join posts.pub_post o on o.id = r.id left join people.pub_person n on n.id = o.person
    where r.activation = ${activation} and r.sort = 'post' ${day === null ? q`` : q`and (o.to_day is null or o.to_day > ${day})`}
    order by length(r.place), r.place, r.name, r.id limit ${limit}`
}
export async function countRaised(
  tx: Tx,
  activation: string,
): Promise<{ posts: number; bonds: { kind: string; count: number }[] }> {
  const rows = await sql(tx)<{ sort: string; name: string; count: number }[]>`
    select sort, case when sort = 'bond' then name else '' end as name, count(*)::int as count
    from emergency.raised where activation = ${activation} group by 1, 2 order by 1, 2`
  return {
    posts: rows.find(({ sort }) => sort === 'post')?.count ?? 0,
    bonds: rows.filter(({ sort }) => sort === 'bond').map(({ name, count }) => ({ kind: name, count })),
  }
}

/** Of one person, in what is in force. */
export const postsRaisedFor = (tx: Tx, person: string, activations: readonly string[], day: string) => sql(tx)<
  { activation: string; title: string; team: Team; place: string }[]
>`select r.activation, r.name as title, r.team, r.place from emergency.raised r join posts.pub_post o on o.id = r.id
  where r.activation = any(${activations as string[]}::uuid[]) and r.sort = 'post' and o.person = ${person}
    and o.from_day <= ${day} and (o.to_day is null or o.to_day > ${day}) order by r.place, r.name`

/** Firms of an area: organs with an owner of their own. */
export const firmsIn = (tx: Tx, area: readonly string[]) => sql(tx)<{ id: string; place: string }[]>`
  select o.id, o.place from people.pub_organ o, unnest(${area as string[]}::text[]) as a(code)
  where o.kind = 'firm' and o.place >= a.code and o.place < a.code || '~' order by o.place, o.id`
