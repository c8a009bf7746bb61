import { instant } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'

/** The secret as it is kept. */
export type Factor = { secret: Uint8Array; confirmed: boolean; lastStep: number }

export async function readFactor(tx: Tx, person: string): Promise<Factor | undefined> {
  const [row] = await sql(tx)<{ secret: Uint8Array; confirmed: boolean; lastStep: string }[]>`
    select secret, confirmed_at is not null as confirmed, last_step as "lastStep" from signin.second_factor where person = ${person}`
  return row && { ...row, lastStep: Number(row.lastStep) }
}

/** Begins anew; one that is in force stays: false. */
export async function keepFactor(tx: Tx, person: string, sealed: Uint8Array, now: number): Promise<boolean> {
  const begun = await sql(tx)`
    insert into signin.second_factor as f (person, secret, started_at) values (${person}, ${sealed}, ${instant(now)})
    on conflict (person) do update set secret = excluded.secret, started_at = excluded.started_at where f.confirmed_at is null`
  return begun.count > 0
}

/** Spends a step; false when it or a later one was spent before, also by a sign-in at the same moment. */
export async function spendStep(tx: Tx, person: string, step: number, now: number): Promise<boolean> {
  const spent = await sql(tx)`
    update signin.second_factor set last_step = ${step}, confirmed_at = coalesce(confirmed_at, ${instant(now)})
    where person = ${person} and last_step < ${step}`
  return spent.count > 0
}

export const dropFactor = async (tx: Tx, person: string): Promise<void> =>
  void (await sql(tx)`delete from signin.second_factor where person = ${person}`)
