import { afterEach, beforeEach, expect, it } from 'vitest'
import { DAY_MS, dayOf } from '#kernel/clock.ts'
import { addDwelling } from '#modules/homes/contract.ts'
import { moveHousehold, undoAct } from '#modules/homes/contract-arrange.ts'
import { cast, STAGE } from '../../../demo/cast.ts'
import { type House, openHouse, START } from '#test/city/house.ts'
import { settleRoad, unbound } from '#test/city/road.ts'
import { makeBond, whoAnswers } from './contract.ts'
import { listGaps } from './contract-coverage.ts'

const KIND = 'member_household'
const OTHER_VILLAGE = '330802211207001'
const BEFORE = dayOf(START - DAY_MS)

let house: House
let home: { household: string; dwelling: string }
beforeEach(async () => {
  house = await openHouse()
  await unbound(house)
  const [one] = await settleRoad(house, 1)
  if (!one) throw new Error('nobody lives there')
  home = one
  await bind({ kind: 'person', id: cast.wangJianping.id })
  await bind({ kind: 'post', id: house.as('yuXuewen').post ?? '' })
})
afterEach(() => house.close())

const id = (): never => house.key() as never
const room = () => house.as('huWeiping')
const bind = (from: { kind: 'person' | 'post'; id: string }) =>
  house.send(house.as('yuGuorong'), makeBond, {
    id: id(),
    kind: KIND,
    from,
    to: { kind: 'household', id: home.household },
  })
const today = () => dayOf(house.clock.now())
const move = async (place: string, day = today()) => {
  const [dwelling, act] = [id(), id()]
  await house.send(room(), addDwelling, { id: dwelling, place: place as never, address: '新房 1 号', day: BEFORE })
  await house.send(room(), moveHousehold, { act, household: home.household as never, dwelling, day })
  await house.relay()
  return act
}
const answering = async (day: string = today()) =>
  (await house.ask(room(), whoAnswers, { household: home.household, day })).answerers
    .filter(({ kind }) => kind === KIND)
    .map(({ name }) => name)
    .toSorted()
const isGap = async () =>
  (await house.ask(room(), listGaps, { place: STAGE.township, kind: KIND, limit: 200 })).rows.some(
    ({ household }) => household === home.household,
  )

it('who answers for the new place goes along, who answers for the old grid does not; the days before are as they were', async () => {
  expect(await answering()).toEqual(['余学文', '汪建平'])
  house.clock.advance(DAY_MS)
  const act = await move(STAGE.otherGrid)
  expect(await answering()).toEqual(['汪建平'])
  expect(await isGap()).toBe(false)
  const rows = await house.rows<{ place: string; follows: string | null; until: string | null }>(
    `select place, follows, until_day as until from bonds.bond where to_id = '${home.household}' and until_day is null`,
  )
  expect(rows).toMatchObject([{ place: STAGE.otherGrid, follows: expect.any(String) as string }])
  // Of yesterday the door is asked where it was.
  expect((await house.ask(room(), whoAnswers, { household: home.household, day: BEFORE })).place).toBe(STAGE.grid)

  await house.send(room(), undoAct, { act })
  await house.relay()
  expect(await answering()).toEqual(['余学文', '汪建平'])
})

it('in another village nobody goes along: a gap, until somebody is found or the move is taken back', async () => {
  house.clock.advance(10 * DAY_MS)
  const [dwelling, act] = [id(), id()]
  const day = dayOf(house.clock.now() - DAY_MS)
  await house.send(room(), addDwelling, {
    id: dwelling,
    place: OTHER_VILLAGE as never,
    address: '直力 1 号',
    day: BEFORE,
  })
  await house.send(room(), moveHousehold, { act, household: home.household as never, dwelling, day })
  await house.relay()
  expect(await answering()).toEqual([])
  expect(await answering(dayOf(START + DAY_MS))).toEqual(['余学文', '汪建平'])
  expect(await isGap()).toBe(true)
  // Somebody of the new village is found; when the family comes back she no longer answers.
  await house.send(room(), makeBond, {
    id: id(),
    kind: KIND,
    from: { kind: 'person', id: cast.zhengGuixiang.id },
    to: { kind: 'household', id: home.household },
  })
  expect(await isGap()).toBe(false)
  await house.send(room(), undoAct, { act })
  await house.relay()
  expect(await answering()).toEqual(['余学文', '汪建平'])
  expect(await isGap()).toBe(false)
})
