import type postgres from 'postgres'
import { DAY_MS, dayOf, instant } from '#kernel/clock.ts'
import { CITY_NOW } from './fill.ts'
import { withSql } from './cluster.ts'

/** Data at doors that grow old. */
const FIELDS = ['household.atHome', 'household.gasBottles', 'dwelling.structure']

/** A year of visits: one to every household, each fiftieth to be repeated, promises, wishes, and data of every age. */
export const openVisits = (url: string, say: (line: string) => void): Promise<number> =>
  withSql(url, async (sql) => {
    const began = performance.now()
    const has = async (what: string): Promise<boolean> =>
      (await sql.unsafe<{ there: boolean }[]>(`select exists (select from ${what}) as there`))[0]?.there ?? false
    const visited = await has(`visits.visit where number like 'bench%'`)
    // another area measures with values of its own
    const valued = await has(`fields.value where field = '${FIELDS[0]}'`)
    if (!visited || !valued) {
      await sql.unsafe(`set synchronous_commit = off`)
      await sql`create temp table door as select *, abs(hashtext(id::text)) as dice from homes.household where until_day is null`
      if (!visited) await fillVisits(sql)
      if (!valued) await fillValues(sql)
      say(`visits and values made in ${((performance.now() - began) / 1000).toFixed(0)} s`)
    }
    const [made] = await sql<{ n: number }[]>`select count(*)::int as n from visits.visit`
    return made?.n ?? 0
  })

async function fillVisits(sql: postgres.Sql): Promise<void> {
  const [now, today] = [instant(CITY_NOW), dayOf(CITY_NOW)]
  await sql`
    create temp table visited as
      select d.*, gen_random_uuid() as visit, p.id as post from door d left join lateral (
        select id from posts.post p where p.place = d.place and p.role = 'grid_worker' order by id limit 1) p on true`
  await sql`
    insert into visits.visit (id, number, place, household, address, post, at, recorded_at, outcome, again)
    select visit, 'bench' || row_number() over (), place, id, '', post, ${now}::timestamptz - (1 + dice % 400) * interval '1 day', ${now}, 'talked',
      case when dice % 50 = 0 then ${today}::date + (dice % 21 - 10) end from visited`
  await sql`insert into visits.party (visit, person, place, post) select visit, head, place, post from visited`
  await sql`
    insert into visits.promise (id, visit, place, household, post, text, due, state, made_at)
    select gen_random_uuid(), visit, place, id, post, '测量', ${today}::date + (dice % 41 - 20), case when dice % 40 = 0 then 'open' else 'kept' end, ${now}
    from visited where dice % 20 = 0 and post is not null`
  await sql`
    insert into visits.request (id, person, household, place, text, at)
    select gen_random_uuid(), head, id, place, '请来一趟', ${now} from door where dice % 200 = 1 and head is not null`
  await sql.unsafe('vacuum (freeze, analyze) visits.visit, visits.party, visits.promise, visits.request')
}

async function fillValues(sql: postgres.Sql): Promise<void> {
  await sql`
    insert into fields.value (id, subject_kind, subject, field, place, value, entry, seen_on, at)
    select gen_random_uuid(), split_part(f.key, '.', 1), case when f.key like 'dwelling.%' then d.dwelling else d.id end, f.key, d.place, '1'::jsonb, d.entry,
      ${dayOf(CITY_NOW - DAY_MS)}::date - (d.dice % 500), ${instant(CITY_NOW)}
    from door d, unnest(${FIELDS}::text[]) as f(key) on conflict do nothing`
  await sql.unsafe('vacuum (analyze) fields.value')
}
