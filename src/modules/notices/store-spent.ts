import { type Fragment, sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'

/** A receipt is owed beyond the end: what stands in the ledger was told by these. */
const LEDGER = ['relief_taken', 'relief_returned']

/** Told under holds whose rows were destroyed, and under no other. */
const spent = (tx: Tx): Fragment => {
  const q = sql(tx)
  const under = q`from kernel.pub_hold h where h.value = 'true'::jsonb and starts_with(h.lever, 'relief.') and starts_with(n.place, h.place)
    and h.starts_at <= n.at and n.at < h.ends_at`
  return q`n.kind like 'relief\\_%' and not n.params ? 'spent' and n.kind <> all(${LEDGER})
    and exists (select ${under} and h.swept) and not exists (select ${under} and not h.swept)` as Fragment
}

export async function hasSpent(tx: Tx): Promise<boolean> {
  const [row] = await sql(tx)<
    { some: boolean }[]
  >`select exists (select from notices.notice n where ${spent(tx)}) as some`
  return row?.some ?? false
}

export const forgetSpent = async (tx: Tx): Promise<number> =>
  (await sql(tx)`update notices.notice n set params = '{"spent": 1}' where ${spent(tx)}`).count
