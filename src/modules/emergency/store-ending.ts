import { instant } from '#kernel/clock.ts'
import type { Destroyed } from '#kernel/destruction.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { z } from 'zod'
import type { AfterAction } from './contract-ending.ts'

export type Kept = {
  id: string
  activation: string
  place: string
  table: string
  item: string
  ground: 'evidence' | 'investigation'
  legality: string
  necessity: string
  safety: string
  until: string
}
export type KeptRow = Kept & { at: string; by: string | null; releasedAt: string | null; destroyedAt: string | null }

const KEPT = `k.id, k.activation, k.place, k.data_set as "table", k.item, k.ground, k.legality, k.necessity, k.safety, k.until_day as until, k.at,
  k.released_at as "releasedAt", k.destroyed_at as "destroyedAt"`

type Keeping = { by: string | null; now: number; /** where it is kept already, at least as long */ again?: true }
export async function insertKept(tx: Tx, k: Kept, { by, now, again }: Keeping): Promise<void> {
  const q = sql(tx)
  await q`insert into emergency.kept (id, activation, place, data_set, item, ground, legality, necessity, safety, until_day, by_person, at)
    values (${k.id}, ${k.activation}, ${k.place}, ${k.table}, ${k.item}, ${k.ground}, ${k.legality}, ${k.necessity}, ${k.safety}, ${k.until},
      ${by}, ${instant(now)})
    ${again ? q`on conflict (data_set, item) where released_at is null do update set until_day = greatest(kept.until_day, excluded.until_day)` : q``}`
}

type Whole = { table: string; column: string }
/** A part goes with what it belongs to (`on delete cascade`). */
async function wholeOf(tx: Tx, table: string): Promise<Whole | undefined> {
  const [found] = await sql(tx)<Whole[]>`
    select s.nspname || '.' || w.relname as table, a.attname as column from pg_catalog.pg_constraint c
      join pg_catalog.pg_class w on w.oid = c.confrelid join pg_catalog.pg_namespace s on s.oid = w.relnamespace
      join pg_catalog.pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confdeltype = 'c' and c.conrelid = to_regclass(${table})`
  return found
}
/** What a row is a part of, the nearest first: the one is not kept without the other. */
export async function wholesOf(tx: Tx, table: string, item: string): Promise<Pick<Kept, 'table' | 'item'>[]> {
  const [q, whole] = [sql(tx), await wholeOf(tx, table)]
  if (!whole) return []
  const [row] = await q<
    { item: string }[]
  >`select t.${q(whole.column)} as item from ${q.unsafe(table)} t where t.id = ${item}`
  return row ? [{ table: whole.table, item: row.item }, ...(await wholesOf(tx, whole.table, row.item))] : []
}

export async function lockKept(tx: Tx, id: string): Promise<Omit<KeptRow, 'by'> | undefined> {
  const q = sql(tx)
  const [row] = await q<
    Omit<KeptRow, 'by'>[]
  >`select ${q.unsafe(KEPT)} from emergency.kept k where k.id = ${id} for update`
  return row
}
export const releaseKept = async (tx: Tx, id: string, why: string, now: number): Promise<void> =>
  void (await sql(tx)`update emergency.kept set released_at = ${instant(now)}, why_released = ${why} where id = ${id}`)
export const markDestroyed = async (tx: Tx, id: string, now: number): Promise<void> =>
  void (await sql(tx)`update emergency.kept set destroyed_at = ${instant(now)} where id = ${id}`)

/** Assessed and neither taken back nor past its day. */
export const keptOf = (tx: Tx, activation: string) => {
  const q = sql(tx)
  return q<Omit<KeptRow, 'by'>[]>`select ${q.unsafe(KEPT)} from emergency.kept k
    where k.activation = ${activation} and k.released_at is null and k.destroyed_at is null order by k.at, k.id`
}
export const listKeptOf = (tx: Tx, activation: string, limit: number, after: string[] | undefined) => {
  const q = sql(tx)
  return q<
    KeptRow[]
  >`select ${q.unsafe(KEPT)}, n.name as by from emergency.kept k left join people.pub_person n on n.id = k.by_person
    where k.activation = ${activation} and k.released_at is null and k.destroyed_at is null
      ${after ? q`and (k.at, k.id) > (${after[0] ?? ''}::timestamptz, ${after[1] ?? ''}::uuid)` : q``}
    order by k.at, k.id limit ${limit}`
}
export const dueKept = (tx: Tx, today: string, limit: number) => sql(tx)<{ id: string }[]>`
  select k.id from emergency.kept k join emergency.activation a on a.id = k.activation
  where k.destroyed_at is null and a.state = 'closed' and (k.until_day <= ${today} or k.released_at is not null) order by k.until_day limit ${limit}`

/** Whether a data set has this row under one of these holds. */
export async function hasItem(tx: Tx, table: string, item: string, holds: readonly string[]): Promise<boolean> {
  const q = sql(tx)
  const [row] = await q<{ found: boolean }[]>`
    select exists (select from ${q.unsafe(table)} t where t.id = ${item} and t.hold = any(${holds as string[]}::uuid[])) as found`
  return row?.found ?? false
}

/**
 * Rows under some holds, in the subtree of a place, go on under another hold; those that were assessed stay where they are, and so
 * do parts of what lies partly outside, since they go with it.
 */
export async function passOn(
  tx: Tx,
  table: string,
  to: { hold: string; place: string; now: number },
  of: Passing,
): Promise<number> {
  const q = sql(tx)
  const whole = await wholeOf(tx, table)
  const further = whole && (await wholeOf(tx, whole.table))
  const inside = (place: string) => q`starts_with(${q(place)}, ${to.place})`
  const { count } =
    await q`update ${q.unsafe(table)} t set hold = ${to.hold}, touched_at = greatest(t.touched_at, ${instant(to.now)})
    where t.hold = any(${of.holds as string[]}::uuid[]) and ${inside('t.place')} and not t.id = any(${of.keep as string[]}::uuid[])
      ${whole ? q`and exists (select from ${q.unsafe(whole.table)} w ${further ? q`join ${q.unsafe(further.table)} f on f.id = w.${q(further.column)} and ${inside('f.place')}` : q``} where w.id = t.${q(whole.column)} and ${inside('w.place')})` : q``}`
  return count
}
type Passing = { holds: readonly string[]; keep: readonly string[] }

export type Gone = Destroyed & { passed: number }
/** Written in the transaction that destroys. Rows that were found by a later recount are added, each with its own hash. */
export const insertDestroyed = async (tx: Tx, activation: string, place: string, d: Gone, now: number): Promise<void> =>
  void (await sql(tx)`insert into emergency.destroyed (activation, place, data_set, rows, kept, passed, hash, at)
    values (${activation}, ${place}, ${d.table}, ${d.rows}, ${d.kept}, ${d.passed}, ${d.hash}, ${instant(now)})
    on conflict (activation, data_set) do update set rows = destroyed.rows + excluded.rows, kept = excluded.kept,
      passed = destroyed.passed + excluded.passed, hash = case when destroyed.rows = 0 then excluded.hash else destroyed.hash || '+' || excluded.hash end, at = excluded.at`)

export const destroyedOf = (tx: Tx, activation: string) => sql(tx)<Gone[]>`
  select data_set as "table", rows, kept, passed, hash from emergency.destroyed where activation = ${activation} order by data_set`

// ---- certificate and report --------------------------------------------------------------------------------------------

export type StoredCertificate = {
  id: string
  activation: string
  place: string
  body: string
  digest: string
  at: string
  witnessOrgan: string | null
  witnessName: string | null
  witnessHolds: boolean | null
  witnessedAt: string | null
}
const CERTIFICATE = `id, activation, place, body, digest, at, witness_organ as "witnessOrgan", witness_name as "witnessName",
  witness_holds as "witnessHolds", witnessed_at as "witnessedAt"`

export const insertCertificate = async (
  tx: Tx,
  c: Pick<StoredCertificate, 'id' | 'activation' | 'place' | 'body' | 'digest'>,
  now: number,
): Promise<void> =>
  void (await sql(tx)`insert into emergency.certificate (id, activation, place, body, digest, at)
    values (${c.id}, ${c.activation}, ${c.place}, ${c.body}, ${c.digest}, ${instant(now)}) on conflict do nothing`)

/** Public: past row-level security. */
export async function findCertificate(tx: Tx, id: string): Promise<StoredCertificate | undefined> {
  const q = sql(tx)
  const [row] = await q<
    StoredCertificate[]
  >`select ${q.unsafe(CERTIFICATE)} from emergency.pub_certificate where id = ${id}`
  return row
}
export async function lockCertificate(tx: Tx, id: string): Promise<StoredCertificate | undefined> {
  const q = sql(tx)
  const [row] = await q<
    StoredCertificate[]
  >`select ${q.unsafe(CERTIFICATE)} from emergency.certificate where id = ${id} for update`
  return row
}

export type Witness = {
  id: string
  organ: string | null
  name: string
  by: string | null
  holds: boolean
  note: string
  now: number
}
export const setWitness = async (tx: Tx, w: Witness): Promise<void> =>
  void (await sql(
    tx,
  )`update emergency.certificate set witness_organ = ${w.organ}, witness_name = ${w.name}, witness_by = ${w.by},
    witness_holds = ${w.holds}, witness_note = ${w.note}, witnessed_at = ${instant(w.now)} where id = ${w.id}`)

type Report = z.infer<typeof AfterAction>
export const insertAfterAction = async (
  tx: Tx,
  activation: string,
  place: string,
  body: Report,
  now: number,
): Promise<void> =>
  void (await sql(tx)`insert into emergency.after_action (activation, place, body, at)
    values (${activation}, ${place}, ${body as never}::jsonb, ${instant(now)}) on conflict do nothing`)

export async function findAfterAction(tx: Tx, activation: string): Promise<{ body: Report; at: string } | undefined> {
  const [row] = await sql(tx)<
    { body: Report; at: string }[]
  >`select body, at from emergency.after_action where activation = ${activation}`
  return row
}
