import type postgres from 'postgres'

/**
 * Copies every case `copies` times, each time to other grids all over the city, with desks, organs and people of the new
 * place, until `most` copies are made. Steps and words go with their case. Indexes are put aside and built at the end.
 */
export async function multiply(sql: postgres.Sql, copies: number, most: number): Promise<void> {
  await sql.unsafe(`set maintenance_work_mem = '512MB'; set work_mem = '128MB'; set synchronous_commit = off`)
  const rebuild = await putIndexesAside(sql, TABLES)
  const statements = [
    MAPS,
    plan(copies, most),
    await copyOf(sql, 'cases.case', 'c.id', CASE),
    await copyOf(sql, 'cases.step', 'c.case_id', STEP),
    await copyOf(sql, 'cases.words', 'c.case_id', WORDS),
    ...rebuild,
  ]
  for (const statement of statements) await sql.unsafe(statement)
}

const TABLES = ['cases.case', 'cases.step', 'cases.words']

/** Gives the statements that build them again: keys, other indexes, and then the references of these tables and to them. */
export async function putIndexesAside(sql: postgres.Sql, tables: readonly string[]): Promise<string[]> {
  const named = tables as string[]
  const references = await sql<{ table: string; name: string; text: string }[]>`
    select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as text from pg_constraint
    where contype = 'f' and (conrelid = any(${named}::regclass[]) or confrelid = any(${named}::regclass[]))`
  for (const { table, name } of references) await sql.unsafe(`alter table ${table} drop constraint ${name}`)
  const keys = await sql<{ table: string; name: string; text: string }[]>`
    select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as text from pg_constraint
    where conrelid = any(${named}::regclass[]) and contype in ('p', 'u')`
  const others = await sql<{ name: string; text: string }[]>`
    select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as text from pg_index i
    where i.indrelid = any(${named}::regclass[]) and not exists (select from pg_constraint k where k.conindid = i.indexrelid)`
  for (const { table, name } of keys) await sql.unsafe(`alter table ${table} drop constraint ${name}`)
  for (const { name } of others) await sql.unsafe(`drop index ${name}`)
  return [
    ...keys.map(({ table, name, text }) => `alter table ${table} add constraint ${name} ${text}`),
    ...others.map(({ text }) => text),
    ...references.map(({ table, name, text }) => `alter table ${table} add constraint ${name} ${text}`),
  ]
}

/** Grids by their number, and one holder for each office. */
const MAPS = `
  create temp table grid as select code, lon, lat, row_number() over (order by code) - 1 as no, count(*) over () as all_grids from places.place where level = 'grid';
  create temp table grid_worker as select distinct on (place) place, id from posts.post where role = 'grid_worker' order by place, id;
  create temp table office as select distinct on (place, role) place, role, id from posts.post where role in ('village_cadre', 'township_room') order by place, role, id;
  create temp table officer as select distinct on (organ) organ, id from posts.post where role = 'department_officer' order by organ, id;
  create temp table organ as select id, line, place from people.organ where line is not null;
  analyze grid; analyze grid_worker; analyze office; analyze officer; analyze organ`

/** One row for each copy: its case, its new id, place, desk and people. 1,237 is prime, so copies of one case lie far apart. */
const plan = (copies: number, most: number): string => `
  create temp table move as
  select c.id as old, overlay(c.id::text placing 'b' || lpad(to_hex(k), 3, '0') from 20 for 4)::uuid as id,
    substr(c.number, 1, 2) || lpad((substr(c.number, 3, 7)::bigint + k * (select max(substr(number, 3, 7)::bigint) from cases.case))::text, 7, '0') || '0' as number,
    g.code as place, g.lon, g.lat, left(g.code, length(c.desk)) as desk, to_organ.id as organ,
    case when c.assignee is null then null else coalesce(worker.id, officer.id, cadre.id, room.id) end as assignee
  from generate_series(1, ${copies}) k cross join cases.case c
    join grid was on was.code = c.place
    join grid g on g.no = (was.no + k * 1237) % was.all_grids
    left join organ from_organ on from_organ.id = c.organ
    left join organ to_organ on to_organ.line = from_organ.line and to_organ.place = left(g.code, length(c.desk))
    left join grid_worker worker on worker.place = g.code and c.level = 'grid'
    left join officer on officer.organ = to_organ.id
    left join office cadre on cadre.role = 'village_cadre' and c.level = 'village' and cadre.place = left(g.code, 12)
    left join office room on room.role = 'township_room' and c.level = 'township' and room.place = left(g.code, 9)
  limit ${most};
  create index on move (old); analyze move`

const CASE: Record<string, string> = {
  id: 'm.id',
  town: 'left(m.place, 9)',
  number: 'm.number',
  token: 'null',
  place: 'm.place',
  desk: 'm.desk',
  organ: 'm.organ',
  assignee: 'm.assignee',
  lon: 'm.lon',
  lat: 'm.lat',
}
const STEP: Record<string, string> = {
  case_id: 'm.id',
  town: 'left(m.place, 9)',
  desk: 'left(m.place, length(c.desk))',
}
const WORDS: Record<string, string> = { case_id: 'm.id', town: 'left(m.place, 9)', place: 'm.place', organ: 'm.organ' }

/** Every stored column as it is, but for those named; so that a new column needs no word here. */
async function copyOf(sql: postgres.Sql, table: string, key: string, changed: Record<string, string>): Promise<string> {
  const columns = await sql<{ name: string }[]>`
    select attname as name from pg_attribute where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`
  const names = columns.map(({ name }) => name)
  return `insert into ${table} (${names.join(', ')}) select ${names.map((name) => changed[name] ?? `c.${name}`).join(', ')} from move m join ${table} c on ${key} = m.old`
}
