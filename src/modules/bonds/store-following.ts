import { type Day, instant } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'

export type Followed = { was: string; became: string }

/**
 * Who answered for a place that became another goes on there, by a bond that names the one before; of two that would be the same
 * one goes on. Those who stand ready follow too, and work that is offered. Told again, it does nothing. Returns how many bonds
 * there are now that were not.
 */
export async function followPlaces(tx: Tx, followed: readonly Followed[], day: Day, now: number): Promise<number> {
  const q = sql(tx)
  const stranded = q`stranded as (select * from unnest(${followed.map(({ was }) => was)}::text[], ${followed.map(({ became }) => became)}::text[]) as s(was, became))`
  const made = await q`
    with ${stranded}, moved as (
      select b.*, s.became, row_number() over (partition by b.kind, coalesce(b.person, b.post, b.organ), s.became order by b.from_day, b.id) as nth
      from bonds.bond b join stranded s on s.was = b.place
      where b.to_kind = 'place' and (b.until_day is null or b.until_day > ${day})
    ), ended as (
      update bonds.bond b set until_day = greatest(b.from_day, ${day}::date), why_ended = 'places.settled' from moved m where b.id = m.id
    )
    insert into bonds.bond (id, kind, place, to_kind, person, post, organ, role, origin, from_day, until_day, follows, at, under)
    select gen_random_uuid(), m.kind, m.became, 'place', m.person, m.post, m.organ, m.role, m.origin, greatest(m.from_day, ${day}::date), m.until_day, m.id, ${instant(now)}, m.under
    from moved m where m.nth = 1 and not exists (select from bonds.bond o where o.to_kind = 'place' and o.place = m.became and o.kind = m.kind
      and coalesce(o.person, o.post, o.organ) = coalesce(m.person, m.post, m.organ) and (o.until_day is null or o.until_day > ${day}))
    returning id`
  await q`
    with ${stranded}, moved as (
      select a.id, s.became, row_number() over (partition by a.kind, coalesce(a.person, a.post, a.organ), s.became order by a.from_day, a.id) as nth,
        exists (select from bonds.answerer o where o.kind = a.kind and o.place = s.became and o.until_day is null
          and coalesce(o.person, o.post, o.organ) = coalesce(a.person, a.post, a.organ)) as there
      from bonds.answerer a join stranded s on s.was = a.place where a.until_day is null
    )
    update bonds.answerer a set place = case when m.nth = 1 and not m.there then m.became else a.place end,
      until_day = case when m.nth = 1 and not m.there then a.until_day else greatest(a.from_day, ${day}::date) end,
      why_ended = case when m.nth = 1 and not m.there then a.why_ended else 'places.settled' end
    from moved m where a.id = m.id`
  await q`with ${stranded} update bonds.work w set place = s.became from stranded s where s.was = w.place and w.until_day > ${day}`
  await q`with ${stranded} update bonds.claim c set place = s.became from stranded s where s.was = c.place and c.left_at is null`
  return made.length
}
