import { afterEach, beforeEach, expect, it } from 'vitest'
import { cast, ELSEWHERE, STAGE } from '../../../demo/cast.ts'
import { dayOf } from '#kernel/clock.ts'
import { type House, openHouse, START } from '#test/city/house.ts'
import { settleRoad, unbound } from '#test/city/road.ts'
import { endBond, makeBond, setKind, stand } from './contract.ts'
import { acceptFilling, coverage, listGaps, listOverloads, proposeFilling } from './contract-coverage.ts'
import { SHIPPED_KINDS } from './kind-messages.ts'

let house: House
beforeEach(async () => void (house = await openHouse()))
afterEach(() => house.close())

const TODAY = dayOf(START)
const KIND = 'member_household'
const id = () => house.key() as never
const village = () => house.as('yuGuorong')
const covered = (input: object = {}) => house.ask(house.as('zhuGuoliang'), coverage, { place: STAGE.city, ...input })
const gaps = async (input: object) => (await house.ask(village(), listGaps, { limit: 200, ...input })).rows

it('proves the city whole: a recount of every household, by every kind and by party members alone', async () => {
  for (const kind of [undefined, KIND]) {
    const proof = await covered({ kind })
    const [{ n } = { n: 0 }] = await house.rows<{ n: number }>(
      `select count(*)::int as n from homes.household where until_day is null`,
    )
    expect(proof).toMatchObject({ households: n, reached: n, overloaded: 0, vacant: 0, whole: true })
    expect(n).toBeGreaterThan(300)
    expect(proof.areas.reduce((sum, { households }) => sum + households, 0)).toBe(n)
  }
})

it('finds whoever is not reached, down to the door, and says so on every level above', async () => {
  const homes = await settleRoad(house, 3)
  const proof = await covered({ kind: KIND })
  expect(proof.households - proof.reached).toBe(3)
  expect(proof.whole).toBe(false)
  expect(proof.areas.find(({ code }) => code === STAGE.county)).toMatchObject({ reached: expect.any(Number) as number })
  const found = await gaps({ place: STAGE.village, kind: KIND })
  expect(found.map(({ household }) => household).toSorted()).toEqual(homes.map(({ household }) => household).toSorted())
  expect(found.map(({ address }) => address)).toContain('余东村测试路 2 号')
  // The committee member of the grid answers for them meanwhile.
  expect((await covered()).whole).toBe(true)
  await expect(house.ask(village(), listGaps, { place: ELSEWHERE.village })).rejects.toMatchObject({
    code: 'forbidden',
  })
  await expect(house.ask(house.as('wangJianping'), coverage, {})).rejects.toMatchObject({ code: 'forbidden' })
})

it('does not count a post that nobody holds, and counts it again when somebody stands in', async () => {
  const [{ household, head } = { household: '', head: '' }, { head: other } = { head: '' }] = await settleRoad(house, 2)
  const post = house.as('yuXiaoqing').post ?? ''
  const to = { kind: 'household', id: household } as const
  await house.send(village(), makeBond, { id: id(), kind: KIND, from: { kind: 'post', id: post }, to })
  await house.send(village(), makeBond, {
    id: id(),
    kind: KIND,
    from: { kind: 'person', id: head },
    to: { kind: 'household', id: household },
  })
  expect(await gaps({ place: STAGE.village, kind: KIND })).toHaveLength(1)
  await house.rows(`delete from bonds.bond where person = '${head}'`)
  await house.rows(`update posts.post set held = daterange(lower(held), '${TODAY}') where id = '${post}'`)
  expect(await gaps({ place: STAGE.village, kind: KIND })).toHaveLength(2)
  expect((await covered({ kind: KIND })).vacant).toBe(1)
  await house.rows(`insert into bonds.substitute (id, place, post, by_person, from_day, until_day, reason, at)
    values ('${house.key()}', '${STAGE.village}', '${post}', '${other}', '${TODAY}', '2026-12-31', '空岗', now())`)
  expect(await gaps({ place: STAGE.village, kind: KIND })).toHaveLength(1)
  expect((await covered({ kind: KIND })).vacant).toBe(0)
})

it('finds the overloaded when a quota comes into force below what they have', async () => {
  const homes = await settleRoad(house, 6)
  for (const { household } of homes)
    await house.send(village(), makeBond, {
      id: id(),
      kind: KIND,
      from: { kind: 'person', id: cast.wangJianping.id },
      to: { kind: 'household', id: household },
    })
  const kind = SHIPPED_KINDS.find(({ code }) => code === KIND)
  if (!kind) throw new Error('no such kind')
  await house.send(house.as('zhuGuoliang'), setKind, { ...kind, quota: 5, fromDay: TODAY, reason: '试行五户' })
  const { rows } = await house.ask(village(), listOverloads, { place: STAGE.village, kind: KIND })
  expect(rows.find(({ name }) => name === '汪建平')).toMatchObject({ load: expect.any(Number) as number, most: 5 })
  expect((await covered({ kind: KIND })).whole).toBe(false)
})

it('proposes a filling, balanced and near, which a person accepts with one command', async () => {
  await unbound(house)
  const homes = await settleRoad(house, 8)
  const [west, east] = [homes[0]?.head ?? '', homes[7]?.head ?? '']
  await house.rows(
    `update homes.household set until_day = '${TODAY}' where place like '${STAGE.village}%' and id not in (${homes.map((one) => `'${one.household}'`).join()})`,
  )
  for (const one of [west, east])
    await house.send(village(), stand, {
      id: id(),
      kind: KIND,
      place: STAGE.village,
      source: { kind: 'person', id: one },
    })
  const before = await house.rows('select count(*) as n from bonds.bond')
  const proposed = await house.ask(village(), proposeFilling, { place: STAGE.village, kind: KIND })
  expect(await house.rows('select count(*) as n from bonds.bond')).toEqual(before)
  expect(proposed.left).toEqual([])
  expect(proposed.rows.map(({ load }) => load)).toEqual(Array.from({ length: 8 }, () => 4))
  const nameOf = (at: number) => proposed.rows.find(({ household }) => household === homes[at]?.household)?.name
  expect([nameOf(1), nameOf(6)]).toEqual(['余测1', '余测8'])
  const rows = proposed.rows.map(({ household, answerer }) => ({ id: id(), household, answerer }))
  const done = await house.send(village(), acceptFilling, { place: STAGE.village, kind: KIND, rows })
  expect(done).toEqual({ made: 8, left: 0 })
  expect(await gaps({ place: STAGE.village, kind: KIND })).toEqual([])
  const again = rows.map((row) => ({ ...row, id: id() }))
  await expect(
    house.send(village(), acceptFilling, { place: STAGE.village, kind: KIND, rows: again }),
  ).rejects.toMatchObject({ code: 'already' })
  const [bond] = await house.rows<{ id: string }>(
    `select id from bonds.bond where kind = '${KIND}' and person = '${west}' limit 1`,
  )
  await house.send(village(), endBond, { id: bond?.id as never, day: TODAY, reason: '换人' })
  expect(await gaps({ place: STAGE.village, kind: KIND })).toHaveLength(1)
})

it('refuses a filling above the quota as a whole, and one of another village', async () => {
  await unbound(house)
  const homes = await settleRoad(house, 4)
  const answerer = id()
  await house.send(village(), stand, {
    id: answerer,
    kind: KIND,
    place: STAGE.village,
    source: { kind: 'person', id: cast.wangJianping.id },
    most: 3,
  })
  const rows = homes.map(({ household }) => ({ id: id(), household, answerer }))
  await expect(house.send(village(), acceptFilling, { place: STAGE.village, kind: KIND, rows })).rejects.toMatchObject({
    code: 'quota_full',
  })
  expect(
    await house.rows(`select id from bonds.bond where person = '${cast.wangJianping.id}' and kind = '${KIND}'`),
  ).toEqual([])
  const proposed = await house.ask(village(), proposeFilling, { place: STAGE.village, kind: KIND })
  expect(proposed.rows).toHaveLength(3)
  await expect(
    house.send(village(), acceptFilling, { place: ELSEWHERE.village, kind: KIND, rows }),
  ).rejects.toMatchObject({ code: 'forbidden' })
  await expect(house.ask(village(), proposeFilling, { place: STAGE.township, kind: KIND })).rejects.toMatchObject({
    code: 'invalid',
  })
})
