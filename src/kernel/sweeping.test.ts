import { afterAll, beforeAll, expect, it } from 'vitest'
import { DAY_MS, instant } from '#kernel/clock.ts'
import { notify } from '#modules/notices/api.ts'
import { inScope } from './db.ts'
import { WHOLE } from './authorise.ts'
import { dueTables, sweepKept, sweptBy } from './sweeping.ts'
import { cast, STAGE } from '../../demo/cast.ts'
import { type House, openHouse } from '#test/city/house.ts'

let house: House
beforeAll(async () => void (house = await openHouse()))
afterAll(() => house.close())

const told = () =>
  inScope(house.p.db, WHOLE, (tx) =>
    notify(
      { tx, now: house.clock.now() },
      {
        to: { person: cast.wangJianping.id },
        kind: 'case_answer',
        params: { number: 'QZ1' },
        subject: null,
        urgent: true,
        place: STAGE.grid,
      },
    ),
  )
const counts = async () =>
  (
    await house.rows<{ notices: number; texts: number }>(
      'select (select count(*)::int from notices.notice) as notices, (select count(*)::int from notices.sms) as texts',
    )
  )[0]

it.each([
  ['at', 'at'],
  ['until_at', 'until_at'],
  ['signin.clear', undefined],
  ['the township, with the ledger of the year', undefined],
  [undefined, undefined],
])('takes %s for a column or not', (by, column) => {
  expect(sweptBy(by)).toBe(column)
})

it('names columns that are there, and times that the database understands', async () => {
  for (const { table, column, keep } of dueTables(house.p))
    await house.rows(`select ${column} < now() - interval '${keep}' from ${table} limit 1`)
  expect(dueTables(house.p).length).toBeGreaterThan(3)
})

it('removes what has been kept long enough, with what hangs on it, and nothing younger', async () => {
  await told()
  house.clock.advance(300 * DAY_MS)
  await told()
  expect(await sweepKept(house.p)).toBe(0)
  expect(await counts()).toEqual({ notices: 2, texts: 2 })
  house.clock.advance(66 * DAY_MS)
  expect(await sweepKept(house.p)).toBe(1)
  expect(await sweepKept(house.p)).toBe(0)
  expect(await counts()).toEqual({ notices: 1, texts: 1 })
})

it('removes a bounded number at a time, and a table that fails holds back no other', async () => {
  await house.rows(`insert into oversight.given_up (letter, name, key, reason, at)
    select n, 'a', 'b', 'c', '${instant(house.clock.now() - 4 * 365 * DAY_MS)}' from generate_series(1, 1500) n`)
  await house.rows('alter table notices.notice rename column at to was')
  expect(await sweepKept(house.p)).toBe(1000)
  expect(await sweepKept(house.p)).toBe(500)
  expect(house.logged.some((line) => line.includes('notices.notice'))).toBe(true)
  await house.rows('alter table notices.notice rename column was to at')
})
