import { instant } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { StayView } from './contract-stays.ts'
import { GOES_ON, type Listed, listRows, NOT_OVER, type Row, type Table } from './store.ts'

export type StayRow = Row & {
  person: string
  address: string | null
  basis: string
  helper: string
  from: string
  until: string
  endedAt: string | null
  goesOn: boolean
}
export const STAY: Table = {
  name: 'relief.stay',
  columns: `t.id, t.place, t.person, t.address, t.basis, t.helper, t.from_at as "from", t.until_at as until, t.ended_at as "endedAt", ${GOES_ON}`,
}
type Need = Omit<StayView['needs'][number], 'id' | 'broughtBy' | 'can'>
export type NeedRow = Row & Need & { stay: string; broughtPost: string | null }
export const NEED: Table = {
  name: 'relief.need',
  columns: `t.id, t.place, t.stay, t.kind, t.text, t.asked_at as "askedAt", t.brought_at as "broughtAt", t.brought_post as "broughtPost", t.note`,
}

/** Whether somebody has to stay at home already, wherever that was said; in earnest, if `as` is a hold in earnest. A race for it waits here. */
export async function staysHome(tx: Tx, person: string, as: string, now: number): Promise<boolean> {
  const q = sql(tx)
  await q`select pg_advisory_xact_lock(hashtextextended(${`relief.stay ${person}`}, 0))`
  const [row] = await q<{ found: boolean }[]>`select exists (select from relief.pub_stays_home s
    where s.person = ${person} and s.until_at > ${instant(now)} and s.hold = any (kernel.held_alike(${instant(now)}, ${as}))) as found`
  return row?.found ?? false
}

type Wanted = Listed & {
  now: number
  live?: boolean | undefined
  waiting?: boolean | undefined
  mine?: { person: string; post: string } | undefined
}
export function staysIn(tx: Tx, { now, live, waiting, mine, ...l }: Wanted): Promise<StayRow[]> {
  const q = sql(tx)
  return listRows<StayRow>(
    tx,
    STAY,
    l,
    q`${mine ? q`and (t.person::text = ${mine.person} or t.helper::text = ${mine.post})` : q``}
      ${live === undefined ? q`` : q`and (t.ended_at is null and t.until_at > ${instant(now)} and ${q.unsafe(NOT_OVER)}) = ${live}`}
      ${waiting ? q`and exists (select from relief.need n where n.stay = t.id and n.brought_at is null)` : q``}`,
  )
}
export const needsOf = (tx: Tx, stays: readonly string[]): Promise<NeedRow[]> => {
  const q = sql(tx)
  return q<
    NeedRow[]
  >`select ${q.unsafe(NEED.columns)} from relief.need t where t.stay = any(${stays as string[]}::uuid[]) order by t.asked_at, t.id`
}
