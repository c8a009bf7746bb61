import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { Value } from './contract.ts'
import type { CoreKey } from './core.ts'
import { numbersOf } from './numbers.ts'
import type { SubjectRef } from './rows.ts'

export type CoreValue = SubjectRef & { field: string; value: Value }

/** What people and homes keep of these subjects, out of their views: past row-level security, so the caller says why. */
export async function findCore(
  tx: Tx,
  subjects: readonly SubjectRef[],
  keys: readonly CoreKey[],
  day: string,
): Promise<CoreValue[]> {
  const of = (kind: string): string[] =>
    keys.some((key) => key.startsWith(`${kind}.`))
      ? subjects.filter((one) => one.kind === kind).map(({ subject }) => subject)
      : []
  const asked = new Set<string>(keys)
  const found = [
    ...(await persons(tx, of('person'), day)),
    ...(await households(tx, of('household'), day)),
    ...(await dwellings(tx, of('dwelling'))),
    ...(await organs(tx, of('organ'))),
  ]
  found.push(...(await numbersOf(tx, subjects, keys)))
  return found.filter(({ field, value }) => asked.has(field) && value !== null)
}

const persons = async (tx: Tx, ids: readonly string[], day: string): Promise<CoreValue[]> =>
  ids.length === 0
    ? []
    : sql(tx)<CoreValue[]>`
        select 'person' as kind, p.id as subject, said.field, said.value
        from people.pub_person p
        left join lateral (select m.relation from homes.pub_member m where m.person = p.id and m.from_day <= ${day}
          and (m.until_day is null or m.until_day > ${day}) order by m.residence = 'away' limit 1) m on true,
        lateral (values ('person.name', p.name), ('person.phone', p.phone), ('person.born', p.born::text), ('person.sex', p.sex),
          ('person.relation', m.relation)) as said(field, value)
        where p.id = any(${ids as string[]}::uuid[]) and said.value is not null`

const households = async (tx: Tx, ids: readonly string[], day: string): Promise<CoreValue[]> =>
  ids.length === 0
    ? []
    : sql(tx)<CoreValue[]>`
        select 'household' as kind, h.id as subject, said.field, said.value
        from homes.pub_household h left join people.pub_person p on p.id = h.head,
        lateral (values ('household.head', to_jsonb(p.name)), ('household.size', to_jsonb((select count(distinct coalesce(o.stands_for, m.person)) from homes.pub_member m
          left join people.pub_person o on o.id = m.person where m.household = h.id and m.from_day <= ${day} and (m.until_day is null or m.until_day > ${day}))))) as said(field, value)
        where h.id = any(${ids as string[]}::uuid[]) and said.value is not null`

const dwellings = async (tx: Tx, ids: readonly string[]): Promise<CoreValue[]> =>
  ids.length === 0
    ? []
    : sql(tx)<CoreValue[]>`
        select 'dwelling' as kind, d.id as subject, said.field, said.value from homes.pub_dwelling d,
        lateral (values ('dwelling.address', d.address), ('dwelling.door', d.door)) as said(field, value)
        where d.id = any(${ids as string[]}::uuid[]) and said.value is not null`

const organs = async (tx: Tx, ids: readonly string[]): Promise<CoreValue[]> =>
  ids.length === 0
    ? []
    : sql(tx)<CoreValue[]>`
        select 'organ' as kind, id as subject, 'organ.name' as field, name_zh as value from people.pub_organ where id = any(${ids as string[]}::uuid[])`
