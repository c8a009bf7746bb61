import type { Scope } from '#kernel/authorise.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { Organ } from './contract.ts'
import { asOrgan, type OrganRow, type Person } from './store.ts'

type Paged = { after: string[] | undefined; limit: number }

/** Somebody of staff in the range of the scope, or oneself; row-level security says the same a second time. */
export async function findPerson(tx: Tx, id: string, { lo, hi, person: self }: Scope): Promise<Person | undefined> {
  const [row] = await sql(tx)<Person[]>`
    select id, name, phone, home_place as "homePlace", login, source, entered_at as "enteredAt"
    from people.person where id = nullif(${id}, '')::uuid and ((office >= ${lo} and office < ${hi}) or id::text = ${self})`
  return row
}

/** Staff by part of the name or by the beginning of the login. */
export const findStaff = (tx: Tx, { text, after, limit }: { text: string } & Paged) => {
  const q = sql(tx)
  return q<Person[]>`
    select id, name, phone, home_place as "homePlace", login, source, entered_at as "enteredAt"
    from people.person
    where source = 'register' and (position(${text} in name) > 0 or starts_with(login, lower(${text})))
      ${after ? q`and (name collate "C", id) > (${after[0] ?? ''}, ${after[1] ?? ''}::uuid)` : q``}
    order by name collate "C", id limit ${limit}`
}

type Wanted = {
  lo: string
  hi: string
  line: string | undefined
  kind: Organ['kind'] | undefined
  text: string | undefined
} & Paged

export async function findOrgans(tx: Tx, { lo, hi, line, kind, text, after, limit }: Wanted): Promise<Organ[]> {
  const q = sql(tx)
  const rows = await q<OrganRow[]>`
    select id, name_zh as zh, name_en as en, kind, line, place, credit_code as "creditCode" from people.organ
    where place >= ${lo} and place < ${hi}
      ${line ? q`and line = ${line}` : q``}
      ${kind ? q`and kind = ${kind}` : q``}
      ${text ? q`and (position(${text} in name_zh) > 0 or position(lower(${text}) in lower(coalesce(name_en, ''))) > 0)` : q``}
      ${after ? q`and (place, id) > (${after[0] ?? ''}, ${after[1] ?? ''}::uuid)` : q``}
    order by place, id limit ${limit}`
  return rows.map(asOrgan)
}
