import { instant } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'

type Taken = { id: string; key: string; thumbKey: string }
type Of = { order: string; answer: string; who: string; place: string; by: string | null; now: number }

export async function insertPhotos(
  tx: Tx,
  files: readonly Taken[],
  { order, answer, who, place, by, now }: Of,
): Promise<void> {
  const q = sql(tx)
  for (const [at, { id, key, thumbKey }] of files.entries())
    await q`insert into orders.photo (id, "order", answer, who, place, no, key, thumb_key, by_person, at)
      values (${id}, ${order}, ${answer}, ${who}, ${place}, ${at + 1}, ${key}, ${thumbKey}, ${by}, ${instant(now)})`
}

export type StoredPhoto = {
  order: string
  who: string
  place: string
  by: string | null
  key: string
  thumbKey: string
}

/** Past row-level security: the query finds out whether it concerns who asks. */
export async function readPhoto(tx: Tx, id: string): Promise<StoredPhoto | undefined> {
  const [row] = await sql(tx)<
    StoredPhoto[]
  >`select "order", who, place, by_person as "by", key, thumb_key as "thumbKey" from orders.pub_photo where id = ${id}`
  return row
}

/** They go with the months of their answers; which they were. */
export async function dropPhotos(tx: Tx, before: string): Promise<string[]> {
  const rows = await sql(tx)<{ id: string }[]>`delete from orders.photo where at < ${before}::date returning id`
  return rows.map(({ id }) => id)
}
