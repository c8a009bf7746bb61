import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Bare, idOf, openBare, staff } from '#test/bare/house.ts'
import { addSum, sums } from '#test/bare/sums.ts'
import { noteLooks } from './audit.ts'
import { looksAt } from './record-reading.ts'
import { makeMonths, putAway, putAwayOld } from './record-months.ts'
import { inScope } from './db.ts'
import { WHOLE } from './authorise.ts'

let house: Bare
beforeEach(async () => void (house = await openBare([sums])))
afterEach(() => house.close())

const room = staff('township_room', '330802001')
const person = '00000000-0000-7000-8000-0000000000aa'
const add = () => house.send(room, addSum, { id: idOf(), place: '330802001001', amount: 1, person })
const at = (day: string) => house.clock.set(Date.parse(`${day}T09:00:00+08:00`))
const sealAll = async () => {
  while ((await house.verify()).unsealed > 0) await house.seal()
}
const lies = async () =>
  (
    await house.rows<{ in: string }>(
      `select distinct tableoid::regclass::text as in from kernel.record where name = 'sums.add' order by 1`,
    )
  ).map((row) => row.in)
const entry = (about: string[], subject: string | null = null) => ({
  name: 'sums.list',
  kind: 'query' as const,
  outcome: 'done',
  request: idOf(),
  subject,
  place: null,
  purpose: 'case_handling',
  about,
  detail: { fields: 'sum' },
})

it('keeps what no month was made for, and puts it into its month when that is made', async () => {
  at('2031-03-31')
  await add()
  at('2031-04-01')
  await add()
  await sealAll()
  expect(await lies()).toEqual(['kernel.record_rest'])
  await makeMonths(house.p)
  expect(await lies()).toEqual(['kernel.record_2031_03', 'kernel.record_2031_04'])
  await makeMonths(house.p)
  expect(await house.verify()).toMatchObject({ rows: 2, unsealed: 0, brokenAt: null })
  await add()
  expect(await lies()).toEqual(['kernel.record_2031_03', 'kernel.record_2031_04'])
})

it('turns a month at midnight in Shanghai', async () => {
  house.clock.set(Date.parse('2031-04-30T15:59:59Z'))
  await makeMonths(house.p)
  await add()
  house.clock.advance(1000)
  await add()
  expect(await lies()).toEqual(['kernel.record_2031_04', 'kernel.record_2031_05'])
})

it('puts a month away after ten years, when it is sealed, and the chain still holds', async () => {
  at('2021-05-20')
  await makeMonths(house.p)
  await add()
  expect(await putAway(house.p, '2021-05-01')).toBe(false)
  await sealAll()
  at('2031-05-31')
  await makeMonths(house.p)
  await add()
  await sealAll()
  expect(await putAwayOld(house.p)).toBe(0)
  at('2031-06-01')
  expect(await putAwayOld(house.p)).toBeGreaterThan(0)
  expect(await lies()).toEqual(['kernel.record_2031_05'])
  expect(await house.rows('select count(*)::int as n from kernel.record_2021_05')).toEqual([{ n: 1 }])
  expect(await house.verify()).toMatchObject({ seals: 2, rows: 1, brokenAt: null })
  await house.rows(`update kernel.seal set hash = sha256('x') where no = 1`)
  expect((await house.verify()).brokenAt).not.toBeNull()
})

it('puts no month away whose rows are not what was sealed', async () => {
  at('2021-05-20')
  await makeMonths(house.p)
  await add()
  await sealAll()
  await house.rows(`update kernel.record set outcome = 'other'`)
  expect(await putAway(house.p, '2021-05-01')).toBe(false)
})

const looks = () =>
  inScope(house.p.db, WHOLE, (tx) => looksAt(tx, person, { withheld: [], limit: 100, after: undefined }))

it('has looks on record when it says so, however many come at once', async () => {
  await Promise.all(
    Array.from({ length: 60 }, async () => {
      await noteLooks(house.p.db, room, house.clock.now(), [entry([person]), entry([idOf(), idOf()])])
    }),
  )
  expect(await looks()).toHaveLength(60)
  expect(
    await house.rows('select count(*)::int as n, count(distinct tx)::int < 60 as gathered from kernel.record'),
  ).toEqual([{ n: 180, gathered: true }])
})

it('fails whoever brings what no column holds, and nobody who came with him', async () => {
  const bad = () => noteLooks(house.p.db, room, house.clock.now(), [entry([person], 'no uuid')])
  const good = () => noteLooks(house.p.db, room, house.clock.now(), [entry([person])])
  const ended = await Promise.allSettled([good(), bad(), good(), bad(), good()])
  expect(ended.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected', 'fulfilled'])
  expect(await looks()).toHaveLength(3)
})
