import { instant } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { Warning } from './contract-warnings.ts'

export type StoredWarning = Pick<Warning, 'hazard' | 'grade' | 'area' | 'matter' | 'measures' | 'source' | 'mark'> & {
  id: string
  startsAt: string
  endsAt: string
  place: string
  organ: string | null
  post: string | null
  issuerPlace: string
  issuedAt: string
  follows: string | null
  liftedAt: string | null
  why: string | null
  updated: boolean
}
const COLUMNS = `w.id, w.hazard, w.grade, w.starts_at as "startsAt", w.ends_at as "endsAt", w.area, w.place, w.matter, w.measures, w.organ, w.post, w.issuer_place as "issuerPlace",
  w.issued_at as "issuedAt", w.follows, w.source, w.mark, w.lifted_at as "liftedAt", w.why, exists (select from orders.warning n where n.follows = w.id) as updated`

export async function findWarning(tx: Tx, id: string): Promise<StoredWarning | undefined> {
  const q = sql(tx)
  const [row] = await q<StoredWarning[]>`select ${q.unsafe(COLUMNS)} from orders.warning w where w.id = ${id}`
  return row
}
/** Two that lift or update at once: the second waits and finds it done. */
export async function lockWarning(tx: Tx, id: string): Promise<StoredWarning | undefined> {
  await sql(tx)`select from orders.warning where id = ${id} for update`
  return findWarning(tx, id)
}

export type NewWarning = Omit<StoredWarning, 'issuedAt' | 'liftedAt' | 'why' | 'updated'> & { now: number }
export const insertWarning = async (tx: Tx, w: NewWarning): Promise<void> =>
  void (await sql(
    tx,
  )`insert into orders.warning (id, hazard, grade, starts_at, ends_at, area, place, matter, measures, organ, post, issuer_place, issued_at, follows, source, mark)
    values (${w.id}, ${w.hazard}, ${w.grade}, ${w.startsAt}, ${w.endsAt}, ${w.area}, ${w.place}, ${w.matter}, ${w.measures}, ${w.organ}, ${w.post}, ${w.issuerPlace}, ${instant(w.now)},
      ${w.follows}, ${w.source}, ${w.mark})`)

export const liftWarning = async (tx: Tx, id: string, why: string, now: number): Promise<void> =>
  void (await sql(tx)`update orders.warning set lifted_at = ${instant(now)}, why = ${why} where id = ${id}`)

export type Asked = { place: string | null; past: boolean; now: number; after: string | null; limit: number }
/** What holds: not over, not lifted, not updated by another one; above or below the place that is asked for. */
export const listHolding = (tx: Tx, { place, past, now, after, limit }: Asked) => {
  const q = sql(tx)
  return q<StoredWarning[]>`
    select ${q.unsafe(COLUMNS)} from orders.warning w
    where ${past ? q`true` : q`w.ends_at > ${instant(now)} and w.lifted_at is null and not exists (select from orders.warning n where n.follows = w.id)`}
      ${place === null ? q`` : q`and exists (select from unnest(w.area) as a(code) where starts_with(${place}, a.code) or starts_with(a.code, ${place}))`}
      ${after === null ? q`` : q`and w.id < ${after}::uuid`}
    order by w.id desc limit ${limit}`
}
