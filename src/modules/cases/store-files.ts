import { DAY_MS, instant } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'

export type NewFile = {
  id: string
  key: string
  thumbKey: string
  width: number
  height: number
  bytes: number
  lon: number | null
  lat: number | null
  by: string | null
  now: number
}

export const addFile = async (tx: Tx, f: NewFile): Promise<void> =>
  void (await sql(tx)`insert into cases.file (id, key, thumb_key, width, height, bytes, by_person, lon, lat, at)
    values (${f.id}, ${f.key}, ${f.thumbKey}, ${f.width}, ${f.height}, ${f.bytes}, ${f.by}, ${f.lon}, ${f.lat}, ${instant(f.now)})`)

export type FiledFile = {
  key: string
  thumbKey: string
  public: boolean
  place: string
  organ: string | null
  person: string | null
  token: string | null
}

/** A file with what its case offers for the check of whoever asks. */
export async function fileOf(tx: Tx, id: string): Promise<FiledFile | undefined> {
  const [row] = await sql(tx)<
    FiledFile[]
  >`select f.key, f.thumb_key as "thumbKey", f.public, c.place, c.organ, c.reporter as person, c.token
    from cases.file f join cases.case c on c.id = f.case_id and c.town = f.town where f.id = ${id}`
  return row
}

/** Photos of a report that waits for a person's decision are not loose. */
export const filesWait = async (tx: Tx, ids: readonly string[], waits: boolean): Promise<void> =>
  void (await sql(
    tx,
  )`update cases.file set waits = ${waits} where id = any(${ids as string[]}::uuid[]) and case_id is null`)

type TakenFile = { id: string; key: string; thumbKey: string }
/** Photos of one person that lie loose are taken up by something else than a case, which says from now on who sees them. */
export const takeFiles = (tx: Tx, ids: readonly string[], by: string | null) => sql(tx)<TakenFile[]>`
  update cases.file set taken = true
  where id = any(${ids as string[]}::uuid[]) and case_id is null and not taken and by_person is not distinct from ${by}::uuid
  returning id, key, thumb_key as "thumbKey"`

/** They lie loose again, and go as loose ones do. */
export const letFilesGo = async (tx: Tx, ids: readonly string[]): Promise<void> =>
  void (await sql(tx)`update cases.file set taken = false, waits = false where id = any(${ids as string[]}::uuid[])`)

/** Photos that no case took up within a day. */
export const looseFiles = (tx: Tx, now: number, limit: number) =>
  sql(tx)<
    { id: string }[]
  >`select id from cases.file where case_id is null and not waits and not taken and at < ${instant(now - DAY_MS)} limit ${limit}`

export async function dropFile(
  tx: Tx,
  id: string,
): Promise<{ key: string; thumbKey: string; shared: boolean } | undefined> {
  const [row] = await sql(tx)<
    { key: string; thumbKey: string; shared: boolean }[]
  >`delete from cases.file f where id = ${id} and case_id is null and not waits and not taken
    returning key, thumb_key as "thumbKey", exists (select 1 from cases.file o where o.key = f.key and o.id <> f.id) as shared`
  return row
}
