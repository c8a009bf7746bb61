import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'

export type NewLine = {
  kind: 'case' | 'bond' | 'promise'
  subject: string
  place: string
  text: string
  due: string | null
}

/** A line that is there already stays as it is. */
export async function insertLines(tx: Tx, file: string, lines: readonly NewLine[]): Promise<void> {
  if (lines.length === 0) return
  await sql(tx)`
    insert into bonds.file_line (file, kind, subject, place, text, due)
    select ${file}::uuid, kind, subject, place, text, due
    from jsonb_to_recordset(${lines as never}::jsonb) as l(kind text, subject uuid, place text, text text, due timestamptz)
    on conflict do nothing`
}
