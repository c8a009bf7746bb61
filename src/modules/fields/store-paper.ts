import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'

export type Paper = {
  id: string
  person: string
  signedBy: string
  purpose: string
  signedOn: string
  place: string
  entry: string
  sheet: Uint8Array
  at: string
  takenBackAt: string | null
}

export const insertPaper = async (tx: Tx, p: Omit<Paper, 'takenBackAt'>): Promise<void> =>
  void (await sql(tx)`
    insert into fields.paper (id, person, signed_by, purpose, signed_on, place, entry, sheet, at)
    values (${p.id}, ${p.person}, ${p.signedBy}, ${p.purpose}, ${p.signedOn}, ${p.place}, ${p.entry}, ${p.sheet}, ${p.at})`)

export async function readPaper(tx: Tx, id: string): Promise<Paper | undefined> {
  const [row] = await sql(tx)<Paper[]>`
    select id, person, signed_by as "signedBy", purpose, signed_on as "signedOn", place, entry, sheet, at, taken_back_at as "takenBackAt"
    from fields.paper where id = ${id}`
  return row
}

export const setTakenBack = async (tx: Tx, id: string, entry: string, at: string): Promise<void> =>
  void (await sql(tx)`update fields.paper set taken_back_at = ${at}, taken_back_entry = ${entry} where id = ${id}`)

/** Which of these consents were given on paper; that they were is no secret of whoever may see the consent. */
export async function onPaper(tx: Tx, consents: readonly string[]): Promise<Set<string>> {
  const rows = await sql(tx)<{ id: string }[]>`
    select id from fields.paper where id = any(${consents as string[]}::uuid[])`
  return new Set(rows.map(({ id }) => id))
}

/** Taken back by the person, wherever it was given. */
export const endPapers = async (tx: Tx, person: string, purpose: string, at: string): Promise<void> =>
  void (await sql(tx)`
    update fields.paper set taken_back_at = ${at} where person = ${person} and purpose = ${purpose} and taken_back_at is null`)
