import { instant } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { Definition, SubjectKind, Value } from './contract.ts'

export type Current = {
  id: string
  kind: SubjectKind
  subject: string
  field: string
  value: Value
  entry: string
  day: string
  contested: boolean
}

/**
 * Present values of some subjects, by the index on (subject, field); past row-level security, so the caller says why. Whoever was
 * entered twice and found out to be one answers with the values of both entries, his own first, then the one seen last; so does a
 * household that another was merged into.
 */
export const findCurrent = (tx: Tx, subjects: readonly string[], fields: readonly string[]) => sql(tx)<Current[]>`
  with recursive asked(subject, answers_for) as (
    select s, s from unnest(${subjects as string[]}::uuid[]) s
    union select u.id, a.answers_for from asked a join (
      select id, stands_for as one from people.pub_person union all select id, goes_on_in from homes.pub_household) u on u.one = a.subject)
  select distinct on (a.answers_for, v.field) v.id, v.subject_kind as kind, a.answers_for as subject, v.field, v.value, v.entry,
    v.seen_on as day, v.contested is not null as contested
  from asked a join fields.pub_value v on v.subject = a.subject
  where v.field = any(${fields as string[]})
  order by a.answers_for, v.field, (v.subject = a.answers_for) desc, v.seen_on desc, v.id desc`

/** The same under lock: two answers to one field follow each other. Serialised by subject, also where no row is there yet. */
export async function lockCurrent(tx: Tx, subjects: readonly string[], fields: readonly string[]): Promise<Current[]> {
  await sql(tx)`
    select pg_advisory_xact_lock(hashtextextended('fields ' || s, 0))
    from (select distinct s from unnest(${subjects as string[]}::text[]) s order by s) ordered`
  return findCurrent(tx, subjects, fields)
}

/** What was said of a subject where it was before comes to where it is: the caller has found out where that is. */
export const bringAlong = async (tx: Tx, placed: readonly { subject: string; place: string }[]): Promise<void> => {
  const where = new Map(placed.map(({ subject, place }) => [subject, place]))
  await sql(tx)`select fields.bring(${[...where.keys()]}::uuid[], ${[...where.values()]}::text[])`
}

export type NewValue = {
  id: string
  kind: SubjectKind
  subject: string
  field: string
  place: string
  value: Value
  entry: string
  day: string
}

/** Appends; the value that was there before is closed at the same instant. */
export async function appendValues(tx: Tx, values: readonly NewValue[], now: number): Promise<void> {
  if (values.length === 0) return
  await sql(tx)`
    update fields.value v set until_at = ${instant(now)}
    from jsonb_to_recordset(${values as never}::jsonb) as g(subject uuid, field text)
    where v.subject = g.subject and v.field = g.field and v.until_at is null`
  await sql(tx)`
    insert into fields.value (id, subject_kind, subject, field, place, value, entry, seen_on, at)
    select id, kind, subject, field, place, value, entry, day, ${instant(now)}
    from jsonb_to_recordset(${values as never}::jsonb)
      as g(id uuid, kind text, subject uuid, field text, place text, value jsonb, entry uuid, day date)`
}

export type Confirmation = { id: string; value: string; entry: string; day: string }

/** Somebody said that it is still so; an older day than the one known moves nothing. */
export async function addConfirmations(tx: Tx, said: readonly Confirmation[], now: number): Promise<void> {
  if (said.length === 0) return
  await sql(tx)`
    insert into fields.confirmation (id, value, entry, day, at)
    select id, value, entry, day, ${instant(now)}
    from jsonb_to_recordset(${said as never}::jsonb) as g(id uuid, value uuid, entry uuid, day date)`
  await sql(tx)`
    update fields.value v set seen_on = greatest(v.seen_on, g.day)
    from jsonb_to_recordset(${said as never}::jsonb) as g(value uuid, day date) where v.id = g.value`
}

export type NewBranch = NewValue & { base: string | null; against: string | null }
export async function addBranches(tx: Tx, branches: readonly NewBranch[], now: number): Promise<void> {
  if (branches.length === 0) return
  await sql(tx)`
    insert into fields.branch (id, subject_kind, subject, field, place, value, entry, seen_on, base, against, at)
    select id, kind, subject, field, place, value, entry, day, base, against, ${instant(now)}
    from jsonb_to_recordset(${branches as never}::jsonb)
      as g(id uuid, kind text, subject uuid, field text, place text, value jsonb, entry uuid, day date, base uuid, against uuid)`
}

/** Values by id, also replaced ones: what a worker had seen. */
export const findValues = (tx: Tx, ids: readonly string[]) => sql(tx)<(Current & { place: string })[]>`
  select id, subject_kind as kind, subject, field, value, entry, seen_on as day, false as contested, place
  from fields.value where id = any(${ids as string[]}::uuid[])`

type DefinitionRow = Omit<Definition, 'name' | 'core'> & { zh: string; en: string | null }

export const readDefinitions = (tx: Tx) => sql(tx)<DefinitionRow[]>`
  select key, version, subject, name_zh as zh, name_en as en, grouped as "group", type, choices, unit, source,
    fresh_days as "freshDays", sensitivity, purposes, readers, law, from_day as "from", until_day as "until"
  from fields.definition order by key, version`

/** A version takes effect on its day; the one before it ends the day before. */
export async function insertDefinitions(
  tx: Tx,
  definitions: readonly Omit<Definition, 'core'>[],
  now: number,
): Promise<void> {
  const rows = definitions.map(({ name, ...rest }) => ({ ...rest, zh: name.zh, en: name.en ?? null }))
  await sql(tx)`
    insert into fields.definition (key, version, subject, name_zh, name_en, grouped, type, choices, unit, source, fresh_days,
      sensitivity, purposes, readers, law, from_day, until_day, at)
    select key, version, subject, zh, en, "group", type, choices, unit, source, "freshDays", sensitivity,
      array(select jsonb_array_elements_text(purposes)), array(select jsonb_array_elements_text(readers)), law, "from", "until",
      ${instant(now)}
    from jsonb_to_recordset(${rows as never}::jsonb) as g(key text, version int, subject text, zh text, en text, "group" text,
      type text, choices jsonb, unit jsonb, source text, "freshDays" int, sensitivity text, purposes jsonb, readers jsonb,
      law text, "from" date, "until" date)`
}

export const closeDefinition = async (tx: Tx, key: string, version: number, until: string): Promise<void> =>
  void (await sql(tx)`update fields.definition set until_day = ${until} where key = ${key} and version = ${version}`)
