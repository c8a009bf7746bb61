import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { SeekView } from './contract-reunification.ts'
import { type Listed, listRows, type Row, type Table } from './store.ts'

export type SeekRow = Row &
  Omit<SeekView, 'id' | 'placeName' | 'contact' | 'by' | 'matched' | 'matchedBy' | 'like' | 'can'> & {
    contact: string
    by: string | null
    matched: string | null
    matchedBy: string | null
  }
export const SEEK: Table = {
  name: 'relief.seek',
  columns: `t.id, t.place, t.kind, t.name, t.sex, t.age, t.description, t.contact, t.said_at as "saidAt", t.by_post as by, t.state, t.matched, t.matched_post as "matchedBy"`,
}
type Wanted = Listed & { kind?: string | undefined; open?: boolean | undefined; mine?: string | undefined }
export function seeksIn(tx: Tx, { kind, open, mine, ...l }: Wanted): Promise<SeekRow[]> {
  const q = sql(tx)
  return listRows<SeekRow>(
    tx,
    SEEK,
    l,
    q`${kind ? q`and t.kind = ${kind}` : q``} ${open ? q`and t.state = 'open'` : q``} ${mine ? q`and t.contact = ${mine}` : q``}`,
  )
}
/** Inside the scope of the transaction. */
export async function findSeek(tx: Tx, id: string): Promise<SeekRow | undefined> {
  const q = sql(tx)
  const [row] = await q<SeekRow[]>`select ${q.unsafe(SEEK.columns)} from relief.seek t where t.id = ${id}`
  return row
}
