import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { STAGE } from '../../demo/cast.ts'
import { covers, NOBODY, type Scope, subtree, WHOLE } from '#kernel/authorise.ts'
import { inScope } from '#kernel/db.ts'
import { sql } from '#kernel/sql.ts'
import { buildServer } from '#apps/server/server.ts'
import { slices } from '#apps/server/slices.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { KEPT, OPEN, PAST } from './expected/kept.ts'
import { gatherPlayers, type Player } from './players.ts'
import { look, type Scene, setScene } from './scene.ts'

/** Row-level security by itself: plain SQL of the ordinary role, with the settings of each player, against every table. */
let house: House
let players: Player[]
let scene: Scene
beforeAll(async () => {
  house = await openHouse()
  const app = await buildServer(house.p, { docs: false })
  players = await gatherPlayers(house, app)
  scene = await setScene(house, players)
  await look(house, players, scene)
  // As a merge of two entries leaves it.
  await house.rows(`insert into cases.reporter_was (act, case_id, was, at)
    select gen_random_uuid(), id, coalesce(reporter, gen_random_uuid()), received_at from cases.case`)
  await app.close()
}, 120_000)
afterAll(() => house.close())

type Column = { table: string; column: string }
const columnsLike = (pattern: string, kind: 'BASE TABLE' | 'VIEW') =>
  house.rows<Column>(`select distinct c.table_schema || '.' || c.table_name as table from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where t.table_type = '${kind}' and t.table_schema not in ('pg_catalog', 'information_schema') and c.column_name ~ '${pattern}'
      and not (c.table_schema || '.' || c.table_name)::regclass::oid in (select oid from pg_class where relispartition) order by 1`)
const TELLING =
  '(^|_)(place|village|town|township|county|office|desk|under|code|person|reporter|assignee|handler|about|by|post|organ|phone|token|actor|node|who|was|became|kept|gone|head|holder|keeper|escort|helper|contact|owner|chief|subject|stands_for)(_|$)'

describe('every table that knows a place or a person', () => {
  it('is protected, or named with a reason why not', async () => {
    const telling = (await columnsLike(TELLING, 'BASE TABLE')).map(({ table }) => table)
    const known = [...Object.keys(KEPT), ...Object.keys(OPEN)]
    expect(telling.filter((table) => !known.includes(table) && !table.startsWith('duties.'))).toEqual([])
    expect(telling.length).toBeGreaterThan(20)
  })

  it('has row-level security on and policies for the ordinary role', async () => {
    const secured = await house.rows<{
      table: string
    }>(`select n.nspname || '.' || c.relname as table from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relrowsecurity and exists (select from pg_policies p where p.schemaname = n.nspname and p.tablename = c.relname and p.roles = '{openpalm_app}') order by 1`)
    expect(secured.map(({ table }) => table)).toEqual(Object.keys(KEPT).toSorted())
    expect(['kernel.record', ...slices.protects.map(({ table }) => table)].toSorted()).toEqual(
      Object.keys(KEPT).toSorted(),
    )
  })

  it('has no month that the ordinary role may read or write past the policies of the whole', async () => {
    expect(
      await house.rows(`select c.oid::regclass::text as month from pg_class c where c.relispartition and c.relkind = 'r'
        and has_table_privilege('openpalm_app', c.oid, 'select, insert, update, delete')`),
    ).toEqual([])
  })

  it('is shown past it by no view but these', async () => {
    const views = await house.rows<{
      table: string
    }>(`select n.nspname || '.' || c.relname as table from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('v', 'm') and n.nspname not in ('pg_catalog', 'information_schema') and not coalesce(c.reloptions::text like '%security_invoker=true%', false) order by 1`)
    expect(views.map(({ table }) => table).filter((view) => !(view in PAST) && !view.startsWith('duties.'))).toEqual([])
  })

  it('belongs to a role that the ordinary one is not, which is neither superuser nor past row-level security', async () => {
    expect(
      await house.rows(`select rolsuper, rolbypassrls, rolcanlogin from pg_roles where rolname = 'openpalm_app'`),
    ).toEqual([{ rolsuper: false, rolbypassrls: false, rolcanlogin: false }])
    expect(await house.rows(`select from pg_tables where tableowner = 'openpalm_app'`)).toHaveLength(0)
  })
})

const tables = Object.keys(KEPT)
const inAnyway = (scope: Scope, text: string) => inScope(house.p.db, scope, (tx) => sql(tx).unsafe(text))

it('shows nothing to the ordinary role without settings', async () => {
  const seen = await house.p.db.pool.begin(async (q) => {
    await q`set local role openpalm_app`
    return Promise.all(tables.map(async (table) => [table, (await q.unsafe(`select 1 from ${table}`)).length]))
  })
  expect(seen).toEqual(tables.map((table) => [table, 0]))
  for (const table of tables)
    expect(
      (await inAnyway(NOBODY, `select 1 from ${table}${table === 'cases.file' ? ' where case_id is not null' : ''}`))
        .length,
      table,
    ).toBe(0)
})

/** The settings that a player's acts are done with: his place, his organ's rows in it, himself, a secret, everything. */
function settingsOf({ actor }: Player): Scope[] {
  const place = actor.place === null ? [] : [{ ...NOBODY, ...subtree(actor.place) }]
  const organ = actor.place !== null && actor.organ ? [{ ...NOBODY, ...subtree(actor.place), organ: actor.organ }] : []
  const self = { ...NOBODY, person: actor.person ?? '', post: actor.post ?? '' }
  return [...place, ...organ, self, { ...self, token: 'unknown' }]
}

type Facts = {
  key: string
  place: string | null
  organ: string | null
  person: string | null
  post: string | null
  token: string | null
}

/** Every row with what decides about it, as the owner sees it. */
const factsOf = (table: string) => {
  const {
    through,
    place = 'null::text',
    organ = 'null',
    person = 'null',
    post = 'null',
    token = 'null::text',
  } = KEPT[table] ?? {}
  return house.rows<Facts>(
    through
      ? `select t.ctid::text as key, f.place, f.organ::text, f.person::text, f.post::text, f.token from ${table} t, lateral (${through}) f`
      : `select t.ctid::text as key, ${place} as place, ${organ}::text as organ, ${person}::text as person, ${post}::text as post, ${token} as token from ${table} t`,
  )
}

it.each(tables)('shows of %s to each player the rows inside his settings and no other', async (table) => {
  const facts = await factsOf(table)
  for (const player of players)
    for (const scope of settingsOf(player)) {
      const seen = (await inAnyway(
        scope,
        `select ctid::text as key from ${table}${table === 'cases.file' ? ' where case_id is not null' : ''}`,
      )) as unknown as { key: string }[]
      const inside = [...new Set(facts.filter((row) => covers(scope, row)).map(({ key }) => key))]
      expect(seen.map(({ key }) => key).toSorted(), `${player.name} ${JSON.stringify(scope)}`).toEqual(
        inside.toSorted(),
      )
    }
})

it('the rows it is tried on are many, on both sides', async () => {
  const all = await Promise.all(tables.map(async (table) => [table, (await factsOf(table)).length] as const))
  const empty = all.filter(([, rows]) => rows === 0).map(([table]) => table)
  // No story of the scene needs these.
  expect(empty.toSorted()).toEqual(['posts.hand_over', 'signin.second_factor'])
})

describe('writing', () => {
  const far = { ...NOBODY, ...subtree('330881') }

  it.each(tables)('changes or removes no row of %s outside', async (table) => {
    const [column] = await house.rows<{ column: string }>(
      `select a.attname as column from pg_attribute a where a.attrelid = '${table}'::regclass and a.attnum > 0 and a.attidentity = '' and a.attgenerated = '' and not a.attisdropped limit 1`,
    )
    const facts = await factsOf(table)
    const inside = facts.filter((row) => covers(far, row)).length
    const changing = inAnyway(
      far,
      `with gone as (update ${table} set "${column?.column}" = "${column?.column}" returning 1) select count(*)::int as n from gone`,
    )
    if (table === 'kernel.record') return expect(changing).rejects.toThrow('permission denied')
    const loose = table === 'cases.file' ? (await house.rows(`select from cases.file where case_id is null`)).length : 0
    expect(((await changing) as unknown as { n: number }[])[0]?.n).toBe(inside + loose)
    expect((await inAnyway(NOBODY, `delete from ${table}`)).count).toBe(loose)
  })

  it('adds nothing outside, but to tables that anybody adds to', async () => {
    for (const table of tables.filter((one) => !KEPT[one]?.addable)) {
      await expect(
        inAnyway(NOBODY, `insert into ${table} select * from jsonb_populate_record(null::${table}, '{}')`),
        table,
      ).rejects.toThrow(/row-level security|not-null|under a live hold/)
      await expect(inAnyway(NOBODY, copying(table)), table).rejects.toThrow('row-level security')
    }
    const policies = await house.rows<{ table: string }>(
      `select schemaname || '.' || tablename as table from pg_policies where with_check = 'true' and cmd = 'INSERT' order by 1`,
    )
    expect(policies.map(({ table }) => table)).toEqual(tables.filter((one) => KEPT[one]?.addable).toSorted())
  })

  /** A row of the stage as somebody outside would write it: read past the policies by its definition only. */
  const copying = (table: string): string =>
    `insert into ${table} select (jsonb_populate_record(null::${table}, '${rowsBy.get(table) ?? '{}'}')).*`
  const rowsBy = new Map<string, string>()
  beforeAll(async () => {
    for (const table of tables.filter((one) => !KEPT[one]?.addable)) {
      const [row] = await house.rows<{ row: string }>(`select to_jsonb(t)::text as row from ${table} t limit 1`)
      if (row) rowsBy.set(table, row.row.replaceAll("'", "''"))
    }
  })
})

it("finds words of the caller's own range only, though it reads past the policies", async () => {
  const found = async (scope: Scope) => (await inAnyway(scope, `select id from cases.find('拖欠', '{}', 500)`)).length
  await house.rows(
    `insert into cases.words (case_id, town, place, organ, grams, body) select id, town, place, organ, '{}', '工地拖欠了三个月的工资' from cases.case on conflict do nothing`,
  )
  expect(await found(NOBODY)).toBe(0)
  expect(await found({ ...NOBODY, ...subtree('330881') })).toBe(1)
  expect(await found({ ...NOBODY, ...subtree(STAGE.county), organ: scene.organ })).toBe(0)
  expect(await found(WHOLE)).toBeGreaterThan(20)
})
