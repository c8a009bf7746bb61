import { expect, it } from 'vitest'
import { migrations, retention } from '../../../tools/gates/migrations.ts'
import { roads } from '../../../tools/gates/roads.ts'
import { schemas } from '../../../tools/gates/schemas.ts'
import { HOUSE, plant } from './plant.ts'

const store = (sql: string): string =>
  `import { sql } from '#kernel/sql.ts'\nexport const list = (tx, id) => sql(tx)<Row[]>\`${sql}\`\n`
const house = (text: string, file = 'src/modules/people/store.ts'): string => plant({ ...HOUSE, [file]: text })
const faultsOf = async (sql: string): Promise<string[]> => (await schemas(house(store(sql)))).faults

it.each([
  'select p.id from people.person p where p.id = ${id}',
  'select p.id from people.person p join places.pub_place q on q.code = p.place',
  'with near as (select 1), far (a) as materialized (select 2) select * from near join far on true',
  'select extract(day from born), substring(code from 1 for 6) from people.person where a is distinct from b',
  'select id from people.person for update skip locked',
  'insert into people.person (id) values (${id}) on conflict (id) do update set name = excluded.name',
  'select * from unnest(${id}::uuid[]) u join lateral (select 1) x on true',
  'select kernel.in_scope(place) from people.person, kernel.pub_hold',
  "select 'from places.place' as note from pg_catalog.pg_roles",
  'copy people.person (id) from stdin',
  'select "from" from jsonb_to_recordset(${id}) as g("from" date, "to" date)',
  'update people.person set a = 1 where id in (select id from people.moved m where m.places > 3)',
])('lets a slice query what is its own: %s', async (sql) => {
  expect(await faultsOf(sql.replace("'from places.place'", "'places.place'"))).toEqual([])
})

it.each([
  ['select * from places.place', 'names places.place'],
  ['select 1 from people.person p\n join places.place q on true', 'names places.place'],
  ['insert into places.place (code) values (1)', 'names places.place'],
  ['update places.place set a = 1', 'names places.place'],
  ['delete from places.place', 'names places.place'],
  ['select * from people.person, places.place', 'names places.place'],
  ['select * from "places"."place"', 'names places.place'],
  ['select places.secret()', 'names places.secret'],
  ['select * from cases.pub_case', 'names cases.pub_case'],
  ['select * from kernel.record', 'names kernel.record'],
  ['insert into kernel.outbox (id) values (1)', 'names kernel.outbox'],
  ['select * from public.person', 'names public.person'],
  ['select * from person', 'names person without its schema'],
  ['insert into person (id) values (1)', 'names person without its schema'],
])('refuses: %s', async (sql, says) => {
  const faults = await faultsOf(sql)
  expect(faults).toHaveLength(1)
  expect(faults[0]).toContain(says)
  expect(faults[0]).toMatch(new RegExp(`^src/modules/people/store.ts:${sql.includes('\n') ? 3 : 2}: `))
})

it('sees strings and fragments, not comments nor names of permissions', async () => {
  const text = `// from places.place
const allowed = 'places.move'
export const a = (q) => q.unsafe('select 1 from places.place')
export const b = (q) => q\`\${q\`and exists (select 1 from places.link)\`}\`
`
  expect((await schemas(house(text))).faults).toEqual([
    'src/modules/people/store.ts:3: SQL of people names places.place',
    'src/modules/people/store.ts:4: SQL of people names places.link',
  ])
})

it('reads migrations, where a foreign key to another slice is a foreign schema', async () => {
  const text = '-- why: of places.place\ncreate table people.home (\n  place text references places.place (code)\n);\n'
  const root = house(text, 'src/modules/people/migrations/0001_home.sql')
  expect((await schemas(root)).faults).toEqual([
    'src/modules/people/migrations/0001_home.sql:3: SQL of people names places.place',
  ])
})

it('keeps the kernel out of the slices', async () => {
  const root = house(store('select * from cases.pub_case'), 'src/kernel/ask.ts')
  expect((await schemas(root)).faults).toEqual(['src/kernel/ask.ts:2: SQL of kernel names cases.pub_case'])
})

it('lets only the kernel write record and outbox', async () => {
  const write = store('insert into kernel.outbox (id) values (1)')
  const root = plant({
    ...HOUSE,
    'src/kernel/outbox.ts': write,
    'src/modules/people/store.ts': write,
    'src/apps/server/a.ts': store('update only kernel.record set a = 1'),
    'src/modules/people/migrations/0001_a.sql': '-- why: a\n-- delete from kernel.record\ndelete from kernel.record;\n',
    'src/modules/people/store-own.ts': store('insert into people.record (id) select id from kernel.record'),
  })
  const { looked, faults } = await roads(root)
  expect(looked).toBe(5)
  expect(faults).toEqual([
    'src/apps/server/a.ts:2: writes kernel.record, which only the two roads do',
    'src/modules/people/migrations/0001_a.sql:3: writes kernel.record, which only the two roads do',
    'src/modules/people/store.ts:2: writes kernel.outbox, which only the two roads do',
  ])
})

it('wants migrations numbered, forward and with their reason first', async () => {
  const root = plant({
    'src/kernel/migrations/0001_kernel.sql': '-- why: the start\n',
    'src/modules/people/migrations/0001_person.sql': '-- why: the start\n',
    'src/modules/people/migrations/0003_home.sql': '-- why: homes\n',
    'src/modules/people/migrations/0003_home_down.sql': 'drop table people.home;\n',
  })
  expect(await migrations(root)).toEqual({
    looked: 4,
    faults: [
      'src/modules/people/migrations/0003_home.sql:1: is the 2. migration here by order, not by number',
      'src/modules/people/migrations/0003_home_down.sql:1: is not named 0000_what_it_does.sql, forward only',
      'src/modules/people/migrations/0003_home_down.sql:1: does not open with "-- why: …"',
    ],
  })
})

it('wants every table to say how long its rows are kept', async () => {
  const root = plant({
    'src/modules/people/migrations/0001_person.sql':
      '-- why: a\n-- create table people.draft\ncreate table people.person (id uuid);\ncreate table if not exists people.home (id uuid);\ncreate table people.person_2026 partition of people.person for values in (1);\n',
    'src/modules/people/retention.ts':
      "// 'people.home' is missing\nexport const retention = { 'people.person': { keep: 'always', why: 'a' } }\n",
    'src/modules/places/retention.ts':
      "export const retention = { 'people.home': { keep: 'always', why: 'not its own' } }\n",
  })
  expect(await retention(root)).toEqual({
    looked: 2,
    faults: ['src/modules/people/migrations/0001_person.sql:4: nothing says how long rows of people.home are kept'],
  })
})
