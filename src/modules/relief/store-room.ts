import { DAY_MS, instant } from '#kernel/clock.ts'
import { afresh, sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import { type Listed, reached } from './store.ts'
import { inEarnest } from './store-requisition.ts'

export type Room = Record<
  | 'open'
  | 'beds'
  | 'inside'
  | 'coming'
  | 'doors'
  | 'doorsLeft'
  | 'help'
  | 'lines'
  | 'linesLeft'
  | 'stays'
  | 'needs'
  | 'passes'
  | 'crossings'
  | 'calls'
  | 'urgent'
  | 'wanted'
  | 'taken'
  | 'looking'
  | 'found'
  | 'held'
  | 'owed'
  | 'problems',
  number
>

/** One round over all tools of a range. */
export async function readRoom(tx: Tx, l: Pick<Listed, 'scope' | 'place'>, now: number): Promise<Room | undefined> {
  const q = sql(tx)
  const here = reached(tx, l)
  const at = instant(now)
  const [row] = await q<Room[]>`
    select s.*, d.*, li.*, st.*, n.*, p.*, c.*, ca.*, sh.*, se.*, i.*, f.* from
      (select count(*)::int as open, coalesce(sum(t.beds), 0)::int as beds, coalesce(sum(t.inside), 0)::int as inside,
        coalesce(sum(t.coming), 0)::int as coming from relief.pub_shelter t where ${here} and t.closed_at is null) s,
      (select count(*)::int as doors, count(*) filter (where t.state in ('open', 'nobody'))::int as "doorsLeft",
        count(*) filter (where t.help <> '{}' and t.helped is null)::int as help
        from relief.door t join relief.pub_sweep w on w.id = t.sweep and w.closed_at is null where ${here}) d,
      (select count(*)::int as lines, count(*) filter (where t.state in ('open', 'nobody'))::int as "linesLeft"
        from relief.line t where ${here} and t.out_at is not null and t.struck_at is null) li,
      (select count(*)::int as stays from relief.stay t where ${here} and t.ended_at is null and t.until_at > ${at}) st,
      (select count(*)::int as needs from relief.need t join relief.stay y on y.id = t.stay and y.ended_at is null
        where ${here} and t.brought_at is null) n,
      (select count(*)::int as passes from relief.pass t where ${here} and t.ended_at is null and t.until_at > ${at}) p,
      (select count(*)::int as crossings from relief.crossing t where ${here} and t.at > ${instant(now - DAY_MS)}) c,
      (select count(*)::int as calls, count(*) filter (where t.urgent)::int as urgent from relief.call t where ${here} and t.became is null) ca,
      (select coalesce(sum(t.seats), 0)::int as wanted, coalesce(sum(t.taken), 0)::int as taken
        from relief.pub_shift t where ${here} and t.cancelled_at is null and t.ends_at > ${at}) sh,
      (select count(*) filter (where t.kind = 'looking')::int as looking, count(*) filter (where t.kind = 'found')::int as found
        from relief.seek t where ${here} and t.state = 'open') se,
      (select count(*) filter (where t.returned_at is null)::int as held, coalesce(sum(t.owed - t.paid), 0)::int as owed from relief.item t where ${here} ${inEarnest(tx, now)}) i,
      (select count(*)::int as problems from relief.firm_problem t where ${here} and t.solved is not true) f`
  return row
}

export type Ground = { place: string; left: number; moved: number; refused: number; doors: number }
/** Who has still to go and which doors are still shut, by places of so many digits. */
export function readGround(tx: Tx, l: Pick<Listed, 'scope' | 'place'>, digits: number) {
  const q = sql(tx)
  afresh(tx)
  const here = reached(tx, l)
  return q<Ground[]>`
    select place, sum("left")::int as "left", sum(moved)::int as moved, sum(refused)::int as refused, sum(doors)::int as doors from (
      select left(t.place, ${digits}::int) as place, count(*) filter (where t.state in ('listed', 'reached', 'moving', 'refused')) as "left",
        count(*) filter (where t.state in ('arrived', 'returned')) as moved, count(*) filter (where t.state = 'refused') as refused, 0 as doors
        from relief.evacuee t where ${here} group by 1
      union all select left(t.place, ${digits}::int), 0, 0, 0, count(*) filter (where t.state in ('open', 'nobody'))
        from relief.door t join relief.pub_sweep w on w.id = t.sweep and w.closed_at is null where ${here} group by 1
    ) counted group by 1 order by 1`
}

export type Spot = { id: string; place: string; name: string; room: number; taken: number }
/** Where shifts stand that are not over: of each spot those that are on now, or else its next one. */
export function readSpots(tx: Tx, l: Pick<Listed, 'scope' | 'place'>, now: number) {
  const q = sql(tx)
  const at = instant(now)
  return q<Spot[]>`
    select min(t.id::text) as id, t.place, t.spot as name, sum(t.seats)::int as room, sum(t.taken)::int as taken
    from (select t.*, rank() over (partition by t.place, t.spot order by t.starts_at > ${at}, case when t.starts_at > ${at} then t.starts_at end) as turn
      from relief.pub_shift t where ${reached(tx, l)} and t.cancelled_at is null and t.ends_at > ${at}) t
    where t.turn = 1 group by t.place, t.spot order by t.place, t.spot limit 500`
}
