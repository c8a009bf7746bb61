import { instant } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'

export type Credential = { person: string; passwordHash: string }

/** By login name or phone. A phone that two of them share names nobody: they use their login names. */
export async function findCredential(tx: Tx, login: string): Promise<Credential | undefined> {
  const rows = await sql(tx)<Credential[]>`
    select c.person, c.password_hash as "passwordHash" from signin.credential c where c.login = ${login}
    union
    select c.person, c.password_hash from people.pub_person p join signin.credential c on c.person = p.id where p.phone = ${login}
    limit 2`
  return rows.length === 1 ? rows[0] : undefined
}

export async function credentialOf(tx: Tx, person: string): Promise<Credential | undefined> {
  const [row] = await sql(tx)<Credential[]>`
    select person, password_hash as "passwordHash" from signin.credential where person = ${person}`
  return row
}

export const changeHash = async (tx: Tx, person: string, hash: string, now: number): Promise<void> =>
  void (await sql(
    tx,
  )`update signin.credential set password_hash = ${hash}, changed_at = ${instant(now)} where person = ${person}`)

export type NewCredential = { person: string; login: string | null; passwordHash: string }

export const putCredentials = async (tx: Tx, rows: readonly NewCredential[], now: number): Promise<void> =>
  void (await sql(tx)`
    insert into signin.credential (person, login, password_hash, changed_at)
    select r.person, lower(r.login), r.hash, ${instant(now)}
    from unnest(${rows.map((row) => row.person)}::uuid[], ${rows.map((row) => row.login)}::text[], ${rows.map((row) => row.passwordHash)}::text[])
      as r(person, login, hash)
    on conflict (person) do update set login = excluded.login, password_hash = excluded.password_hash, changed_at = excluded.changed_at`)

/** Who an outside identity is: by login name, or by a phone that one person alone has among those who hold a post. */
export async function staffByLogin(tx: Tx, login: string): Promise<string | undefined> {
  const [row] = await sql(tx)<{ id: string }[]>`select id from people.pub_person where login = ${login}`
  return row?.id
}

export async function staffByPhone(tx: Tx, phone: string, day: string): Promise<string | undefined> {
  const rows = await sql(tx)<{ id: string }[]>`
    select p.id from people.pub_person p
    where p.phone = ${phone} and exists (
      select 1 from posts.pub_post h where h.person = p.id and h.from_day <= ${day} and (h.to_day is null or h.to_day > ${day}))
    limit 2`
  return rows.length === 1 ? rows[0]?.id : undefined
}

export type Named = { id: string; name: string; login: string | null; phone: string | null }

export async function findPerson(tx: Tx, person: string): Promise<Named | undefined> {
  const [row] = await sql(tx)<Named[]>`select id, name, login, phone from people.pub_person where id = ${person}`
  return row
}
