import { afterAll, beforeAll, expect, it } from 'vitest'
import { type House, openHouse } from '#test/city/house.ts'

/**
 * What no table of any slice holds: sensitive personal information that grassroots work has no lawful need of (PIPL art. 28;
 * Regulations on credit reporting, art. 14: religion, genes, fingerprints, blood type; petitions and opinions besides).
 */
const NEVER =
  /religio|belief|faith|\bgenes?\b|genetic|genom|\bdna\b|fingerprint|biometric|\bface_|faceprint|iris|blood|political|party_member|opinion|ideolog|contracept|fertility|pregnan|petition|shangfang|ethnic|\brace\b|sexual|zongjiao|xinyang|jiyin|zhiwen|xuexing|zhengzhi|biyun|jiesheng|xinfang/i

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
  const spaced = (name: string): string => name.replaceAll(/[._]/g, ' ')
  expect(columns.filter(({ name }) => NEVER.test(name) || NEVER.test(spaced(name))).map(({ name }) => name)).toEqual([])
})

it.each([
  'people.person.religion',
  'health.person.blood_type',
  'people.person.party_member',
  'x.y.gene',
  'x.y.petition_history',
])('%s would be found', (name) => {
  expect(NEVER.test(name) || NEVER.test(name.replaceAll(/[._]/g, ' '))).toBe(true)
})
