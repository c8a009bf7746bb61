import { instant } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'

export type Given = { id: string; person: string; purpose: string; givenAt: string; withdrawnAt: string | null }

/** Newest first; a person has a handful. */
export const listGiven = (tx: Tx, person: string) => sql(tx)<Given[]>`
  select id, person, purpose, given_at as "givenAt", withdrawn_at as "withdrawnAt" from consents.consent
  where person = ${person} order by given_at desc, id desc limit 200`

export async function lockGiven(tx: Tx, id: string): Promise<Given | undefined> {
  const [row] = await sql(tx)<Given[]>`
    select id, person, purpose, given_at as "givenAt", withdrawn_at as "withdrawnAt" from consents.consent where id = ${id} for update`
  return row
}

export async function hasLive(tx: Tx, person: string, purpose: string): Promise<boolean> {
  const [row] = await sql(
    tx,
  )`select from consents.consent where person = ${person} and purpose = ${purpose} and withdrawn_at is null`
  return row !== undefined
}

/** False when there is a live one already, also when that was given at the same instant. */
export const insertGiven = async (tx: Tx, { id, person, purpose, givenAt }: Given): Promise<boolean> =>
  (
    await sql(
      tx,
    )`insert into consents.consent (id, person, purpose, given_at) values (${id}, ${person}, ${purpose}, ${givenAt})
      on conflict (person, purpose) where withdrawn_at is null do nothing`
  ).count > 0

export const setWithdrawn = async (tx: Tx, id: string, at: number): Promise<void> =>
  void (await sql(tx)`update consents.consent set withdrawn_at = ${instant(at)} where id = ${id}`)

export type PostTitle = { id: string; title: string }

/** Titles of posts, also of those that nobody holds any more. */
export const postTitles = (tx: Tx, posts: readonly string[]) => sql(tx)<PostTitle[]>`
  select id, title from posts.pub_post where id = any(${posts as string[]}::uuid[])`

export type Live = { id: string; person: string; purpose: string; givenAt: string; givenBy: string | null }
export const readLive = (tx: Tx, persons: readonly string[]) => sql(tx)<Live[]>`
  select id, person, purpose, given_at as "givenAt", given_by as "givenBy" from consents.pub_live
  where person = any(${persons as string[]}::uuid[])`

type GivenFor = { id: string; child: string; guardian: string; purpose: string; now: number }
export async function insertFor(tx: Tx, { id, child, guardian, purpose, now }: GivenFor): Promise<boolean> {
  const [row] = await sql(tx)<{ done: boolean }[]>`
    select consents.give_for(${id}, ${child}, ${guardian}, ${purpose}, ${instant(now)}) as done`
  return row?.done ?? false
}
export async function setWithdrawnFor(
  tx: Tx,
  id: string,
  now: number,
): Promise<{ person: string; purpose: string } | undefined> {
  const [row] = await sql(tx)<{ person: string; purpose: string }[]>`
    select person, purpose from consents.withdraw_for(${id}, ${instant(now)})`
  return row
}

type OnPaper = { id: string; person: string; guardian: string | null; purpose: string; at: string }
export async function insertOnPaper(tx: Tx, { id, person, guardian, purpose, at }: OnPaper): Promise<boolean> {
  const [row] = await sql(tx)<{ done: boolean }[]>`
    select consents.give_on_paper(${id}, ${person}, ${guardian}, ${purpose}, ${at}) as done`
  return row?.done ?? false
}
export async function setWithdrawnOnPaper(tx: Tx, id: string, person: string, now: number): Promise<string | null> {
  const [row] = await sql(tx)<{ purpose: string | null }[]>`
    select consents.withdraw_on_paper(${id}, ${person}, ${instant(now)}) as purpose`
  return row?.purpose ?? null
}
