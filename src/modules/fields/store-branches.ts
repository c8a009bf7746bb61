import { instant } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { Value } from './contract.ts'
import type { NewValue } from './store.ts'

export type BranchHeld = NewValue & {
  base: string | null
  against: string | null
  at: string
  decidedAt: string | null
}

const COLUMNS = `b.id, b.subject_kind as kind, b.subject, b.field, b.place, b.value, b.entry, b.seen_on as day, b.base, b.against, b.at,
  b.decided_at as "decidedAt"`

export async function lockBranch(tx: Tx, id: string): Promise<BranchHeld | undefined> {
  const [row] = await sql(tx)<
    BranchHeld[]
  >`select ${sql(tx).unsafe(COLUMNS)} from fields.branch b where b.id = ${id} for update`
  return row
}

export const listUndecided = (tx: Tx, { lo, hi, limit }: { lo: string; hi: string; limit: number }) => sql(tx)<
  (BranchHeld & { seen: Value | null })[]
>`
  select ${sql(tx).unsafe(COLUMNS)}, v.value as seen
  from fields.branch b left join fields.value v on v.id = b.base
  where b.decided_at is null and b.place >= ${lo} and b.place < ${hi} order by b.at, b.id limit ${limit}`

export const branchesOf = (tx: Tx, subjects: readonly string[]) => sql(tx)<{ subject: string; field: string }[]>`
  select distinct subject, field from fields.branch where subject = any(${subjects as string[]}::uuid[]) and decided_at is null`

type Decision = { id: string; take: 'theirs' | 'ours'; reason: string; by: string | null; now: number }
export const decideBranch = async (tx: Tx, { id, take, reason, by, now }: Decision): Promise<void> =>
  void (await sql(tx)`
    update fields.branch set decided_at = ${instant(now)}, decided_by = ${by}, take = ${take}, reason = ${reason} where id = ${id}`)
