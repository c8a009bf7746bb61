import { instant } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { Sums } from './rules.ts'

export type Report = {
  place: string
  no: number
  state: 'told' | 'approved' | 'returned'
  own: Sums
  figures: Sums | null
  remark: string
  toldAt: string | null
  approvedAt: string | null
  late: boolean
  whyReturned: string | null
  without: { place: string; reason: string }[]
}
const COLUMNS = `place, no, state, own, figures, remark, told_at as "toldAt", approved_at as "approvedAt", late, why_returned as "whyReturned", without`
export type Round = { activation: string; no: number }

/** Inside the scope of the transaction. */
export const reportsAt = (tx: Tx, { activation, no }: Round, places: readonly string[]) => {
  const q = sql(tx)
  return q<Report[]>`select ${q.unsafe(COLUMNS)} from emergency.report
    where activation = ${activation} and no = ${no} and place = any(${places as string[]})`
}

/** Two who fill in one node at a time wait for each other. */
export async function lockReport(tx: Tx, { activation, no }: Round, place: string): Promise<Report | undefined> {
  const q = sql(tx)
  await q`select pg_advisory_xact_lock(hashtextextended(${`report ${activation} ${no} ${place}`}, 0))`
  const [row] = await reportsAt(tx, { activation, no }, [place])
  return row
}

/** Past row-level security: whether the node above has fixed its sum. */
export async function isApproved(tx: Tx, { activation, no }: Round, place: string): Promise<boolean> {
  const [row] = await sql(tx)<{ found: boolean }[]>`select exists (select from emergency.pub_report
    where activation = ${activation} and no = ${no} and place = ${place} and state = 'approved') as found`
  return row?.found ?? false
}

type Told = Round & { place: string; own: Sums; remark: string; by: string | null; now: number; late: boolean }
export const saveTold = async (tx: Tx, t: Told): Promise<void> =>
  void (await sql(tx)`insert into emergency.report (activation, place, no, state, own, remark, told_at, told_by, late)
    values (${t.activation}, ${t.place}, ${t.no}, 'told', ${t.own as never}::jsonb, ${t.remark}, ${instant(t.now)}, ${t.by}, ${t.late})
    on conflict (activation, no, place) do update set state = 'told', own = excluded.own, remark = excluded.remark,
      told_at = excluded.told_at, told_by = excluded.told_by, late = report.late or excluded.late`)

type Fixed = Round & {
  place: string
  figures: Sums
  without: Report['without']
  by: string | null
  now: number
  late: boolean
}
export const saveApproved = async (tx: Tx, f: Fixed): Promise<void> =>
  void (await sql(
    tx,
  )`insert into emergency.report (activation, place, no, state, own, figures, without, approved_at, approved_by, late)
    values (${f.activation}, ${f.place}, ${f.no}, 'approved', '{}', ${f.figures as never}::jsonb, ${f.without as never}::jsonb, ${instant(f.now)},
      ${f.by}, ${f.late})
    on conflict (activation, no, place) do update set state = 'approved', figures = excluded.figures, without = excluded.without,
      approved_at = excluded.approved_at, approved_by = excluded.approved_by, why_returned = null, late = report.late or excluded.late`)

export const saveReturned = async (tx: Tx, r: Round & { place: string; reason: string }): Promise<void> =>
  void (await sql(
    tx,
  )`update emergency.report set state = 'returned', figures = null, approved_at = null, approved_by = null,
    without = '[]', why_returned = ${r.reason} where activation = ${r.activation} and no = ${r.no} and place = ${r.place}`)

/** The fixed sums of some nodes over all rounds. */
export const fixedOver = (tx: Tx, activation: string, places: readonly string[]) => sql(tx)<
  { no: number; place: string; figures: Sums }[]
>`
  select no, place, figures from emergency.report
  where activation = ${activation} and place = any(${places as string[]}) and state = 'approved' order by no, place`

/** Of the rounds at the node of the activation, and how often somebody was not waited for. */
export async function reportFigures(
  tx: Tx,
  activation: string,
): Promise<{ approved: number; late: number; exceptions: number }> {
  const [row] = await sql(tx)<{ approved: number; late: number; exceptions: number }[]>`
    select count(*) filter (where r.place = a.place and r.state = 'approved')::int as approved,
      count(*) filter (where r.place = a.place and r.late)::int as late,
      coalesce(sum(jsonb_array_length(r.without)), 0)::int as exceptions
    from emergency.report r join emergency.activation a on a.id = r.activation where r.activation = ${activation}`
  return row ?? { approved: 0, late: 0, exceptions: 0 }
}
