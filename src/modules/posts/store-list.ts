import type { Day } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { Role } from './contract.ts'
import type { HeldPost } from './store.ts'

export type Wanted = {
  lo: string
  hi: string
  organ: string | undefined
  role: Role | undefined
  person: string | undefined
  text: string | undefined
  ended: boolean
  today: Day
  after: string[] | undefined
  limit: number
}

/** Held now or later; or ended. */
export const findPosts = (tx: Tx, w: Wanted) => {
  const q = sql(tx)
  return q<HeldPost[]>`
    select o.id, o.person, coalesce(n.name, '') as name, o.role, o.title, o.place, o.organ, o.from_day as "from", o.to_day as "to"
    from posts.pub_post o left join people.pub_person n on n.id = o.person
      ${w.text ? q`left join people.pub_organ g on g.id = o.organ` : q``}
    where o.place >= ${w.lo} and o.place < ${w.hi}
      ${w.ended ? q`and o.to_day <= ${w.today}` : q`and (o.to_day is null or o.to_day > ${w.today})`}
      ${w.organ ? q`and o.organ = ${w.organ}` : q``}
      ${w.role ? q`and o.role = ${w.role}` : q``}
      ${w.person ? q`and o.person = ${w.person}` : q``}
      ${w.text ? q`and (position(${w.text} in n.name) > 0 or position(${w.text} in o.title) > 0 or position(${w.text} in g.name_zh) > 0)` : q``}
      ${w.after ? q`and (o.place, o.id) > (${w.after[0] ?? ''}, ${w.after[1] ?? ''}::uuid)` : q``}
    order by o.place, o.id limit ${w.limit}`
}

/** Held on the day at exactly these places; a bounded number of each. */
export const findHeldAt = (tx: Tx, places: readonly string[], today: Day) => sql(tx)<HeldPost[]>`
  select o.id, o.person, coalesce(n.name, '') as name, o.role, o.title, o.place, o.organ, o.from_day as "from", o.to_day as "to"
  from posts.pub_post o left join people.pub_person n on n.id = o.person
  where o.place = any(${places as string[]}) and o.from_day <= ${today} and (o.to_day is null or o.to_day > ${today})
  order by o.place desc, o.role, o.from_day, o.id limit 400`
