import type { Day } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import type { NamedPlace, Succession } from './tree.ts'

export type NewPlace = Omit<NamedPlace, 'validTo' | 'nameFrom'>

/** Every place there ever was or will be, once for each of its names. */
export const readPlaces = (tx: Tx) => sql(tx)<NamedPlace[]>`
  select p.id, p.code, p.level, p.parent, p.kind, p.lon, p.lat, lower(p.valid) as "validFrom", upper(p.valid) as "validTo",
    n.name, n.initials, n.reading, lower(n.valid) as "nameFrom"
  from places.place p join places.naming n on n.place = p.id
  order by p.code, p.id, lower(n.valid)`

export const readSuccessions = (tx: Tx) => sql(tx)<(Succession & { day: Day })[]>`
  select was, became, day from places.pub_succession order by day, rank, became`

/** Any number of places in one statement. */
export async function insertPlaces(tx: Tx, places: readonly NewPlace[]): Promise<void> {
  await sql(tx)`
    with given as (
      select * from jsonb_to_recordset(${places as never}::jsonb) as g(id uuid, code text, level text, parent text, kind text,
        lon double precision, lat double precision, "validFrom" date, name text, initials text, reading text)
    ), placed as (
      insert into places.place (id, code, level, parent, kind, lon, lat, valid)
      select id, code, level, parent, kind, lon, lat, daterange("validFrom", null) from given
    )
    insert into places.naming (place, name, initials, reading, valid)
    select id, name, initials, reading, daterange("validFrom", null) from given`
}
