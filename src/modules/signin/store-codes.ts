import { instant } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'

export type NewCode = { id: string; phone: string; askedAt: number; endsAt: number }

export const askForCode = async (tx: Tx, code: NewCode): Promise<void> =>
  void (await sql(tx)`insert into signin.code (id, phone, asked_at, ends_at)
    values (${code.id}, ${code.phone}, ${instant(code.askedAt)}, ${instant(code.endsAt)})`)

/** The phone that still waits for this code; none when it is too late. */
export async function phoneOf(tx: Tx, id: string, now: number): Promise<string | undefined> {
  const [row] = await sql(tx)<{ phone: string }[]>`
    select phone from signin.code where id = ${id} and ends_at > ${instant(now)} and used_at is null`
  return row?.phone
}

export const putHash = async (tx: Tx, id: string, hash: string): Promise<void> =>
  void (await sql(tx)`update signin.code set hash = ${hash} where id = ${id}`)

/** Takes one try of the phone's newest code, if it has one left: only what is counted first can be compared. */
export async function takeTry(
  tx: Tx,
  phone: string,
  now: number,
  tries: number,
): Promise<{ id: string; hash: string } | undefined> {
  const [row] = await sql(tx)<{ id: string; hash: string }[]>`
    update signin.code set tries = tries + 1
    where id = (select c.id from signin.code c where c.phone = ${phone} and c.hash is not null order by c.asked_at desc, c.id desc limit 1)
      and tries < ${tries} and used_at is null and ends_at > ${instant(now)}
    returning id, hash`
  return row
}

/** False when it was used meanwhile. */
export async function useCode(tx: Tx, id: string, now: number): Promise<boolean> {
  const used = await sql(tx)`update signin.code set used_at = ${instant(now)} where id = ${id} and used_at is null`
  return used.count > 0
}
