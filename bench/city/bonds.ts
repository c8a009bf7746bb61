import type postgres from 'postgres'
import { instant } from '#kernel/clock.ts'
import { SHIPPED_KINDS } from '#modules/bonds/kind-messages.ts'
import { CITY_NOW } from './fill.ts'
import { withSql } from './cluster.ts'

/** Households that one party member answers for. */
const EACH = 20
/** When they were given to others: before that day the one of the group before answered. */
const CHANGED = '2022-06-01'

/**
 * A party member for every household, and for every second one whoever it was before: 1.2 million bonds at 600,000 dwellings,
 * made once. The demo city has those to grids and villages already.
 */
export const openBonds = (url: string, say: (line: string) => void): Promise<number> =>
  withSql(url, async (sql) => {
    const [{ n } = { n: 0 }] = await sql<
      { n: number }[]
    >`select count(*)::int as n from bonds.bond where why_ended = 'bench' limit 1`
    if (n === 0) await fill(sql, say)
    const [all] = await sql<{ n: number }[]>`select count(*)::int as n from bonds.bond`
    return all?.n ?? 0
  })

async function fill(sql: postgres.Sql, say: (line: string) => void): Promise<void> {
  const at = instant(CITY_NOW)
  const kinds = SHIPPED_KINDS.map(({ code, name, from, to, near, choosable }) => ({
    code,
    zh: name.zh,
    from,
    to,
    near,
    choosable,
  }))
  await sql`
    insert into bonds.kind (code, version, zh, sources, targets, quota, near, choosable, from_day, reason, at)
    select code, 1, zh, "from", "to", case code when 'member_household' then ${EACH + 10}::int end, near, choosable, '2018-01-01', 'bench', ${at}
    from jsonb_to_recordset(${kinds as never}::jsonb) as k(code text, zh text, "from" text[], "to" text[], near boolean, choosable boolean)
    on conflict do nothing`
  await sql`delete from bonds.bond where kind = 'member_household'`
  const began = performance.now()
  await sql.unsafe(
    `with doors as (
      select h.id, h.place, h.head, row_number() over (partition by left(h.place, 12) order by h.place, h.id) - 1 as no from homes.household h where h.until_day is null
    ), groups as (
      select d.*, d.no / ${EACH} as part, first_value(head) over (partition by left(place, 12), no / ${EACH} order by no) as person from doors d
    ), members as (
      select distinct left(place, 12) as village, part, person from groups
    )
    insert into bonds.bond (id, kind, place, to_kind, to_id, person, origin, from_day, until_day, why_ended, at)
    select gen_random_uuid(), 'member_household', g.place, 'household', g.id, g.person, 'assigned', '${CHANGED}'::date, null::date, null, $1::timestamptz from groups g
    union all
    select gen_random_uuid(), 'member_household', g.place, 'household', g.id, m.person, 'assigned', '2018-01-01', '${CHANGED}', 'bench', $1::timestamptz
    from groups g join members m on m.village = left(g.place, 12) and m.part = greatest(g.part - 1, 0) where g.no % 2 = 0`,
    [at],
  )
  await sql.unsafe('vacuum (freeze, analyze) bonds.bond')
  say(`bonds made in ${((performance.now() - began) / 1000).toFixed(0)} s`)
}
