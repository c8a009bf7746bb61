import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'

/** A person as the slice reads one in reach: by the place where they live, or oneself. */
export type ResidentRow = {
  id: string
  name: string
  sex: 'female' | 'male' | null
  born: string | null
  phone: string | null
  homePlace: string | null
  standsFor: string | null
  /** Its owner signs in as this entry. */
  claimed: boolean
  entry: string
}
const COLUMNS = `id, name, sex, born, phone, home_place as "homePlace", stands_for as "standsFor", entry, claimed_at is not null as claimed`

/** Those of the persons whom the scope of this transaction reaches; others are as if they were not there. */
export const readReached = (tx: Tx, ids: readonly string[]) => {
  const q = sql(tx)
  return q<ResidentRow[]>`select ${q.unsafe(COLUMNS)} from people.reached(${ids as string[]}::uuid[])`
}

export type Sought = {
  lo: string
  hi: string
  name?: string | undefined
  phoneEnd?: string | undefined
  token?: Uint8Array | undefined
  after?: readonly string[] | undefined
  limit: number
}
export const findResidents = (tx: Tx, s: Sought) => {
  const q = sql(tx)
  return q<ResidentRow[]>`
    select ${q.unsafe(COLUMNS)} from people.find_residents(${s.lo}, ${s.hi}, ${s.name ?? null}, ${s.phoneEnd ?? null},
      ${s.token ? Buffer.from(s.token) : null}::bytea, ${s.after?.[0] ?? null}, ${s.after?.[1] ?? null}::uuid, ${s.limit})`
}

export type NewResident = {
  id: string
  name: string
  phone: string | null
  sex: 'female' | 'male' | null
  born: string | null
  homePlace: string
  at: string
  entry: string
}
export const insertResidents = (tx: Tx, rows: readonly NewResident[]): Promise<unknown> =>
  sql(tx)`select people.add_residents(${rows as never}::jsonb)`

type NewStatement = {
  id: string
  person: string
  kind: string
  value: string | null
  was: string | null
  entry: string
  at: string
}
/** The person's row takes the value, the statement keeps what was there. */
export async function insertStatement(tx: Tx, s: NewStatement, place: string | null): Promise<void> {
  const q = sql(tx)
  await q`
    insert into people.statement (id, person, place, kind, value, was, entry, replaces, at)
    select ${s.id}, ${s.person}, ${place}, ${s.kind}, ${s.value}, ${s.was}, ${s.entry},
      (select p.id from people.statement p where p.person = ${s.person} and p.kind = ${s.kind} order by p.at desc, p.id desc limit 1), ${s.at}`
  // Last, since whoever moves takes the statements along, out of the sender's reach.
  await q`select people.restate(${s.person}, ${s.kind}, ${s.value})`
}

export type StatementRow = {
  id: string
  kind: 'name' | 'sex' | 'born' | 'phone' | 'home'
  value: string | null
  was: string | null
  at: string
  entry: string
}
export const readStatements = (tx: Tx, persons: readonly string[]) => sql(tx)<StatementRow[]>`
  select id, kind, value, was, at, entry from people.statement where person = any(${persons as string[]}::uuid[]) order by at desc, id desc limit 200`
