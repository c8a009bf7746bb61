import { type Day, instant } from '#kernel/clock.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'

/** A household went from one grid to another, on a day; `now` is when that was told. */
export type Move = { household: string; from: string; to: string; day: Day; now: number }
export const WHY_MOVED = 'homes.householdMoved'
type Was = { id: string; place: string; until: Day | null; opened: string | null }

/**
 * Who answers for the new place too goes on by a bond that names the one before: a post whose place holds the new one, a person
 * or organ in the same village, one who stands ready there, an organ of a place above. All others end with the move, and the
 * door is a gap until somebody fills it. `except`: bonds that are settled already.
 */
export async function moveBonds(tx: Tx, { household, from, to, day, now }: Move, except: readonly string[] = []) {
  const q = sql(tx)
  const was = await q<(Was & { along: boolean; later: boolean })[]>`
    select b.id, b.place, b.until_day as until, b.from_day >= ${day}::date as later, null::uuid as opened,
      case when b.post is not null then exists (select from posts.pub_post o where o.id = b.post and starts_with(${to}, o.place))
        else left(${to}, 12) = left(b.place, 12)
          or exists (select from bonds.answerer a where a.kind = b.kind and coalesce(a.person, a.organ) = coalesce(b.person, b.organ)
            and a.until_day is null and starts_with(${to}, a.place))
          or exists (select from people.pub_organ g where g.id = b.organ and starts_with(${to}, g.place)) end as along
    from bonds.bond b where b.to_kind = 'household' and b.to_id = ${household}
      and (b.until_day is null or b.until_day > ${day}) and not (b.id = any(${except as string[]}::uuid[])) for update of b`
  const moving = was.filter(({ along, place }) => !along || place !== to)
  for (const one of moving) if (one.along && !one.later) one.opened = uuidv7(now)
  const rows = q`jsonb_to_recordset(${moving as never}::jsonb) as w(id uuid, until date, opened uuid, along boolean, later boolean)`
  await q`update bonds.bond b set place = ${to} from ${rows} where b.id = w.id and w.along and w.later`
  await q`update bonds.bond b set until_day = greatest(b.from_day, ${day}::date), why_ended = ${WHY_MOVED} from ${rows}
    where b.id = w.id and not (w.along and w.later)`
  await q`
    insert into bonds.bond (id, kind, place, to_kind, to_id, person, post, organ, role, origin, from_day, until_day, follows, at, under)
    select w.opened, b.kind, ${to}, b.to_kind, b.to_id, b.person, b.post, b.organ, b.role, b.origin, ${day}, w.until, b.id, ${instant(now)}, b.under
    from ${rows} join bonds.bond b on b.id = w.id where w.opened is not null`
  const kept = moving.map(({ id, place, until, opened }): Was => ({ id, place, until, opened }))
  await q`insert into bonds.moved (id, household, day, was, at)
    values (${uuidv7(now)}, ${household}, ${day}, ${kept as never}::jsonb, ${instant(now)})`
  return { from, ended: moving.filter(({ along }) => !along).length, along: moving.filter(({ along }) => along).length }
}

/** The move was taken back: bonds are as they were, except where somebody has changed them since; what came since is settled anew. */
export async function moveBondsBack(tx: Tx, move: Move): Promise<void> {
  const q = sql(tx)
  const [last] = await q<{ id: string; was: Was[] }[]>`
    select id, was from bonds.moved where household = ${move.household} and undone_at is null order by at desc, id desc limit 1`
  if (!last) return void (await moveBonds(tx, move))
  await q`update bonds.moved set undone_at = ${instant(move.now)} where id = ${last.id}`
  const rows = q`jsonb_to_recordset(${last.was as never}::jsonb) as w(id uuid, place text, until date, opened uuid)`
  // A bond that never was: its days are none. One that was passed on or ended meanwhile stays, and so does what it came from.
  const untouched = await q<{ id: string; opened: string | null }[]>`
    select w.id, w.opened from ${rows} left join bonds.bond o on o.id = w.opened
    where w.opened is null or (o.why_ended is null and o.until_day is not distinct from w.until)`
  const opened = untouched.flatMap((one) => one.opened ?? [])
  await q`update bonds.bond set until_day = from_day, why_ended = ${WHY_MOVED} where id = any(${opened}::uuid[])`
  const back = untouched.map(({ id }) => id)
  const restored = await q<{ id: string }[]>`
    update bonds.bond b set until_day = w.until, place = w.place, why_ended = null from ${rows}
    where b.id = w.id and b.id = any(${back}::uuid[]) and (b.why_ended = ${WHY_MOVED} or b.why_ended is null)
      and not exists (select from bonds.bond o where o.id <> b.id and not (o.id = any(${opened}::uuid[])) and o.to_id = b.to_id and o.kind = b.kind
        and coalesce(o.person, o.post, o.organ) = coalesce(b.person, b.post, b.organ) and o.until_day is null)
    returning b.id`
  await moveBonds(
    tx,
    move,
    restored.map(({ id }) => id),
  )
}
