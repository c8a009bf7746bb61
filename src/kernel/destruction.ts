import type { Protected } from './policies.ts'
import type { Slices } from './slice.ts'
import { sql } from './sql.ts'
import type { Tx } from './tx.ts'

/**
 * Tables that take rows only under a live hold (`within`) hold nothing when the holds are over. What is destroyed is counted and
 * hashed first, so that a certificate can say of which rows it speaks without containing them. Runs as the owner (`asOwner`): rows
 * go whoever could see them; one table a transaction, and a repetition finds nothing left to do.
 */
export type Destroyed = {
  table: string
  rows: number
  kept: number
  /** sha-256 in hex over the hashes of the rows that go, in the order of their ids; of no rows, of the empty text. */
  hash: string
}

export const tablesWithin = (slices: Slices): Protected[] =>
  slices.protects.filter((table) => table.within !== undefined)

/** What `destroyRows` would destroy. `keep`: ids of rows that stay, each for a reason that the caller has on record. */
export async function weighRows(tx: Tx, table: string, holds: readonly string[], keep: readonly string[]) {
  const q = sql(tx)
  const [found] = await q<Omit<Destroyed, 'table'>[]>`
    select count(*) filter (where not stays)::int as rows, count(*) filter (where stays)::int as kept,
      encode(sha256(convert_to(coalesce(string_agg(hash, '' order by id) filter (where not stays), ''), 'UTF8')), 'hex') as hash
    from (select t.id, t.id = any(${keep as string[]}::uuid[]) as stays, encode(sha256(convert_to(t::text, 'UTF8')), 'hex') as hash
      from ${q.unsafe(table)} t where t.hold = any(${holds as string[]}::uuid[])) as r`
  return { table, ...(found ?? { rows: 0, kept: 0, hash: '' }) } satisfies Destroyed
}

/** Parts that refer to a row have to go before it: their tables come later in a slice's `protects`, so callers go backwards. */
export async function destroyRows(
  tx: Tx,
  table: string,
  holds: readonly string[],
  keep: readonly string[],
): Promise<Destroyed> {
  const q = sql(tx)
  await q`lock table ${q.unsafe(table)} in share row exclusive mode`
  const weighed = await weighRows(tx, table, holds, keep)
  await q`delete from ${q.unsafe(table)} t
    where t.hold = any(${holds as string[]}::uuid[]) and not t.id = any(${keep as string[]}::uuid[])`
  // A command that began before the end and writes only now comes too late.
  await q`update kernel.hold set swept = true where id = any(${holds as string[]}::uuid[]) and not swept`
  return weighed
}

/** The stored answers to commands of these names hold what their rows held; gone, a late repetition is refused as done. */
export const destroyAnswers = async (tx: Tx, names: readonly string[], until: string): Promise<number> =>
  (
    await sql(tx)`update kernel.command set answer = 'null' where name = any(${names as string[]}) and at <= ${until}
      and answer::text <> 'null'`
  ).count
