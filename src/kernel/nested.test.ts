import { afterAll, beforeAll, expect, it } from 'vitest'
import { WHOLE } from './authorise.ts'
import { inScope } from './db.ts'
import { sql } from './sql.ts'
import { type House, openHouse } from '#test/city/house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** As many transactions as the pool has connections all ask for reference data that nobody holds yet. */
it('reads reference data in the middle of a transaction, however many want it at once', async () => {
  const { db, cache } = house.p
  const read = () =>
    cache.get('test.reference', () => inScope(db, WHOLE, async (tx) => (await sql(tx)`select 1 as one`).length))
  const work = () =>
    inScope(db, WHOLE, async (tx) => {
      await sql(tx)`select pg_sleep(0.05)`
      return read()
    })
  const all = Promise.all(Array.from({ length: 20 }, work))
  const hung = new Promise((done) => setTimeout(() => done('hung'), 5000))
  expect(await Promise.race([all, hung])).toEqual(Array(20).fill(1))
})
