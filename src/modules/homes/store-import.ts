import type { Scope } from '#kernel/authorise.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { Counts, ImportColumn, ImportRow } from './contract-import.ts'

export type ImportHeld = {
  id: string
  place: string
  name: string
  format: 'csv' | 'xlsx'
  encoding: string | null
  rows: number
  columns: ImportColumn[]
  refused: string[]
  grid: string | null
  counts: Counts | null
  state: 'taken' | 'checked' | 'written' | 'dropped'
  at: string
  writtenAt: string | null
  kept: boolean
}
const IMPORT = `i.id, i.place, i.name, i.format, i.encoding, i.rows, i.columns, i.refused, i.grid, i.counts, i.state, i.at,
  i.written_at as "writtenAt", i.sealed is not null as kept`

type NewImport = Pick<
  ImportHeld,
  'id' | 'place' | 'name' | 'format' | 'encoding' | 'rows' | 'columns' | 'refused' | 'at'
> & {
  sealed: Uint8Array
  post: string | null
  person: string | null
}
export const insertImport = (tx: Tx, i: NewImport): Promise<unknown> => sql(tx)`
  insert into homes.import (id, place, name, format, encoding, rows, columns, refused, sealed, state, post, person, at)
  values (${i.id}, ${i.place}, ${i.name}, ${i.format}, ${i.encoding}, ${i.rows}, ${i.columns as never}::jsonb, ${i.refused}, ${Buffer.from(i.sealed)},
    'taken', ${i.post}, ${i.person}, ${i.at})`

/** Held, so that two who write it at once write it once. */
export async function holdImport(tx: Tx, id: string): Promise<ImportHeld | undefined> {
  const q = sql(tx)
  const [row] = await q<ImportHeld[]>`select ${q.unsafe(IMPORT)} from homes.import i where i.id = ${id} for update`
  return row
}
export async function readImport(tx: Tx, id: string): Promise<ImportHeld | undefined> {
  const q = sql(tx)
  const [row] = await q<ImportHeld[]>`select ${q.unsafe(IMPORT)} from homes.import i where i.id = ${id}`
  return row
}
export async function readCells(tx: Tx, id: string): Promise<Uint8Array | null> {
  const [row] = await sql(tx)<{ sealed: Uint8Array | null }[]>`select sealed from homes.import where id = ${id}`
  return row?.sealed ?? null
}

type Listing = { lo: string; hi: string; after: readonly string[] | undefined; limit: number }
export function findImports(tx: Tx, scope: Scope, { lo, hi, after, limit }: Listing) {
  const q = sql(tx)
  return q<ImportHeld[]>`
    select ${q.unsafe(IMPORT)} from homes.import i
    where i.place >= ${scope.lo} and i.place < ${scope.hi} and i.place >= ${lo} and i.place < ${hi} and i.state <> 'dropped'
      ${after ? q`and (i.at, i.id) < (${after[0] ?? ''}::timestamptz, ${after[1] ?? ''}::uuid)` : q``}
    order by i.at desc, i.id desc limit ${limit}`
}

type Checked = Pick<ImportHeld, 'id' | 'columns' | 'grid'> & { counts: Counts }
export const setChecked = (tx: Tx, c: Checked): Promise<unknown> => sql(tx)`
  update homes.import set state = 'checked', columns = ${c.columns as never}::jsonb, grid = ${c.grid}, counts = ${c.counts as never}::jsonb where id = ${c.id}`

export const setWritten = (
  tx: Tx,
  w: { id: string; at: string; entry: string; counts: Counts },
): Promise<unknown> => sql(tx)`
  update homes.import set state = 'written', written_at = ${w.at}, entry = ${w.entry}, counts = ${w.counts as never}::jsonb where id = ${w.id}`

export const setDropped = (tx: Tx, id: string): Promise<unknown> =>
  sql(
    tx,
  )`with gone as (delete from homes.import_row where import = ${id}) update homes.import set state = 'dropped', sealed = null where id = ${id}`

/** The cells go when their time is over; the report stays as long as its list. */
export const forgetCells = (tx: Tx, id: string): Promise<unknown> =>
  sql(tx)`update homes.import set sealed = null where id = ${id}`
export const overdueCells = (tx: Tx, before: string, limit: number) =>
  sql(tx)<
    { id: string }[]
  >`select id from homes.import where sealed is not null and at < ${before} order by at limit ${limit}`

export type RowHeld = ImportRow & { person: string | null }

export async function replaceRows(tx: Tx, id: string, place: string, rows: readonly RowHeld[]): Promise<void> {
  const q = sql(tx)
  await q`delete from homes.import_row where import = ${id}`
  await q`
    insert into homes.import_row (import, line, place, outcome, name, remarks, person, written)
    select ${id}, line, ${place}, outcome, name, remarks, person, written
    from jsonb_to_recordset(${rows as never}::jsonb) as g(line int, outcome text, name text, remarks jsonb, person uuid, written boolean)`
}

type Wanted = { id: string; show: string; after: number; limit: number }
export function readRowsOf(tx: Tx, { id, show, after, limit }: Wanted) {
  const q = sql(tx)
  return q<RowHeld[]>`
    select line, outcome, name, remarks, written, person from homes.import_row
    where import = ${id} and line > ${after}
      ${show === 'all' ? q`` : show === 'remarks' ? q`and jsonb_array_length(remarks) > 0` : q`and outcome = ${show}`}
    order by line limit ${limit}`
}
