import { type Day, dayOf, instant } from './clock.ts'
import { asOwner } from './db.ts'
import type { Platform } from './platform.ts'
import { sealsIntact } from './seal.ts'
import { sql } from './sql.ts'
import type { Tx } from './tx.ts'

/**
 * The record by month. Months ahead are made in time; a month older than the record is kept is put away: it leaves the table as
 * one table of its own (`kernel.record_2016_09`), for the archive to copy and the owner to drop. No row is ever deleted here.
 */
const KEPT_YEARS = 10

export const makeMonths = (p: Platform): Promise<void> =>
  asOwner(p.db, async (tx) => void (await sql(tx)`select kernel.make_months(${dayOf(p.clock.now())}::date)`))

/** Puts away every month that has been kept long enough; returns how many. */
export async function putAwayOld(p: Platform): Promise<number> {
  const due = await asOwner(p.db, (tx) => monthsBefore(tx, yearsBefore(dayOf(p.clock.now()))))
  let done = 0
  for (const month of due) if (await putAway(p, month)) done++
  return done
}

const yearsBefore = (day: Day): Day => `${Number(day.slice(0, 4)) - KEPT_YEARS}${day.slice(4)}`

/** A month whose last day lies before that day. */
async function monthsBefore(tx: Tx, day: Day): Promise<Day[]> {
  const rows = await sql(tx)<{ month: Day }[]>`
    select replace(substr(c.relname, 8), '_', '-') || '-01' as month
    from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'kernel.record'::regclass and c.relname ~ '^record_[0-9]{4}_[0-9]{2}$' order by 1`
  return rows.map(({ month }) => month).filter((month) => month < `${day.slice(0, 7)}-01`)
}

/** False when some of it is not sealed yet, or when the chain does not hold there: then somebody has to look first. */
export const putAway = (p: Platform, month: Day): Promise<boolean> =>
  asOwner(p.db, async (tx) => {
    const table = `kernel.record_${month.slice(0, 7).replace('-', '_')}`
    const of = await sealsOf(tx, table)
    if (of.unsealed > 0) return false
    if (of.first !== null && of.last !== null) {
      if (!(await sealsIntact(tx, of.first, of.last))) return false
      await sql(tx)`insert into kernel.put_away (month, rows, first_seal, last_seal, at)
        values (${month}, ${of.rows}, ${of.first}, ${of.last}, ${instant(p.clock.now())})`
    }
    await sql(tx).unsafe(`alter table kernel.record detach partition ${table}`)
    return true
  })

type Sealed = { rows: number; unsealed: number; first: number | null; last: number | null }

async function sealsOf(tx: Tx, table: string): Promise<Sealed> {
  const [row] = await sql(tx).unsafe<Sealed[]>(`
    with last as (select epoch, up_to_tx from kernel.seal order by no desc limit 1)
    select (select count(*)::int from ${table}) as rows,
      (select count(*)::int from ${table} r where not exists (select from last l where (r.epoch, r.tx) < (l.epoch, l.up_to_tx))) as unsealed,
      (select min(s.no)::int from kernel.seal s where exists (select from ${table} r where r.epoch = s.epoch and r.tx >= s.from_tx and r.tx < s.up_to_tx)) as first,
      (select max(s.no)::int from kernel.seal s where exists (select from ${table} r where r.epoch = s.epoch and r.tx >= s.from_tx and r.tx < s.up_to_tx)) as last`)
  return row ?? { rows: 0, unsealed: 0, first: null, last: null }
}
