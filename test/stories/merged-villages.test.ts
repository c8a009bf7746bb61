import { afterAll, beforeAll, expect, it } from 'vitest'
import { aside } from '#kernel/db.ts'
import { dayOf } from '#kernel/clock.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { answerersOf } from '#modules/bonds/api.ts'
import { householdsIn } from '#modules/homes/api.ts'
import { mergePlaces, PlaceId } from '#modules/places/contract.ts'
import { PersonId } from '#modules/people/contract.ts'
import { getResident } from '#modules/people/contract-residents.ts'
import { roster } from '#modules/posts/api.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { STAGE } from '../../demo/cast.ts'

const DAY_MS = 86_400_000
const MERGED = '330802211299'
const WEST = '330802211210'
let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const householdsOf = (place: string) =>
  aside(house.p.db, (tx) => householdsIn(tx, place, { limit: 5000, day: dayOf(house.clock.now()) }))
type Household = Awaited<ReturnType<typeof householdsOf>>[number]
const answering = ({ id, dwelling, place }: Household) =>
  aside(house.p.db, (tx) => answerersOf(tx, { household: id, dwelling, place }, dayOf(house.clock.now())))

it('two villages become one: doors, those who live behind them and those who answer for them go on there, nobody is left out', async () => {
  const before = [...(await householdsOf(STAGE.village)), ...(await householdsOf(WEST))]
  expect(before.length).toBeGreaterThan(20)
  for (const one of before) expect(await answering(one), one.id).not.toEqual([])
  const into = { id: PlaceId.parse(uuidv7(house.clock.now())), code: MERGED, name: '余村' }
  const codes = [STAGE.village, WEST]
  await house.send(house.as('chenLixin'), mergePlaces, { codes, into, day: '2026-09-02', reason: '行政村规模调整' })
  await house.relay()
  house.clock.advance(2 * DAY_MS)
  await house.sweep()
  await house.relay()
  await house.sweep()

  expect(await householdsOf(STAGE.village)).toEqual([])
  const after = await householdsOf(MERGED)
  expect(after.map(({ id }) => id).toSorted()).toEqual(before.map(({ id }) => id).toSorted())
  for (const one of after) expect(await answering(one), one.id).not.toEqual([])
  const cadre = (await roster(house.p)).at(MERGED, 'village_cadre')[0]
  const head = after.find((one) => one.head !== null)?.head
  const worker = { ...house.as('yuGuorong'), post: cadre?.post ?? '', person: cadre?.person ?? '', place: MERGED }
  const seen = await house.ask(worker, getResident, { id: PersonId.parse(head) })
  expect(seen.resident.homePlace?.startsWith(MERGED)).toBe(true)
})
