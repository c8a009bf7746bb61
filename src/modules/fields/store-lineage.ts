import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'

type Cell = { subject: string; field: string; base: string | null }

/**
 * Of cells whose present value an answer has not seen: those that its author alone has changed since what he saw, on the same phone. He was
 * days without a network and answered twice: his later word follows his earlier one, on a branch of his own. What he said on another
 * phone this one has not seen: that is a conflict like any other's. `entry`: the act of
 * this answer.
 */
export const ownSince = (tx: Tx, entry: string, cells: readonly Cell[]) =>
  sql(tx)<{ subject: string; field: string }[]>`
    select c.subject, c.field
    from jsonb_to_recordset(${cells as never}::jsonb) as c(subject uuid, field text, base uuid)
      join people.pub_entry me on me.id = ${entry} and me.person is not null
    where not exists (
      select from fields.value v left join people.pub_entry e on e.id = v.entry
      where v.subject = c.subject and v.field = c.field and (e.person, e.phone) is distinct from (me.person, me.phone)
        and v.id is distinct from c.base
        and v.at >= coalesce((select b.at from fields.value b where b.id = c.base), '-infinity'))`
