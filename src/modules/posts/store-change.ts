import { type Day, instant } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import { type HeldPost, insertPosts, type NewPost } from './store.ts'

/** Locked, inside the scope of the transaction. */
export async function lockPost(tx: Tx, id: string): Promise<HeldPost> {
  const [row] = await sql(tx)<HeldPost[]>`
    select o.id, o.person, coalesce((select n.name from people.pub_person n where n.id = o.person), '') as name, o.role, o.title, o.place, o.organ,
      lower(o.held) as "from", case when o.withdrawn then lower(o.held) else upper(o.held) end as "to"
    from posts.post o where o.id = ${id} for update`
  return row ?? refuse('not_found')
}

export const insertPost = (tx: Tx, post: NewPost): Promise<void> => insertAll(tx, [post])
/** In one statement: all of them or none. */
export const insertAll = (tx: Tx, posts: readonly NewPost[]): Promise<void> => insertPosts(tx, posts).catch(refuseHeld)

const refuseHeld = (error: Error & { code?: string }): never => {
  if (error.code === '23P01') refuse('incompatible_posts')
  if (error.code === '23505') refuse('already')
  throw error
}

type Ending = { id: string; day: Day; by: string | null; why: string }

/** From the day on; a post whose first day has not passed by then is withdrawn. */
export const endHeld = async (tx: Tx, { id, day, by, why }: Ending): Promise<void> =>
  void (await sql(tx)`
    update posts.post set ended_by = ${by}, why_ended = ${why}, withdrawn = lower(held) >= ${day}::date,
      held = case when lower(held) >= ${day}::date then held else daterange(lower(held), ${day}) end
    where id = ${id}`)

export type HandOver = {
  was: string
  became: string
  place: string
  day: Day
  note: string
  by: string | null
  now: number
  told: boolean
}

export const insertHandOver = async (tx: Tx, h: HandOver): Promise<void> =>
  void (await sql(tx)`
    insert into posts.hand_over (was, became, place, day, note, decided_by, at, told_at)
    values (${h.was}, ${h.became}, ${h.place}, ${h.day}, ${h.note}, ${h.by}, ${instant(h.now)}, ${h.told ? instant(h.now) : null})`)

export const dueHandOvers = (tx: Tx, today: Day, limit: number) => sql(tx)<{ was: string }[]>`
  select was from posts.hand_over where told_at is null and day <= ${today} order by day, was limit ${limit}`

export type Waiting = { was: string; became: string; place: string; held: boolean }

/** `held`: the successor has the post today. */
export async function lockHandOver(tx: Tx, was: string, today: Day): Promise<Waiting | undefined> {
  const [row] = await sql(tx)<Waiting[]>`
    select h.was, h.became, h.place, (o.from_day <= ${today} and (o.to_day is null or o.to_day > ${today})) as held
    from posts.hand_over h join posts.pub_post o on o.id = h.became
    where h.was = ${was} and h.told_at is null for update of h`
  return row
}

export const markTold = async (tx: Tx, was: string, now: number): Promise<void> =>
  void (await sql(tx)`update posts.hand_over set told_at = ${instant(now)} where was = ${was}`)

export type Stranded = NewPost & { became: string; day: Day }

/** Posts that are held beyond the day on which their place ceases to be, with the code where what lies there goes on; also days ahead. */
export const readStranded = (tx: Tx, limit: number) => sql(tx)<Stranded[]>`
  select o.id, o.person, o.role, o.title, o.place, o.organ, lower(o.held) as "from", upper(o.held) as "to", s.became, s.from_day as day
  from posts.post o join places.pub_stranded s on s.was = o.place
  where not o.withdrawn and (upper_inf(o.held) or upper(o.held) > s.from_day) and (s.until_day is null or lower(o.held) < s.until_day)
  order by o.id limit ${limit} for update of o`
