import { afterAll, beforeAll, expect, it } from 'vitest'
import { aside } from '#kernel/db.ts'
import { mergePlaces, PlaceId } from '#modules/places/contract.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { roster } from '#modules/posts/api.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { lampOf } from '#test/city/lamp.ts'
import { STAGE } from '../../../demo/cast.ts'
import { recount } from './api.ts'
import { getCase, listCases } from './contract.ts'

const DAY_MS = 86_400_000
const MERGED = '330802211299'
let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

it('an open case goes on in the village that its own has become, and its figures with it', async () => {
  const given = await lampOf(house).reported()
  const before = await house.ask(house.as('huWeiping'), getCase, { id: given.id })
  const into = { id: PlaceId.parse(uuidv7(house.clock.now())), code: MERGED, name: '余村' }
  const codes = [STAGE.village, '330802211207']
  await house.send(house.as('chenLixin'), mergePlaces, { codes, into, day: '2026-09-02', reason: '行政村规模调整' })
  await house.relay()
  await house.sweep()
  expect((await house.ask(house.as('huWeiping'), getCase, { id: given.id })).place).toBe(before.place)

  house.clock.advance(2 * DAY_MS)
  await house.sweep()
  await house.relay()
  const after = await house.ask(house.as('huWeiping'), getCase, { id: given.id })
  expect(after.place.startsWith(MERGED)).toBe(true)
  expect(after.steps.at(-1)?.action).toBe('comment')
  expect(after.steps.some(({ reason }) => reason === 'place_changed')).toBe(true)
  expect(after.clocks).toMatchObject(before.clocks.map(({ limit, starts }) => ({ limit, starts })))
  expect(await aside(house.p.db, recount)).toEqual([])
  const late = await lampOf(house).reported()
  expect((await house.ask(house.as('huWeiping'), getCase, { id: late.id })).place.startsWith(MERGED)).toBe(true)
  const cadre = (await roster(house.p)).at(MERGED, 'village_cadre')[0]
  const seen = await house.ask({ ...house.as('yuGuorong'), post: cadre?.post ?? '', place: MERGED }, listCases, {
    open: true,
  })
  expect(seen.rows.map(({ id }) => id)).toContain(given.id)
})
