import { instant, startOfDay } from '#kernel/clock.ts'
import { afresh, sql, type Sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import { TALLY_KEYS, type Tally } from './contract-figures.ts'

const column = (key: string): string => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const SUMS = TALLY_KEYS.map((key) => `coalesce(sum(${column(key)}), 0)::int as "${key}"`).join(', ')

const NAMED = TALLY_KEYS.map((key) => `${column(key)} as "${key}"`).join(', ')

/** Counters of a place, summed. */
export async function tallyBelow(tx: Tx, place: string): Promise<Tally | undefined> {
  const q = sql(tx)
  const [row] = await q<Tally[]>`select ${q.unsafe(SUMS)} from cases.cells(${place}, 4)`
  return row
}

/** Of a grid or of the city: see `afresh`. */
export const planAfresh = afresh

export type Cell = Tally & { place: string; class: string }

/** Counters under a place by class and by the first `length` digits of the village code: read once, added up either way. */
export async function cellsBelow(tx: Tx, place: string, length: number): Promise<Cell[]> {
  const q = sql(tx)
  return q<Cell[]>`select place, class, ${q.unsafe(NAMED)} from cases.cells(${place}, ${length}) order by 1, 2`
}

const under = (q: Sql, place: string) => q`village >= ${place} and village < ${`${place}~`}`

/** Grids are below the counters' grain; their few hundred cases are counted. */
export async function countBelow(tx: Tx, place: string): Promise<Cell[]> {
  const q = sql(tx)
  return q<Cell[]>`select left(c.place, 15) as place, c.class, ${q.unsafe(COUNTS)} from cases.case c
    where c.place >= ${place} and c.place < ${`${place}~`} group by 1, 2 order by 1, 2`
}

const closed = "state in ('confirmed', 'silent', 'claimed')"
const CONDITIONS: Record<keyof Tally, string> = {
  received: 'true',
  open: 'closed_at is null',
  waiting: "state in ('received', 'assigned')",
  handling: "state = 'handling'",
  verifying: "state = 'verifying'",
  confirming: "state = 'confirming'",
  paused: "state = 'paused'",
  late: 'closed_at is null and late',
  reopened: 'reopened > 0',
  bounced: 'bounced > 0',
  confirmed: "state = 'confirmed'",
  silent: "state = 'silent'",
  claimed: "state = 'claimed'",
  ended: "state in ('withdrawn', 'declined', 'merged')",
  closedLate: `${closed} and late`,
  closedGrid: `${closed} and level in ('grid', 'microgrid')`,
  closedVillage: `${closed} and level = 'village'`,
  closedTownship: `${closed} and level = 'township'`,
  closedCounty: `${closed} and level = 'county'`,
  closedCity: `${closed} and level = 'city'`,
}
const COUNTS = TALLY_KEYS.map((key) => `count(*) filter (where ${CONDITIONS[key]})::int as "${key}"`).join(', ')

export type DayRow = { day: string; received: number; closed: number }

/** From one day up to, not including, another. */
export type Days = { from: string; to: string }

export const daysBelow = (tx: Tx, place: string, { from, to }: Days) =>
  place.length > VILLAGE
    ? daysOfGrid(tx, place, { from, to })
    : sql(tx)<DayRow[]>`select day, sum(received)::int as received, sum(closed)::int as closed from cases.tally_day
    where day >= ${from} and day < ${to} and ${under(sql(tx), place)} group by 1 order by 1`

const VILLAGE = 12
/** The counters know villages; what happened in one grid is counted from its own rows. */
const daysOfGrid = (tx: Tx, place: string, { from, to }: Days) => {
  const q = sql(tx)
  const [since, until] = [instant(startOfDay(from)), instant(startOfDay(to))]
  const grid = q`from cases.case where place >= ${place} and place < ${`${place}~`}`
  return q<
    DayRow[]
  >`select (at at time zone 'Asia/Shanghai')::date as day, sum(received)::int as received, sum(closed)::int as closed from (
      select received_at as at, 1 as received, 0 as closed ${grid} and received_at >= ${since} and received_at < ${until}
      union all select closed_at, 0, 1 ${grid} and closed_at >= ${since} and closed_at < ${until}) moved group by 1 order by 1`
}

export type HourRow = { hour: number; received: number; closed: number }

export type Span = { from: number; to: number }

/** Within a day by the hour, from the rows themselves. */
export async function hoursBelow(tx: Tx, place: string, { from, to }: Span): Promise<HourRow[]> {
  const [start, end] = [instant(from), instant(to)]
  return sql(tx)<HourRow[]>`select hour, sum(received)::int as received, sum(closed)::int as closed from (
      select extract(hour from received_at at time zone 'Asia/Shanghai')::int as hour, 1 as received, 0 as closed from cases.case
      where received_at >= ${start} and received_at < ${end} and place >= ${place} and place < ${`${place}~`}
      union all
      select extract(hour from closed_at at time zone 'Asia/Shanghai')::int, 0, 1 from cases.case
      where closed_at >= ${start} and closed_at < ${end} and place >= ${place} and place < ${`${place}~`}
    ) day group by 1 order by 1`
}

export async function receivedBetween(tx: Tx, place: string, from: number, to: number): Promise<number> {
  const [row] = await sql(tx)<{ n: number }[]>`select count(*)::int as n from cases.case
    where received_at >= ${instant(from)} and received_at < ${instant(to)} and place >= ${place} and place < ${`${place}~`}`
  return row?.n ?? 0
}

export type AreaRow = { code: string; open: number; late: number }
type Only = { late: boolean; organ: string }
const onlyThose = (q: Sql, { late, organ }: Only) =>
  q`${late ? q`and late` : q``} ${organ ? q`and organ = ${organ}` : q``}`

export const openBelow = (tx: Tx, place: string, length: number, only: Only) =>
  sql(tx)<
    AreaRow[]
  >`select left(place, ${length}) as code, count(*)::int as open, (count(*) filter (where late))::int as late from cases.case
    where closed_at is null and place >= ${place} and place < ${`${place}~`} ${onlyThose(sql(tx), only)} group by 1`

export type PointRow = { id: string; lon: number; lat: number; late: boolean; soon: boolean; title: string }
export const pointsBelow = (tx: Tx, place: string, only: Only) =>
  sql(tx)<PointRow[]>`select id, lon, lat, late, cardinality(warned) > 0 and not late as soon, title from cases.case
    where closed_at is null and lon is not null and place >= ${place} and place < ${`${place}~`} ${onlyThose(sql(tx), only)}
    order by late desc, cardinality(warned) > 0 desc, received_at desc limit 1500`

export type WhyRow = { reason: string; count: number }
export const lateReasons = (tx: Tx, place: string, organ: string) =>
  sql(tx)<WhyRow[]>`select case
      when bounced > 0 then 'bounced'
      when state in ('received', 'assigned') and handler is null and (clocks->'handle'->>'starts')::int = 0 then 'not_accepted'
      when state in ('received', 'assigned') then 'climbed'
      when state = 'verifying' then 'not_verified' else 'handling' end as reason, count(*)::int as count
    from cases.case where late and closed_at is null and place >= ${place} and place < ${`${place}~`} ${organ ? sql(tx)`and organ = ${organ}` : sql(tx)``} group by 1 order by 2 desc`

/** Counters that do not equal the recount; none when all is well. `openpalm recount` prints them. */
export async function differences(tx: Tx): Promise<{ village: string; class: string }[]> {
  const q = sql(tx)
  const names = TALLY_KEYS.map(column).join(', ')
  return q<{ village: string; class: string }[]>`select village, class from (
      (select village, class, ${q.unsafe(names)} from cases.tally where received <> 0 except all select village, class, ${q.unsafe(names)} from cases.pub_recount)
      union all
      (select village, class, ${q.unsafe(names)} from cases.pub_recount except all select village, class, ${q.unsafe(names)} from cases.tally)
    ) unequal order by 1, 2 limit 100`
}
