import { instant } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { Organ } from './contract.ts'

/** How the first entry came: by an administrator, by signing in, by a report, by whoever knows the door. */
export type Source = 'register' | 'self' | 'report' | 'household'
export type Person = {
  id: string
  name: string
  phone: string | null
  homePlace: string | null
  login: string | null
  source: Source
  enteredAt: string
}
export type NewPerson = {
  id: string
  name: string
  phone: string | null
  homePlace: string | null
  login: string | null
  source: Source
  office: string | null
  enteredAt: string
  sex?: 'female' | 'male' | null
  born?: string | null
  entry: string
}

/** Any number of persons in one statement. */
export async function insertPeople(tx: Tx, people: readonly NewPerson[]): Promise<void> {
  await sql(tx)`
    insert into people.person (id, name, phone, home_place, login, source, office, entered_at, sex, born, entry)
    select id, name, phone, "homePlace", login, source, office, "enteredAt", sex, born, entry
    from jsonb_to_recordset(${people as never}::jsonb) as g(id uuid, name text, phone text, "homePlace" text, login text, source text,
      office text, "enteredAt" timestamptz, sex text, born date, entry uuid)`.catch(refuseTaken)
}

export async function findOrAdd(
  tx: Tx,
  who: { id: string; entry: string; phone: string; name: string; source: 'self' | 'report'; now: number },
): Promise<string> {
  const [row] = await sql(tx)<{ id: string }[]>`
    select people.find_or_add_resident(${who.id}, ${who.entry}, ${who.phone}, ${who.name}, ${who.source}, ${instant(who.now)}) as id`
  return row?.id ?? who.id
}

/** Whether a phone is known from households only, so that whoever signs in with it has to say which of them. */
export async function awaitsName(tx: Tx, phone: string): Promise<boolean> {
  const [row] = await sql(tx)<{ awaits: boolean }[]>`select people.awaits_name(${phone}) as awaits`
  return row?.awaits ?? false
}

/** Past row-level security: whoever calls says why by `saw` and a purpose. */
export async function findContact(tx: Tx, person: string): Promise<{ name: string; phone: string | null } | undefined> {
  const [row] = await sql(tx)<
    { name: string; phone: string | null }[]
  >`select name, phone from people.pub_person where id = ${person}`
  return row
}

export type OrganRow = Omit<Organ, 'name'> & { zh: string; en: string | null }
export const asOrgan = ({ zh, en, ...rest }: OrganRow): Organ => ({ ...rest, name: { zh, en } })

export const readOrgans = async (tx: Tx): Promise<Organ[]> =>
  (
    await sql(tx)<OrganRow[]>`
      select id, name_zh as zh, name_en as en, kind, line, place, credit_code as "creditCode" from people.organ order by place, id`
  ).map(asOrgan)

export async function insertOrgans(tx: Tx, organs: readonly Organ[], now: number): Promise<void> {
  const given = organs.map(({ name, ...rest }) => ({ ...rest, zh: name.zh, en: name.en ?? null }))
  await sql(tx)`
    insert into people.organ (id, name_zh, name_en, kind, line, place, credit_code, entered_at)
    select id, zh, en, kind, line, place, "creditCode", ${instant(now)}::timestamptz
    from jsonb_to_recordset(${given as never}::jsonb) as g(id uuid, zh text, en text, kind text, line text, place text, "creditCode" text)`.catch(
    refuseTaken,
  )
}

const FIELDS: Record<string, string> = { person_login_key: 'login', organ_credit_code_key: 'creditCode' }

/** `already`, naming the field that somebody else has. */
function refuseTaken(error: Error & { code?: string; constraint_name?: string }): never {
  if (error.code !== '23505') throw error
  return refuse('already', { problems: [{ path: FIELDS[error.constraint_name ?? ''] ?? 'id', problem: 'taken' }] })
}
