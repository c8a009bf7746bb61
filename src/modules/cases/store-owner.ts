import { instant } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'

type Act = { act: string; kept: string; gone: string }

/** What was reported under the entry that went away is the report of whoever answers for it now. */
export async function bringReports(tx: Tx, { act, kept, gone }: Act, now: number): Promise<void> {
  const q = sql(tx)
  await q`
    insert into cases.reporter_was (act, case_id, was, at) select ${act}::uuid, id, reporter, ${instant(now)} from cases.case
    where reporter = ${gone} on conflict do nothing`
  await q`update cases.case set reporter = ${kept} where reporter = ${gone}`
}

/** Each as it was before that act; what later acts did with it goes too. */
export async function giveBack(tx: Tx, act: string): Promise<void> {
  const q = sql(tx)
  await q`update cases.case c set reporter = w.was from cases.reporter_was w where w.act = ${act} and c.id = w.case_id`
  await q`
    delete from cases.reporter_was l using cases.reporter_was w where w.act = ${act} and l.case_id = w.case_id and l.at >= w.at`
}
