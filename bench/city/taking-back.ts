import { instant } from '#kernel/clock.ts'
import { asOwner } from '#kernel/db.ts'
import { refigure } from '#modules/cases/store-seed.ts'
import { benchPlatform } from '../road/platform.ts'
import { withSql } from './cluster.ts'

/** Takes out what earlier runs added, so that today is as busy in every run: they touch no case but those they make. */
export async function takeRunsBack(url: string, since: number): Promise<void> {
  const added = await withSql(url, async (sql) => {
    await sql`create temp table added as select id from cases.case where received_at >= ${instant(since)}`
    const [row] = await sql<{ n: number }[]>`select count(*)::int as n from added`
    if (!row?.n) return 0
    for (const [table, key] of OF_A_CASE)
      await sql.unsafe(`delete from ${table} where ${key} in (select id from added)`)
    await sql`delete from floor.step where case_id in (select id from floor.case where received_at >= ${instant(since)})`
    await sql`delete from floor.case where received_at >= ${instant(since)}`
    await sql`truncate kernel.outbox, kernel.command`
    return row.n
  })
  if (added === 0) return
  const p = benchPlatform({ url, now: since })
  await asOwner(p.db, refigure)
  await p.db.close()
  await withSql(url, (sql) =>
    sql.unsafe(
      'vacuum (analyze) cases.case, cases.step, cases.words, cases.tally, cases.tally_day, floor.case, floor.step',
    ),
  )
}

const OF_A_CASE = [
  ['cases.step', 'case_id'],
  ['cases.words', 'case_id'],
  ['cases.case', 'id'],
] as const
