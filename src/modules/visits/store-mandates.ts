import { instant } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'

export type MandateRow = {
  id: string
  principal: string
  proxy: string
  place: string
  matters: string[]
  from: string
  until: string
  endedAt: string | null
  way: 'self' | 'paper'
  witness: string | null
}
const COLUMNS = `id, principal, proxy, place, matters, from_day as "from", until_day as "until", ended_at as "endedAt", way, witness`

export type NewMandate = Omit<MandateRow, 'endedAt'>
export async function insertMandate(tx: Tx, m: NewMandate): Promise<void> {
  const q = sql(tx)
  await q`insert into visits.mandate (id, principal, proxy, place, matters, from_day, until_day, way, witness)
    values (${m.id}, ${m.principal}, ${m.proxy}, ${m.place}, ${m.matters}, ${m.from}, ${m.until}, ${m.way}, ${m.witness})`
  await q`insert into visits.mandate_party (mandate, person, place)
    select ${m.id}::uuid, one.person, ${m.place} from unnest(${[m.principal, m.proxy]}::uuid[]) as one(person)`
}

export async function findMandate(tx: Tx, id: string): Promise<MandateRow | undefined> {
  const q = sql(tx)
  const [row] = await q<MandateRow[]>`select ${q.unsafe(COLUMNS)} from visits.mandate where id = ${id}`
  return row
}
export const mandatesOf = (tx: Tx, person: string) => {
  const q = sql(tx)
  return q<MandateRow[]>`select ${q.unsafe(COLUMNS)} from visits.mandate
    where id in (select mandate from visits.mandate_party where person = ${person}) order by ended_at is not null, until_day desc, id`
}
export async function endMandate(tx: Tx, id: string, now: number): Promise<boolean> {
  const { count } = await sql(
    tx,
  )`update visits.mandate set ended_at = ${instant(now)} where id = ${id} and ended_at is null`
  return count > 0
}

export type NewUse = { id: string; mandate: string; matter: string; what: string; subject: string | null; now: number }
export const insertUse = async (tx: Tx, u: NewUse): Promise<void> =>
  void (await sql(tx)`insert into visits.mandate_use (id, mandate, at, matter, what, subject)
    values (${u.id}, ${u.mandate}, ${instant(u.now)}, ${u.matter}, ${u.what}, ${u.subject})`)

export const usesOf = (tx: Tx, mandates: readonly string[]) => sql(tx)<
  { mandate: string; at: string; matter: string; what: string }[]
>`
  select mandate, at, matter, what from visits.mandate_use where mandate = any(${mandates as string[]}::uuid[]) order by at desc limit 100`
