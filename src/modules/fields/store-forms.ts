import { instant } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { Form, Weight } from './contract.ts'

/** A form as it is stored; the organ's name is put to it where it is shown. */
export type FormHeld = Omit<Form, 'id' | 'name' | 'organName'> & { id: string; zh: string; en: string | null }

const COLUMNS = `id, organ, name_zh as zh, name_en as en, subject, area, purpose, reason, within_days as "withinDays", layout, fields, state,
  made_at as "madeAt", published_at as "publishedAt", until_day as "until", weight`

export async function findForm(tx: Tx, id: string): Promise<FormHeld | undefined> {
  const [row] = await sql(tx)<FormHeld[]>`select ${sql(tx).unsafe(COLUMNS)} from fields.form where id = ${id}`
  return row
}

export async function lockForm(tx: Tx, id: string): Promise<FormHeld | undefined> {
  const [row] = await sql(tx)<
    FormHeld[]
  >`select ${sql(tx).unsafe(COLUMNS)} from fields.form where id = ${id} for update`
  return row
}

/** Forms that ask at a place, above or below it, on a day; the first asked first. */
export const listOpen = (tx: Tx, place: string, day: string) => sql(tx)<FormHeld[]>`
  select ${sql(tx).unsafe(COLUMNS)} from fields.form
  where state = 'open' and (until_day is null or until_day >= ${day})
    and ((area >= ${place} and area < ${`${place}~`}) or ${place} like area || '%')
  order by published_at, id limit 500`

export type Wanted = { place?: string | undefined; organ?: string | undefined; state?: string | undefined }
export const listHeldForms = (tx: Tx, { place, organ, state }: Wanted) => sql(tx)<FormHeld[]>`
  select ${sql(tx).unsafe(COLUMNS)} from fields.form
  where (${place ?? null}::text is null or area like ${place ?? ''} || '%' or ${place ?? ''} like area || '%')
    and (${organ ?? null}::uuid is null or organ = ${organ ?? null}::uuid)
    and (${state ?? null}::text is null or state = ${state ?? null})
  order by made_at desc, id limit 200`

export async function insertForm(tx: Tx, form: FormHeld, by: string | null): Promise<void> {
  await sql(tx)`
    insert into fields.form (id, organ, name_zh, name_en, subject, area, purpose, reason, within_days, layout, fields, state, made_at, made_by, until_day)
    values (${form.id}, ${form.organ}, ${form.zh}, ${form.en}, ${form.subject}, ${form.area}, ${form.purpose}, ${form.reason}, ${form.withinDays},
      ${form.layout as never}::jsonb, ${form.fields}, 'draft', ${form.madeAt}, ${by}, ${form.until})`
}

export const openForm = async (tx: Tx, id: string, weight: Weight, now: number): Promise<void> =>
  void (await sql(tx)`
    update fields.form set state = 'open', published_at = ${instant(now)}, weight = ${weight as never}::jsonb where id = ${id}`)

export const closeForm = async (tx: Tx, id: string, reason: string, until: string): Promise<void> =>
  void (await sql(
    tx,
  )`update fields.form set state = 'ended', ended_reason = ${reason}, until_day = least(until_day, ${until}::date) where id = ${id}`)

export const moveForms = async (tx: Tx, from: string, to: string): Promise<void> =>
  void (await sql(tx)`update fields.form set area = ${to} where area = ${from} and state <> 'ended'`)

export type Effort = { form: string; typed: number; confirmed: number }
export async function addEffort(tx: Tx, entry: string, day: string, effort: readonly Effort[]): Promise<void> {
  if (effort.length === 0) return
  // An act of many parts comes back with the same entry.
  await sql(tx)`
    insert into fields.effort as e (entry, form, day, typed, confirmed)
    select ${entry}, form, ${day}, typed, confirmed
    from jsonb_to_recordset(${effort as never}::jsonb) as g(form uuid, typed int, confirmed int)
    on conflict (entry, form) do update set typed = e.typed + excluded.typed, confirmed = e.confirmed + excluded.confirmed`
}

export type EffortOf = { form: string; typed: number; confirmed: number }
/** Forms that were open in a month or answered in it, and what was typed for each. */
export const listBurden = (tx: Tx, { place, organ, from, to }: Wanted & { from: string; to: string }) => sql(tx)<
  (FormHeld & EffortOf)[]
>`
  select f.*, coalesce(e.typed, 0)::int as typed, coalesce(e.confirmed, 0)::int as confirmed, f.id as form
  from (select ${sql(tx).unsafe(COLUMNS)} from fields.form
    where state <> 'draft' and published_at < ${to}::date + 1 and (until_day is null or until_day >= ${from})
      and (${place ?? null}::text is null or area like ${place ?? ''} || '%' or ${place ?? ''} like area || '%')
      and (${organ ?? null}::uuid is null or organ = ${organ ?? null}::uuid)) f
  left join (select form, sum(typed) as typed, sum(confirmed) as confirmed from fields.effort
    where day >= ${from} and day <= ${to} group by form) e on e.form = f.id
  order by coalesce(e.typed, 0) desc, f.id limit 500`
