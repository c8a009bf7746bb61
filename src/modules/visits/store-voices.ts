import type { Scope } from '#kernel/authorise.ts'
import { DAY_MS, instant } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'

export type NewVoice = {
  id: string
  key: string
  type: string
  bytes: number
  by: string | null
  now: number
}
export const addVoice = async (tx: Tx, v: NewVoice): Promise<void> =>
  void (await sql(tx)`insert into visits.voice (id, key, type, bytes, by_person, at)
    values (${v.id}, ${v.key}, ${v.type}, ${v.bytes}, ${v.by}, ${instant(v.now)})`)

/** Only of a visit that may be seen; loose ones are nobody's to hear. Row-level security says the same. */
export async function voiceOf(tx: Tx, scope: Scope, id: string): Promise<{ key: string; type: string } | undefined> {
  const [row] = await sql(tx)<{ key: string; type: string }[]>`select o.key, o.type from visits.voice o
    where o.id = ${id} and exists (select from visits.party w where w.visit = o.visit
      and ((w.place >= ${scope.lo} and w.place < ${scope.hi}) or w.person = ${scope.person || null}
        or w.post = ${scope.post || null} or w.token = ${scope.token || null}))`
  return row
}

/** Recordings of a visit that waits for a person's decision are not loose. */
export const voicesWait = async (tx: Tx, ids: readonly string[], waits: boolean): Promise<void> =>
  void (await sql(
    tx,
  )`update visits.voice set waits = ${waits} where id = any(${ids as string[]}::uuid[]) and visit is null`)

/** A phone may be away for days before its visit arrives. */
const KEPT_LOOSE = 7 * DAY_MS
export const looseVoices = (tx: Tx, now: number, limit: number) =>
  sql(tx)<
    { id: string }[]
  >`select id from visits.voice where visit is null and not waits and at < ${instant(now - KEPT_LOOSE)} limit ${limit}`

export async function dropVoice(tx: Tx, id: string): Promise<{ key: string; shared: boolean } | undefined> {
  const [row] = await sql(tx)<
    { key: string; shared: boolean }[]
  >`delete from visits.voice v where id = ${id} and visit is null and not waits
    returning key, exists (select 1 from visits.voice o where o.key = v.key and o.id <> v.id) as shared`
  return row
}
