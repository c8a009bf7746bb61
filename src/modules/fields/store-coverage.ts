import { afresh, sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { Want } from './asked.ts'
import type { SubjectKind } from './contract.ts'
import { isCore, NUMBER } from './core.ts'
import { type Rows, rowsFragment } from './store-rows.ts'

export type Coverage = {
  subjects: ReadonlyMap<SubjectKind, number>
  held: ReadonlyMap<string, { held: number; fresh: number }>
}
type Counted = { what: 'kind' | 'field'; key: string; held: number; fresh: number }

/**
 * What is held of a table over its area, in one grouped question: subjects of each kind, their values by the index on (subject,
 * field), and what people keep. A dwelling with two households is one subject.
 */
export async function countHeld(tx: Tx, rows: Rows, wants: readonly Want[]): Promise<Coverage> {
  const db = sql(tx)
  afresh(tx)
  const own = wants.filter(({ key }) => !isCore(key))
  const counted = await db<Counted[]>`
    with r as materialized (${rowsFragment(tx, rows)}),
    a as materialized (
      select distinct k.kind, k.subject from r,
        lateral (values ('household', household), ('dwelling', dwelling), ('person', person), ('organ', organ), ('place', of_place)) as k(kind, subject)
      where k.subject is not null),
    w as (select * from jsonb_to_recordset(${own as never}::jsonb) as w(key text, kind text, fresh int))
    select 'kind' as what, kind as key, count(*)::int as held, 0 as fresh from a group by kind
    union all
    select 'field', v.field, count(*)::int, (count(*) filter (where w.fresh is null or v.seen_on > ${rows.day}::date - w.fresh))::int
    from a join fields.pub_current v on v.subject = a.subject and v.field = any(${own.map(({ key }) => key)}) join w on w.key = v.field
    where ${own.length > 0} group by v.field
    union all
    select 'field', said.key, said.held::int, said.held::int from (
      select count(p.phone) as phone, count(p.born) as born, count(p.sex) as sex,
        case when ${wants.some(({ key }) => key === NUMBER)} then (select count(*) from a join people.pub_number n on n.person = a.subject where a.kind = 'person') else 0 end as number
      from a join people.pub_person p on p.id = a.subject where a.kind = 'person' and ${wants.some(({ key }) => isCore(key))}
    ) n, lateral (values ('person.phone', n.phone), ('person.born', n.born), ('person.sex', n.sex), ('person.idNumber', n.number)) as said(key, held)`
  const subjects = new Map(
    counted.filter(({ what }) => what === 'kind').map(({ key, held }) => [key as SubjectKind, held]),
  )
  const held = new Map(
    counted.filter(({ what }) => what === 'field').map(({ key, held, fresh }) => [key, { held, fresh }]),
  )
  return { subjects, held }
}
