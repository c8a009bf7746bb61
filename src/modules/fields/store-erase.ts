import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'

/** Values, their confirmations, branches and what contests quoted of them; that there was a contest stays. */
export async function eraseValues(tx: Tx, subject: string, fields: readonly string[]): Promise<void> {
  const q = sql(tx)
  const keys = fields as string[]
  await q`
    delete from fields.confirmation c using fields.value v
    where v.id = c.value and v.subject = ${subject} and v.field = any(${keys})`
  await q`delete from fields.branch where subject = ${subject} and field = any(${keys})`
  await q`delete from fields.value where subject = ${subject} and field = any(${keys})`
  await q`
    update fields.contest set shown = null, says = null, corrected = null, why = ''
    where subject = ${subject} and field = any(${keys})`
}
