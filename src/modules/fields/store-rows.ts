import { type Fragment, sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { SubjectKind } from './contract.ts'

/** Which rows a table has: subjects of a kind under a place on a day. Places are rows that the tree knows. */
export type Rows = {
  kind: SubjectKind
  area: string
  day: string
  places: readonly { subject: string; place: string }[]
}

/**
 * One row of a table for each subject: (subject, place, household, dwelling, person, organ, of_place). Read past row-level
 * security through the owners' views, since a department reads only by its forms: the area stands in every clause.
 */
export function rowsFragment(tx: Tx, { kind, area, day, places }: Rows): Fragment {
  const db = sql(tx)
  const [lo, hi] = [area, `${area}~`]
  const none = db`null::uuid`
  switch (kind) {
    case 'household':
      return db`
        select h.id as subject, h.place, h.id as household, h.dwelling, coalesce(p.stands_for, h.head) as person, ${none} as organ, ${none} as of_place
        from homes.pub_household h left join people.pub_person p on p.id = h.head
        where h.place >= ${lo} and h.place < ${hi} and h.from_day <= ${day} and (h.until_day is null or h.until_day > ${day})`
    case 'person':
      return db`
        select distinct on (coalesce(p.stands_for, m.person)) coalesce(p.stands_for, m.person) as subject, m.place, m.household, h.dwelling,
          coalesce(p.stands_for, m.person) as person, ${none} as organ, ${none} as of_place
        from homes.pub_member m join homes.pub_household h on h.id = m.household join people.pub_person p on p.id = m.person
        where m.place >= ${lo} and m.place < ${hi} and m.from_day <= ${day} and (m.until_day is null or m.until_day > ${day})
        order by coalesce(p.stands_for, m.person), m.residence = 'away'`
    case 'dwelling':
      return db`
        select d.id as subject, d.place, ${none} as household, d.id as dwelling, ${none} as person, ${none} as organ, ${none} as of_place
        from homes.pub_dwelling d
        where d.place >= ${lo} and d.place < ${hi} and d.from_day <= ${day} and (d.until_day is null or d.until_day > ${day})`
    case 'organ':
      return db`
        select o.id as subject, o.place, ${none} as household, ${none} as dwelling, ${none} as person, o.id as organ, ${none} as of_place
        from people.pub_organ o where o.place >= ${lo} and o.place < ${hi} and o.kind in ('firm', 'social')`
    case 'place':
      return db`
        select subject, place, ${none} as household, ${none} as dwelling, ${none} as person, ${none} as organ, subject as of_place
        from jsonb_to_recordset(${places as never}::jsonb) as g(subject uuid, place text)`
  }
}

export type Row = {
  subject: string
  place: string
  household: string | null
  dwelling: string | null
  person: string | null
  organ: string | null
  of_place: string | null
}

export const listRows = (tx: Tx, rows: Rows, limit: number) => sql(tx)<Row[]>`
  select r.* from (${rowsFragment(tx, rows)}) r left join homes.pub_dwelling d on d.id = r.dwelling
  order by r.place collate "C", d.address, d.door, r.subject limit ${limit}`
