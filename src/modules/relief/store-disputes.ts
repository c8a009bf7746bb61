import { instant } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'

export type Disputed = {
  disputedAt: string | null
  answeredAt: string | null
  calledAt: string | null
  struckAt: string | null
  by: string | null
}
/** How a dispute stands; the line itself was locked before. */
export async function disputeOf(tx: Tx, line: string): Promise<Disputed | undefined> {
  const [row] = await sql(tx)<Disputed[]>`
    select disputed_at as "disputedAt", answered_at as "answeredAt", called_at as "calledAt", struck_at as "struckAt", by_person as by
    from relief.line where id = ${line}`
  return row
}

type Waiting = { id: string; place: string; disputedAt: string; calledAt: string | null }
/** Disputes about lists that go on that nobody answered since an instant: those that were not called yet, and those called that are older than another. */
export const unanswered = (tx: Tx, due: { called: number; struck: number; now: number }, limit: number) => sql(tx)<
  Waiting[]
>`
  select l.id, l.place, l.disputed_at as "disputedAt", l.called_at as "calledAt"
  from relief.line l join relief.check c on c.id = l.check_id and c.why_closed is null and c.until_at > ${instant(due.now)}
  where l.disputed_at is not null and l.answered_at is null and l.struck_at is null and l.hold = any (kernel.still_held(${instant(due.now)}))
    and ((l.called_at is null and l.disputed_at <= ${instant(due.called)}) or l.disputed_at <= ${instant(due.struck)})
  order by l.disputed_at limit ${limit}`
