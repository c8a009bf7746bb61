import type { Day } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { Role } from './contract.ts'

export type HeldPost = {
  id: string
  person: string
  name: string
  role: Role
  title: string
  place: string
  organ: string | null
  from: Day
  to: Day | null
}
/** `under`: what the post was raised for, with which it ends. */
export type NewPost = Omit<HeldPost, 'name'> & { by?: string | null; under?: string | null }

/** Posts held on a day, past row-level security. */
export const readHeld = (tx: Tx, day: Day) => sql(tx)<HeldPost[]>`
  select o.id, o.person, coalesce(n.name, '') as name, o.role, o.title, o.place, o.organ, o.from_day as "from", o.to_day as "to"
  from posts.pub_post o left join people.pub_person n on n.id = o.person
  where o.from_day <= ${day} and (o.to_day is null or o.to_day > ${day})
  order by o.place, o.role, o.from_day, o.id`

export const readOfPerson = (tx: Tx, person: string, day: Day) => sql(tx)<HeldPost[]>`
  select o.id, o.person, coalesce(n.name, '') as name, o.role, o.title, o.place, o.organ, o.from_day as "from", o.to_day as "to"
  from posts.pub_post o left join people.pub_person n on n.id = o.person
  where o.person = ${person} and o.from_day <= ${day} and (o.to_day is null or o.to_day > ${day})
  order by o.from_day, o.id`

/** Posts of any time, also those that have ended. */
export const readByIds = (tx: Tx, posts: readonly string[]) => sql(tx)<HeldPost[]>`
  select o.id, o.person, coalesce(n.name, '') as name, o.role, o.title, o.place, o.organ, o.from_day as "from", o.to_day as "to"
  from posts.pub_post o left join people.pub_person n on n.id = o.person
  where o.id = any(${posts as string[]}::uuid[])`

/** Any number of posts in one statement. */
export async function insertPosts(tx: Tx, posts: readonly NewPost[]): Promise<void> {
  await sql(tx)`
    insert into posts.post (id, person, role, title, place, organ, held, appointed_by, under)
    select id, person, role, title, place, organ, daterange("from", "to"), "by", under
    from jsonb_to_recordset(${posts as never}::jsonb) as g(id uuid, person uuid, role text, title text, place text, organ uuid,
      "from" date, "to" date, "by" uuid, under uuid)`
}
