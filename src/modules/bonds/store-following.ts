import { type Day, instant } from '#kernel/clock.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'

/** Codes of places that are no more on a day, and the first place that each became. */
const STRANDED = `select distinct s.was, s.became from places.pub_succession s where s.rank = 0 and s.was <> s.became and s.day <= $1
  and not exists (select from places.pub_place p where p.code = s.was and p.valid_from <= $1 and (p.valid_to is null or p.valid_to > $1))`

/**
 * Who answered for a place that became another goes on there, by a bond that names the one before; of two that would be the same
 * one goes on. Those who stand ready follow too. Returns how many bonds there are now that were not.
 */
export async function followStranded(tx: Tx, day: Day, now: number): Promise<number> {
  const q = sql(tx)
  const made = await q.unsafe(
    `with stranded as (${STRANDED}), moved as (
      select b.*, s.became, row_number() over (partition by b.kind, coalesce(b.person, b.post, b.organ), s.became order by b.from_day, b.id) as nth
      from bonds.bond b join stranded s on s.was = b.place
      where b.to_kind = 'place' and (b.until_day is null or b.until_day > $1)
    ), ended as (
      update bonds.bond b set until_day = greatest(b.from_day, $1::date), why_ended = 'places.changed' from moved m where b.id = m.id
    )
    insert into bonds.bond (id, kind, place, to_kind, person, post, organ, role, origin, from_day, until_day, follows, at)
    select gen_random_uuid(), m.kind, m.became, 'place', m.person, m.post, m.organ, m.role, m.origin, greatest(m.from_day, $1::date), m.until_day, m.id, $2
    from moved m where m.nth = 1 and not exists (select from bonds.bond o where o.to_kind = 'place' and o.place = m.became and o.kind = m.kind
      and coalesce(o.person, o.post, o.organ) = coalesce(m.person, m.post, m.organ) and (o.until_day is null or o.until_day > $1))
    returning id`,
    [day, instant(now)],
  )
  await q.unsafe(
    `with stranded as (${STRANDED}), moved as (
      select a.id, s.became, row_number() over (partition by a.kind, coalesce(a.person, a.post, a.organ), s.became order by a.from_day, a.id) as nth,
        exists (select from bonds.answerer o where o.kind = a.kind and o.place = s.became and o.until_day is null
          and coalesce(o.person, o.post, o.organ) = coalesce(a.person, a.post, a.organ)) as there
      from bonds.answerer a join stranded s on s.was = a.place where a.until_day is null
    )
    update bonds.answerer a set place = case when m.nth = 1 and not m.there then m.became else a.place end,
      until_day = case when m.nth = 1 and not m.there then a.until_day else greatest(a.from_day, $1::date) end,
      why_ended = case when m.nth = 1 and not m.there then a.why_ended else 'places.changed' end
    from moved m where a.id = m.id`,
    [day],
  )
  return made.length
}
