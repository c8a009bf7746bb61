import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'

/** Whom to tell of an order: the substitute where there is one, else the post or the person. */
export type Told = { who: string; person: string | null; post: string | null; place: string }

/** In the order of `who`, so that a page follows another. */
export const recipientsToTell = (
  tx: Tx,
  order: string,
  { only, after, limit }: { only: 'all' | 'silent' | 'open'; after: string | null; limit: number },
) => {
  const q = sql(tx)
  return q<Told[]>`
    select who, person, case when person is null then coalesce(substitute, who) end as post, place from orders.recipient
    where "order" = ${order} and (${after}::uuid is null or who > ${after}::uuid)
      ${only === 'silent' ? q`and state is null and not closed and due_at is null` : only === 'open' ? q`and not closed` : q``}
    order by who limit ${limit}`
}
