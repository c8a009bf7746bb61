import { afterAll, beforeAll, expect, it } from 'vitest'
import { asOwner } from '#kernel/db.ts'
import { DAY_MS, dayOf } from '#kernel/clock.ts'
import { mergePlaces } from '#modules/places/contract.ts'
import { STAGE } from '../../../demo/cast.ts'
import { type House, openHouse, START } from '#test/city/house.ts'
import { listAnswerers, whoAnswers } from './contract.ts'
import { coverage } from './contract-coverage.ts'
import { listReporting, offerWork } from './contract-reporting.ts'
import { followPlaces } from './store-following.ts'

let house: House
beforeAll(async () => void (house = await openHouse()))
afterAll(() => house.close())

const MERGED = '330802211299'
const OTHER = '330802211207'
const TOMORROW = dayOf(START + DAY_MS)
const city = () => house.as('zhuGuoliang')
const live = (where: string) =>
  house.rows<{ id: string; place: string; follows: string | null }>(
    `select id, place, follows from bonds.bond where (until_day is null or until_day > '${dayOf(house.clock.now())}') and (${where})`,
  )

it('somebody answers for every door on the day on which two villages become one, and whoever stood ready still does', async () => {
  const [{ id: household } = { id: '' }] = await house.rows<{ id: string }>(
    `select id from homes.household where place like '${STAGE.grid}%' and until_day is null order by id limit 1`,
  )
  await house.send(house.as('yuGuorong'), offerWork, {
    id: house.key() as never,
    place: STAGE.village,
    title: '护水巡查',
    about: '',
    seats: 2,
    from: dayOf(START),
    until: '2026-12-31',
  })
  const asked = { household, day: dayOf(START) }
  const before = await house.ask(house.as('huWeiping'), whoAnswers, asked)
  const wide = await live(`to_kind = 'place' and (place like '${STAGE.village}%' or place like '${OTHER}%')`)
  const ready = (await house.ask(city(), listAnswerers, { place: STAGE.village, kind: 'member_household' })).rows
  expect([wide.length, ready.length].every((n) => n > 0)).toBe(true)

  const codes = [STAGE.village, OTHER]
  const into = { id: house.key() as never, code: MERGED, name: '余村' }
  await house.send(house.as('chenLixin'), mergePlaces, { codes, into, day: TOMORROW, reason: '行政村规模调整' })
  await house.relay()
  await house.sweep()
  expect(await live(`place like '${MERGED}%'`)).toEqual([])

  house.clock.advance(DAY_MS)
  await house.sweep()
  await house.relay()
  for (const kind of [undefined, 'member_household']) {
    const proof = await house.ask(city(), coverage, { place: STAGE.city, kind })
    expect(proof).toMatchObject({ reached: proof.households, overloaded: 0, vacant: 0, whole: true })
  }
  const followed = await live(`to_kind = 'place' and place like '${MERGED}%'`)
  expect(followed.every(({ follows }) => wide.some(({ id }) => id === follows))).toBe(true)
  expect(await live(`place like '${STAGE.village}%' or place like '${OTHER}%'`)).toEqual([])
  const after = await house.ask(house.as('huWeiping'), whoAnswers, { household })
  expect(after.answerers.map(({ name }) => name).toSorted()).toEqual(
    expect.arrayContaining(before.answerers.filter(({ near }) => near).map(({ name }) => name)),
  )
  expect((await house.ask(house.as('huWeiping'), whoAnswers, asked)).answerers.length).toBeGreaterThan(0)
  const still = (await house.ask(city(), listAnswerers, { place: MERGED, kind: 'member_household' })).rows
  expect(still.map(({ id }) => id)).toEqual(expect.arrayContaining(ready.map(({ id }) => id)))
  const { work } = await house.ask(city(), listReporting, { place: MERGED })
  expect(work.map(({ title }) => title)).toContain('护水巡查')
})

it('told again, nothing more goes along', async () => {
  const before = await live('true')
  const pairs = await house.rows<{ was: string; became: string }>('select was, became from places.pub_stranded')
  expect(pairs.length).toBeGreaterThan(2)
  const made = await asOwner(house.p.db, (tx) => followPlaces(tx, pairs, TOMORROW, house.clock.now()))
  expect(made).toBe(0)
  expect(await live('true')).toHaveLength(before.length)
})
