import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { SubjectKind } from './contract.ts'

export type UploadRow = {
  entry: string
  at: string
  day: string
  source: string
  place: string | null
  subjects: number
  kind: SubjectKind | null
  subject: string | null
  values: number
  replaced: number
  confirmed: number
  conflicts: number
  contested: number
  forms: { zh: string; en: string | null; fields: number }[]
  keys: string[]
}

/** The last acts of a post, with what became of each; the forms are those that were open there and ask one of its fields. */
export const readUploads = (tx: Tx, post: string, limit: number) => sql(tx)<UploadRow[]>`
  with mine as (
    select e.id, e.at, e.day, e.source, e.place from people.pub_entry e
    where e.post = ${post} and e.source in ('visit', 'self', 'report')
    order by e.at desc limit ${limit * 2}
  ), came as (
    select a.entry, count(*)::int as values, count(*) filter (where not a.present)::int as replaced, count(distinct a.subject)::int as subjects,
      array_agg(distinct a.field) as keys, min(a.subject_kind) as kind, (array_agg(a.subject))[1] as subject, min(a.place) as place,
      count(c.id)::int as contested
    from mine m join fields.pub_arrival a on a.entry = m.id
      left join fields.pub_contest c on c.subject = a.subject and c.field = a.field and a.present
    group by a.entry
  ), again as (
    select c.entry, count(*)::int as confirmed from mine m join fields.confirmation c on c.entry = m.id group by c.entry
  ), beside as (
    select b.entry, count(*)::int as conflicts from mine m join fields.branch b on b.entry = m.id where b.decided_at is null group by b.entry
  )
  select m.id as entry, m.at, m.day, m.source, coalesce(m.place, came.place) as place, coalesce(came.subjects, 0) as subjects, came.kind, came.subject,
    coalesce(came.values, 0) as values, coalesce(came.replaced, 0) as replaced, coalesce(again.confirmed, 0) as confirmed,
    coalesce(beside.conflicts, 0) as conflicts, coalesce(came.contested, 0) as contested, coalesce(came.keys, '{}') as keys,
    coalesce((select jsonb_agg(jsonb_build_object('zh', f.name_zh, 'en', f.name_en,
        'fields', (select count(*) from unnest(f.fields) k where k = any(came.keys))) order by f.published_at)
      from fields.form f where f.state in ('open', 'ended') and f.fields && came.keys and came.place like f.area || '%'
        and f.published_at <= m.at and f.until_day >= m.day), '[]'::jsonb) as forms
  from mine m left join came on came.entry = m.id left join again on again.entry = m.id left join beside on beside.entry = m.id
  where came.entry is not null or again.entry is not null or beside.entry is not null
  order by m.at desc limit ${limit}`
