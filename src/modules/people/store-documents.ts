import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { DocumentKind } from './contract-residents.ts'

export type DocumentRow = {
  id: string
  person: string
  place: string | null
  kind: DocumentKind
  country: string | null
  sealed: Uint8Array
  entry: string
  endedAt: string | null
  endedBy: string | null
}
export type NewDocument = Omit<DocumentRow, 'sealed' | 'endedAt' | 'endedBy'> & { token: string; sealed: string }

export const insertDocuments = (tx: Tx, rows: readonly NewDocument[]): Promise<unknown> => sql(tx)`
  insert into people.document (id, person, place, kind, country, token, sealed, entry)
  select id, person, place, kind, country, decode(token, 'hex'), decode(sealed, 'hex'), entry
  from jsonb_to_recordset(${rows as never}::jsonb) as g(id uuid, person uuid, place text, kind text, country text, token text, sealed text, entry uuid)`

const COLUMNS = `id, person, place, kind, country, sealed, entry, ended_at as "endedAt", ended_by as "endedBy"`

export const readDocumentsOf = (tx: Tx, persons: readonly string[]) => {
  const q = sql(tx)
  return q<DocumentRow[]>`
    select ${q.unsafe(COLUMNS)} from people.document where person = any(${persons as string[]}::uuid[]) order by (ended_at is not null), entry, id`
}

export async function readDocument(tx: Tx, id: string): Promise<DocumentRow | undefined> {
  const q = sql(tx)
  const [row] = await q<DocumentRow[]>`select ${q.unsafe(COLUMNS)} from people.document where id = ${id}`
  return row
}

export const endDocuments = (tx: Tx, ids: readonly string[], by: string, at: string): Promise<unknown> => sql(tx)`
  update people.document set ended_at = ${at}, ended_by = ${by} where id = any(${ids as string[]}::uuid[]) and ended_at is null`

/** Those of a person that an act ended hold again, as they were. */
export const reopenDocuments = (tx: Tx, by: string, person: string): Promise<unknown> =>
  sql(tx)`update people.document set ended_at = null, ended_by = null where ended_by = ${by} and person = ${person}`

/** Sealed resident numbers, past row-level security: shown masked, by queries that say whom they saw. */
export const readSealedNumbers = (tx: Tx, persons: readonly string[]) =>
  sql(tx)<
    { person: string; sealed: Uint8Array }[]
  >`select person, sealed from people.pub_number where person = any(${persons as string[]}::uuid[])`
