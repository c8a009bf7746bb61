import { instant, millis } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'

export type Count = { tries: number; endsAt: number }

/** Counts one more try in a bucket and says how many there are; parallel tries wait for each other on the row. */
export async function countTry(tx: Tx, bucket: string, now: number, seconds: number): Promise<Count> {
  const at = instant(now)
  const until = instant(now + seconds * 1000)
  const [row] = await sql(tx)<{ tries: number; endsAt: string }[]>`
    insert into signin.attempt as a (bucket, tries, ends_at) values (${bucket}, 1, ${until})
    on conflict (bucket) do update set
      tries = case when a.ends_at <= ${at} then 1 else a.tries + 1 end,
      ends_at = case when a.ends_at <= ${at} then excluded.ends_at else a.ends_at end
    returning tries, ends_at as "endsAt"`
  return row ? { tries: row.tries, endsAt: millis(row.endsAt) } : { tries: 1, endsAt: now }
}

export const forgetTries = async (tx: Tx, buckets: readonly string[]): Promise<void> =>
  void (await sql(tx)`delete from signin.attempt where bucket = any(${buckets as string[]})`)

export const takeTryBack = async (tx: Tx, buckets: readonly string[]): Promise<void> =>
  void (await sql(
    tx,
  )`update signin.attempt set tries = greatest(tries - 1, 0) where bucket = any(${buckets as string[]})`)

/**
 * Commits what was counted and goes on in a new transaction on the same connection, under the same scope: a refusal rolls the
 * command back, but not the count. To be called before the command has written anything of its own.
 *
 * Why not a transaction beside this one: it would take a second connection while the first is held, and as many people signing
 * in at once as the pool has connections would wait for each other without end.
 */
export async function keepCounted(tx: Tx): Promise<void> {
  const [held] = await sql(tx)<Record<'lo' | 'hi' | 'organ' | 'person' | 'post' | 'token' | 'role', string>[]>`
    select current_setting('app.lo') as lo, current_setting('app.hi') as hi, current_setting('app.organ') as organ,
      current_setting('app.person') as person, current_setting('app.post') as post, current_setting('app.token') as token,
      current_setting('role') as role`
  if (!held) throw new Error('the transaction has no scope')
  await sql(tx)`commit and chain`
  await sql(tx)`
    select set_config('app.lo', ${held.lo}, true), set_config('app.hi', ${held.hi}, true), set_config('app.organ', ${held.organ}, true),
      set_config('app.person', ${held.person}, true), set_config('app.post', ${held.post}, true), set_config('app.token', ${held.token}, true),
      set_config('role', ${held.role}, true)`
}
