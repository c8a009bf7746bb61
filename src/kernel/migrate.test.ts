import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Bare, openBare } from '#test/bare/house.ts'
import { NOBODY, subtree } from './authorise.ts'
import { inScope } from './db.ts'
import { migrate } from './migrate.ts'
import { assemble, type Slice } from './slice.ts'
import { sql } from './sql.ts'

let house: Bare
let folder: string
beforeEach(async () => {
  house = await openBare()
  folder = mkdtempSync(join(tmpdir(), 'openpalm-migrate-'))
})
afterEach(async () => {
  await house.close()
  rmSync(folder, { recursive: true })
})

const write = (file: string, text: string) => writeFileSync(join(folder, file), text)
const homes = (more: Partial<Slice> = {}): Slice => ({
  name: 'homes',
  grants: {},
  retention: {},
  migrations: pathToFileURL(`${folder}/`),
  ...more,
})
const apply = (slice = homes()) => migrate(house.p.db, assemble([slice]))
const FIRST = 'create table homes.home (place text collate "C" not null)'

it('applies each file once, in the order of its numbers', async () => {
  write('0002_door.sql', 'alter table homes.home add column door int')
  write('0001_home.sql', FIRST)
  expect(await apply()).toEqual(['homes/0001_home.sql', 'homes/0002_door.sql'])
  expect(await apply()).toEqual([])
  write('0003_roof.sql', 'alter table homes.home add column roof int')
  expect(await apply()).toEqual(['homes/0003_roof.sql'])
})

it('refuses a file that was changed after it had been applied', async () => {
  write('0001_home.sql', FIRST)
  await apply()
  write('0001_home.sql', `${FIRST};`)
  await expect(apply()).rejects.toThrow('homes/0001_home.sql was changed')
})

it('applies all or nothing', async () => {
  write('0001_home.sql', FIRST)
  write('0002_wrong.sql', 'alter table homes.nothing add column x int')
  await expect(apply()).rejects.toThrow('homes.nothing')
  write('0002_wrong.sql', 'alter table homes.home add column x int')
  expect(await apply()).toEqual(['homes/0001_home.sql', 'homes/0002_wrong.sql'])
})

it('lets two that start at once both come up', async () => {
  write('0001_home.sql', FIRST)
  const applied = await Promise.all([apply(), apply(), apply()])
  expect(applied.flat()).toEqual(['homes/0001_home.sql'])
})

it('makes rights and policies anew from the grants of this start', async () => {
  write('0001_home.sql', FIRST)
  const protects: Slice['protects'] = [
    { table: 'homes.home', permissions: ['homes.list'], place: 'place', person: `'me'`, addable: true },
  ]
  await apply(homes({ protects }))
  const seen = (person: string) => inScope(house.p.db, { ...NOBODY, person }, (tx) => sql(tx)`select from homes.home`)
  await inScope(
    house.p.db,
    { ...NOBODY, ...subtree('3308') },
    (tx) => sql(tx)`insert into homes.home values ('330802')`,
  )
  expect(await seen('me')).toHaveLength(0)
  await apply(homes({ protects, grants: { 'homes.list': { resident: 'self' } } }))
  expect(await seen('me')).toHaveLength(1)
  await apply(homes({ protects }))
  expect(await seen('me')).toHaveLength(0)
})
