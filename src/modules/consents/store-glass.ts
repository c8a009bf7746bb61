import type { Scope } from '#kernel/authorise.ts'
import { instant } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'

export type GlassRow = {
  id: string
  person: string
  byPerson: string
  byPost: string
  organ: string | null
  place: string
  reason: string
  openedAt: string
  endsAt: string
  closedAt: string | null
  toldAt: string | null
}
const COLUMNS = `id, person, by_person as "byPerson", by_post as "byPost", organ, place, reason, opened_at as "openedAt", ends_at as "endsAt",
  closed_at as "closedAt", told_at as "toldAt"`

export const insertGlass = async (tx: Tx, g: Omit<GlassRow, 'closedAt'>): Promise<void> =>
  void (await sql(tx)`
    insert into consents.glass (id, person, by_person, by_post, organ, place, reason, opened_at, ends_at, told_at)
    values (${g.id}, ${g.person}, ${g.byPerson}, ${g.byPost}, ${g.organ}, ${g.place}, ${g.reason}, ${g.openedAt}, ${g.endsAt}, ${g.toldAt})`)

export async function lockGlass(tx: Tx, id: string): Promise<GlassRow | undefined> {
  const q = sql(tx)
  const [row] = await q<GlassRow[]>`select ${q.unsafe(COLUMNS)} from consents.glass where id = ${id} for update`
  return row
}

export const setClosed = async (tx: Tx, id: string, at: number): Promise<void> =>
  void (await sql(tx)`update consents.glass set closed_at = ${instant(at)} where id = ${id}`)

export const setGlassTold = async (tx: Tx, id: string, at: number): Promise<void> =>
  void (await sql(tx)`update consents.glass set told_at = ${instant(at)} where id = ${id}`)

/** The open one of that id that this person opened in this post. */
export async function openGlass(
  tx: Tx,
  g: { id: string; by: string; post: string; now: number },
): Promise<{ id: string; person: string } | undefined> {
  const [row] = await sql(tx)<{ id: string; person: string }[]>`
    select id, person from consents.glass
    where id = ${g.id} and by_person = ${g.by} and by_post = ${g.post} and ends_at > ${instant(g.now)} and closed_at is null`
  return row
}

export async function openedSince(tx: Tx, by: string, since: number): Promise<number> {
  const [row] = await sql(tx)<{ n: number }[]>`
    select count(*)::int as n from consents.glass where by_person = ${by} and opened_at > ${instant(since)}`
  return row?.n ?? 0
}

/** Not told yet, because a delay covers the office that broke it; and that delay is over. */
export const dueGlasses = (tx: Tx, now: number, limit: number) => sql(tx)<{ id: string }[]>`
  select g.id from consents.glass g
  where g.told_at is null and not exists (select from consents.pub_withheld w where w.person = g.person and g.opened_at >= w.since and w.until > ${instant(now)}
    and coalesce(w.organ = g.organ, w.organ is null and g.organ is null and w.place = g.place))
  order by g.opened_at limit ${limit}`

type Listing = { open: boolean | undefined; now: number; limit: number; after: string[] | undefined }
export function findGlasses(tx: Tx, s: Scope, { open, now, limit, after }: Listing): Promise<GlassRow[]> {
  const q = sql(tx)
  const live = q`(ends_at > ${instant(now)} and closed_at is null)`
  return q<GlassRow[]>`
    select ${q.unsafe(COLUMNS)} from consents.glass
    where ((place >= ${s.lo} and place < ${s.hi}) or by_person::text = ${s.person})
      ${open === undefined ? q`` : open ? q`and ${live}` : q`and not ${live}`}
      ${after ? q`and (opened_at, id) < (${after[0] ?? ''}::timestamptz, ${after[1] ?? ''}::uuid)` : q``}
    order by opened_at desc, id desc limit ${limit}`
}

export type Reason = { id: string; reason: string }
/** Why, for the person's own page. */
export const reasonsOf = (tx: Tx, glasses: readonly string[]) => sql(tx)<Reason[]>`
  select id, reason from consents.pub_glass where id = any(${glasses as string[]}::uuid[])`

/** Full name and number together, or nobody. */
export async function personNamed(
  tx: Tx,
  name: string,
  phone: string,
): Promise<{ id: string; name: string } | undefined> {
  const [row] = await sql(tx)<{ id: string; name: string }[]>`
    select id, name from people.pub_person where phone = ${phone} and name = ${name} order by id limit 1`
  return row
}
export const namesOf = (tx: Tx, persons: readonly string[]) => sql(tx)<{ id: string; name: string }[]>`
  select id, name from people.pub_person where id = any(${persons as string[]}::uuid[])`
