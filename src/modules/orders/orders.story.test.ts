import { afterAll, beforeAll, expect, it } from 'vitest'
import { type House, openHouse } from '#test/city/house.ts'

let house: House
beforeAll(async () => void (house = await openHouse()), 240_000)
afterAll(() => house.close())

it('has room for the months around a day', async () => {
  expect(await house.rows(`select orders.make_months('2026-09-01')`)).toHaveLength(1)
  expect(
    await house.rows(
      `select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'orders_month' and c.relispartition and relkind='r'`,
    ),
  ).not.toHaveLength(0)
})
