import { afterAll, beforeAll, expect, it } from 'vitest'
import { type House, openHouse } from '#test/city/house.ts'
import { forbidden } from './never.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

it('no slice has a column for religion, genes, fingerprints, blood, opinions, contraception or petitions', async () => {
  const columns = await house.rows<{ name: string }>(`
    select table_schema || '.' || table_name || '.' || column_name as name from information_schema.columns
    where table_schema not in ('pg_catalog', 'information_schema', 'public')`)
  expect(columns.length).toBeGreaterThan(100)
  expect(new Set(columns.map(({ name }) => name.split('.')[0])).size).toBeGreaterThan(5)
  expect(columns.map(({ name }) => name).filter((name) => forbidden(name) !== undefined)).toEqual([])
})

it.each([
  'people.person.religion',
  'health.person.blood_type',
  'people.person.party_member',
  'x.y.gene',
  'x.y.petition_history',
])('%s would be found', (name) => {
  expect(forbidden(name)).toBeDefined()
})
