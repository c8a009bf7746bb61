import { instant, type Day, type Instant } from '#kernel/clock.ts'
import type { Db } from '#kernel/db.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { SessionKind } from './rules.ts'

export type Way = 'password' | 'code' | 'oidc'

export type NewSession = {
  id: string
  tokenHash: Uint8Array
  person: string
  kind: SessionKind
  way: Way
  post: string | null
  startedAt: number
  idleEndsAt: number
  endsAt: number
  agent: string
  address: string
}

export const addSession = async (tx: Tx, s: NewSession): Promise<void> =>
  void (await sql(tx)`
    insert into signin.session (id, token_hash, person, kind, way, post, started_at, seen_at, idle_ends_at, ends_at, agent, address)
    values (${s.id}, ${s.tokenHash}, ${s.person}, ${s.kind}, ${s.way}, ${s.post}, ${instant(s.startedAt)}, ${instant(s.startedAt)},
      ${instant(s.idleEndsAt)}, ${instant(s.endsAt)}, ${s.agent}, ${s.address})`)

export type LiveSession = {
  id: string
  person: string
  kind: SessionKind
  way: Way
  seenAt: Instant
  post: string | null
  role: string | null
  place: string | null
  organ: string | null
}

/**
 * On the way to every request, before anybody's scope is known: one statement on the bare pool, by the unique hash of the
 * token. The post counts only while it is held.
 */
export async function sessionBy(
  db: Db,
  tokenHash: Uint8Array,
  now: number,
  day: Day,
): Promise<LiveSession | undefined> {
  const at = instant(now)
  const [row] = await db.pool<LiveSession[]>`
    select s.id, s.person, s.kind, s.way, s.seen_at as "seenAt", h.id as post, h.role, h.place, h.organ
    from signin.session s
    left join posts.pub_post h on h.id = s.post and h.person = s.person and h.from_day <= ${day} and (h.to_day is null or h.to_day > ${day})
    where s.token_hash = ${tokenHash} and s.ended_at is null and s.ends_at > ${at} and s.idle_ends_at > ${at}`
  return row
}

export const markSeen = async (db: Db, id: string, now: number, idleEndsAt: number): Promise<void> =>
  void (await db.pool`update signin.session set seen_at = ${instant(now)}, idle_ends_at = ${instant(idleEndsAt)}
    where id = ${id} and ended_at is null`)

export type HeldPost = { post: string; role: string; place: string; organ: string | null }

/** For a staff session whose post has ended: the longest held of the others, or none. */
export async function moveToAnotherPost(
  db: Db,
  session: string,
  person: string,
  day: Day,
): Promise<HeldPost | undefined> {
  const [row] = await db.pool<HeldPost[]>`
    with other as (
      select h.id, h.role, h.place, h.organ from posts.pub_post h
      where h.person = ${person} and h.from_day <= ${day} and (h.to_day is null or h.to_day > ${day})
      order by h.from_day, h.id limit 1
    ), moved as (
      update signin.session set post = (select id from other) where id = ${session} and post is distinct from (select id from other)
    )
    select id as post, role, place, organ from other`
  return row
}

export const actInPost = async (tx: Tx, session: string, post: string): Promise<void> =>
  void (await sql(tx)`update signin.session set post = ${post} where id = ${session}`)

/** The post last acted in, to begin with it the next time. */
export async function lastPost(tx: Tx, person: string): Promise<string | null> {
  const [row] = await sql(tx)<{ post: string }[]>`
    select post from signin.session where person = ${person} and post is not null order by started_at desc limit 1`
  return row?.post ?? null
}

export type SessionRow = { id: string; startedAt: Instant; seenAt: Instant; agent: string; address: string; way: Way }

export const listLive = (tx: Tx, person: string, now: number): Promise<SessionRow[]> =>
  sql(tx)<SessionRow[]>`
    select id, started_at as "startedAt", seen_at as "seenAt", agent, address, way from signin.session
    where person = ${person} and ended_at is null and ends_at > ${instant(now)} and idle_ends_at > ${instant(now)}
    order by seen_at desc, id limit 200`

/** Ends the person's own session; false when it is not one, or over. */
export async function endSession(tx: Tx, id: string, person: string, now: number): Promise<boolean> {
  const ended = await sql(tx)`
    update signin.session set ended_at = ${instant(now)} where id = ${id} and person = ${person} and ended_at is null`
  return ended.count > 0
}

/** Ends all sessions of a person but one; gives their ids. */
export async function endOthers(tx: Tx, person: string, but: string | null, now: number): Promise<string[]> {
  const ended = await sql(tx)<{ id: string }[]>`
    update signin.session set ended_at = ${instant(now)}
    where person = ${person} and ended_at is null and id is distinct from ${but}::uuid returning id`
  return ended.map((row) => row.id)
}

export async function hasOutdated(tx: Tx, before: { day: Instant; halfYear: Instant }): Promise<boolean> {
  const [row] = await sql(tx)<{ some: boolean }[]>`
    select exists (select 1 from signin.attempt where ends_at < ${before.day})
      or exists (select 1 from signin.code where ends_at < ${before.day})
      or exists (select 1 from signin.session where ends_at < ${before.halfYear}) as some`
  return row?.some ?? false
}

/** What retention.ts no longer keeps. Staff sessions end within days, so their half year counts from then. */
export async function clearOutdated(tx: Tx, before: { day: Instant; halfYear: Instant }): Promise<void> {
  await sql(tx)`delete from signin.attempt where ends_at < ${before.day}`
  await sql(tx)`delete from signin.code where ends_at < ${before.day}`
  await sql(tx)`delete from signin.session where ends_at < ${before.halfYear}`
}
