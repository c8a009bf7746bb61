import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cast, ELSEWHERE, STAGE } from '../../../demo/cast.ts'
import { DAY_MS, dayOf, startOfDay } from '#kernel/clock.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { listLooks } from '#modules/consents/contract.ts'
import { myNotices } from '#modules/notices/contract.ts'
import { type House, openHouse, START } from '#test/city/house.ts'
import { settleRoad, unbound } from '#test/city/road.ts'
import {
  choose,
  endBond,
  findDoors,
  listAnswerers,
  listCandidates,
  listKinds,
  makeBond,
  myDoors,
  ownDoor,
  say,
  setKind,
  stand,
  standDown,
  substitute,
  whoAnswers,
} from './contract.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
  await unbound(house)
})
afterEach(() => house.close())

const TODAY = dayOf(START)
/** Where Granny Zheng lives, alone. */
const home = async (): Promise<string> =>
  (
    await house.rows<{ household: string }>(
      `select household from homes.member where person = '${cast.zhengGuixiang.id}'`,
    )
  )[0]?.household ?? ''
const id = () => house.key() as never
const person = (one: string) => ({ kind: 'person', id: one }) as const
const door = (household: string) => ({ kind: 'household', id: household }) as const
const village = () => house.as('yuGuorong')
const bind = (from: string, household: string, more: object = {}) => {
  const bond = id()
  return house
    .send(village(), makeBond, { id: bond, kind: 'member_household', from: person(from), to: door(household), ...more })
    .then(() => bond)
}
const ready = (one: string, most: number | null = null) => {
  const answerer = id()
  return house
    .send(village(), stand, { id: answerer, kind: 'member_household', place: STAGE.village, source: person(one), most })
    .then(() => answerer)
}
const who = async (input: object, by: Parameters<House['as']>[0] = 'yuXuewen') =>
  (await house.ask(house.as(by), whoAnswers, input)).answerers
const names = async (input: object) => (await who(input)).map(({ kind, name }) => `${kind} ${name}`)

describe('who answers for this door', () => {
  it('names the party member, the committee, the grid worker and the team, nearest first', async () => {
    const household = await home()
    await bind(cast.yuWeidong.id, household)
    const found = await names({ household })
    expect(found[0]).toBe('member_household 余卫东')
    expect(found).toContain('grid_post 余学文')
    expect(found.findIndex((one) => one.startsWith('committee_grid'))).toBeGreaterThan(0)
    expect(found.at(-1)).toMatch(/^team_village /)
  })

  it('knows the past and what is decided for the future', async () => {
    const household = await home()
    const first = await bind(cast.yuWeidong.id, household)
    house.clock.advance(10 * DAY_MS)
    const change = dayOf(house.clock.now() + 5 * DAY_MS)
    await house.send(village(), endBond, { id: first, day: change, reason: '搬到县城去住' })
    await bind(cast.wangJianping.id, household, { day: change })
    const at = async (day: string) =>
      (await who({ household, day })).filter(({ kind }) => kind === 'member_household').map(({ name }) => name)
    expect(await at(dayOf(START - DAY_MS))).toEqual([])
    expect(await at(TODAY)).toEqual(['余卫东'])
    expect(await at(dayOf(startOfDay(change) - 1))).toEqual(['余卫东'])
    expect(await at(change)).toEqual(['汪建平'])
  })

  it('shows who stands in while somebody is away', async () => {
    const household = await home()
    await bind(cast.yuWeidong.id, household)
    const until = dayOf(START + 7 * DAY_MS)
    const sent = await house.send(village(), substitute, {
      id: id(),
      of: person(cast.yuWeidong.id),
      by: person(cast.wangJianping.id),
      from: TODAY,
      until,
      reason: '住院',
    })
    expect(sent.bonds).toBe(1)
    expect((await who({ household }))[0]).toMatchObject({ name: '余卫东', substitute: { name: '汪建平', until } })
    expect((await who({ household, day: until }))[0]?.substitute).toBeNull()
    expect((await house.ask(house.as('wangJianping'), myDoors, {})).rows.map((row) => row.household)).toEqual([
      household,
    ])
  })

  it('says that a post is vacant instead of naming who has left it', async () => {
    const household = await home()
    const post = house.as('yuXiaoqing').post ?? ''
    await house.send(village(), makeBond, {
      id: id(),
      kind: 'member_household',
      from: { kind: 'post', id: post },
      to: door(household),
    })
    await house.rows(`update posts.post set held = daterange(lower(held), '${TODAY}') where id = '${post}'`)
    expect((await who({ household }))[0]).toMatchObject({ held: false, person: null, name: '' })
  })

  it('is asked within the own place only, and shown to those concerned', async () => {
    const household = await home()
    await bind(cast.yuWeidong.id, household)
    await who({ household })
    for (const other of ['yuXiaoqing', 'zhuJianjun'] as const)
      await expect(who({ household }, other)).rejects.toMatchObject({ code: 'not_found' })
    await expect(who({ household }, 'wangJianping')).rejects.toMatchObject({ code: 'forbidden' })
    const looks = await house.ask(house.as('yuWeidong'), listLooks, {})
    expect(looks.rows.some((look) => JSON.stringify(look).includes('door_bond'))).toBe(true)
    const rows = (await house.ask(house.as('yuXuewen'), findDoors, { limit: 200 })).rows
    expect(rows.map((row) => row.household)).toContain(household)
  })
})

describe('assigning', () => {
  it('refuses what does not fit, is not there, lies in the past, or is there already', async () => {
    const household = await home()
    await bind(cast.yuWeidong.id, household)
    const make = (input: object) =>
      house.send(village(), makeBond, {
        id: id(),
        kind: 'member_household',
        from: person(cast.wangJianping.id),
        to: door(household),
        ...input,
      } as never)
    await expect(make({ from: person(cast.yuWeidong.id) })).rejects.toMatchObject({ code: 'already' })
    await expect(make({ to: { kind: 'place', id: STAGE.grid } })).rejects.toMatchObject({ code: 'invalid' })
    await expect(make({ to: door(uuidv7(START)) })).rejects.toMatchObject({ code: 'not_found' })
    await expect(make({ from: person('x') })).rejects.toMatchObject({ code: 'invalid' })
    await expect(make({ kind: 'no_such_kind' })).rejects.toMatchObject({ code: 'not_found' })
    await expect(make({ day: '2026-08-31' })).rejects.toMatchObject({ code: 'invalid' })
    await expect(
      house.send(house.as('yuXuewen'), makeBond, {
        id: id(),
        kind: 'committee_grid',
        from: { kind: 'post', id: house.as('yuGuorong').post ?? '' },
        to: { kind: 'place', id: ELSEWHERE.grid },
      }),
    ).rejects.toMatchObject({ code: 'forbidden' })
    const [{ n } = { n: -1 }] = await house.rows<{ n: number }>(
      `select count(*)::int as n from kernel.record where kind = 'refusal' and name = 'bonds.make'`,
    )
    expect(n).toBe(7)
  })

  it('keeps the quota, also when two assign the last place at once', async () => {
    const homes = await settleRoad(house, 31)
    for (const { household } of homes.slice(0, 29)) await bind(cast.yuWeidong.id, household)
    const last = homes.slice(29).map(({ household }) => bind(cast.yuWeidong.id, household))
    const outcomes = await Promise.allSettled(last)
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find((one) => one.status === 'rejected')?.reason).toMatchObject({
      code: 'quota_full',
      detail: { most: 30 },
    })
  })

  it('says how many doors are left without anybody when a bond ends', async () => {
    await house.rows(
      `update bonds.bond set until_day = from_day where kind = 'committee_grid' and place = '${STAGE.grid}'`,
    )
    const household = await home()
    const bond = await bind(cast.yuWeidong.id, household)
    const ended = await house.send(village(), endBond, { id: bond, day: TODAY, reason: '本人不愿意再联' })
    expect(ended).toMatchObject({ until: TODAY, left: 1 })
    await expect(house.send(village(), endBond, { id: bond, day: TODAY, reason: '再来一次' })).rejects.toMatchObject({
      code: 'already',
    })
  })
})

describe('kinds are data', () => {
  it('ships eleven kinds without a number; the city sets one from a day on, by a new version', async () => {
    const { rows } = await house.ask(house.nobody, listKinds, {})
    expect(rows).toHaveLength(11)
    const { version: _, ...kind } =
      rows.find(({ code }) => code === 'building_head') ??
      (() => {
        throw new Error('no such kind')
      })()
    expect(kind.quota).toBeNull()
    const next = { ...kind, quota: 40, fromDay: TODAY, reason: '市里定的数' }
    expect((await house.send(house.as('zhuGuoliang'), setKind, next)).version).toBe(2)
    const now = (await house.ask(house.nobody, listKinds, {})).rows.find(({ code }) => code === 'building_head')
    expect(now).toMatchObject({ quota: 40, version: 2 })
    expect(
      (await house.ask(house.nobody, listKinds, { history: true })).rows.filter(({ code }) => code === 'building_head'),
    ).toHaveLength(2)
    await expect(
      house.send(house.as('zhuGuoliang'), setKind, { ...next, fromDay: '2026-08-01' }),
    ).rejects.toMatchObject({ code: 'invalid' })
    await expect(house.send(house.as('chenLixin'), setKind, next)).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('a household chooses', () => {
  it('its own party member, changes after a while, and both sides say how it goes, in words', async () => {
    const household = await home()
    const granny = house.as('zhengGuixiang')
    const first = await bind(cast.yuWeidong.id, household)
    const [weidong, wang] = [await ready(cast.yuWeidong.id), await ready(cast.wangJianping.id)]
    const offered = (await house.ask(granny, listCandidates, {})).rows.filter(({ answerer }) =>
      [weidong, wang].includes(answerer as never),
    )
    expect(
      offered.map(({ name, room, mine }) => ({ name, room, mine })).toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    ).toEqual([
      { name: '余卫东', room: true, mine: true },
      { name: '汪建平', room: true, mine: false },
    ])
    await expect(house.send(granny, choose, { id: id(), answerer: weidong })).rejects.toMatchObject({ code: 'already' })
    const bond = id()
    const chosen = await house.send(granny, choose, { id: bond, answerer: wang, reason: '住得近' })
    expect(chosen).toMatchObject({ name: '汪建平', changeFrom: dayOf(START + 30 * DAY_MS) })
    const own = await house.ask(granny, ownDoor, {})
    expect(own.door?.answerers[0]).toMatchObject({ name: '汪建平', origin: 'chosen' })
    expect(own.changeFrom).toBe(chosen.changeFrom)
    expect(own.phones).toContainEqual({ person: cast.wangJianping.id, phone: cast.wangJianping.phone })
    await expect(house.send(granny, choose, { id: id(), answerer: weidong })).rejects.toMatchObject({
      code: 'too_soon',
      detail: { from: chosen.changeFrom },
    })
    const [closed] = await house.rows<{ until: string; follows: string }>(
      `select o.until_day as until, n.follows from bonds.bond o join bonds.bond n on n.follows = o.id where o.id = '${String(first)}'`,
    )
    expect(closed).toMatchObject({ until: TODAY, follows: first })
    expect((await house.ask(house.as('wangJianping'), myNotices, {})).rows.map(({ kind }) => kind)).toContain(
      'bond_chosen',
    )
    await house.send(granny, say, { id: id(), bond, text: '上周来换了灯泡，谢谢' })
    await house.send(house.as('wangJianping'), say, { id: id(), bond, text: '老人家腿脚不好，早上去合适' })
    expect((await house.ask(granny, ownDoor, {})).sayings.map(({ by }) => by).toSorted()).toEqual([
      'answerer',
      'household',
    ])
    await expect(house.send(house.as('yuWeidong'), say, { id: id(), bond, text: '我也说一句' })).rejects.toMatchObject({
      code: 'forbidden',
    })
    house.clock.advance(30 * DAY_MS)
    await house.send(granny, choose, { id: id(), answerer: weidong })
    expect((await house.ask(granny, ownDoor, {})).door?.answerers[0]?.name).toBe('余卫东')
  })

  it('somebody who has room, stands ready, and in its own village', async () => {
    const granny = house.as('zhengGuixiang')
    const full = await ready(cast.wangJianping.id, 0)
    await expect(house.send(granny, choose, { id: id(), answerer: full })).rejects.toMatchObject({ code: 'quota_full' })
    await house.send(village(), standDown, { id: full, reason: '外出打工' })
    await expect(house.send(granny, choose, { id: id(), answerer: full })).rejects.toMatchObject({ code: 'gone' })
    const far = id()
    await house.send(house.as('zhuJianjun'), stand, {
      id: far,
      kind: 'member_household',
      place: ELSEWHERE.village,
      source: person(cast.xuLihua.id),
    })
    await expect(house.send(granny, choose, { id: id(), answerer: far })).rejects.toMatchObject({ code: 'forbidden' })
    await house.rows(`delete from homes.member where person = '${cast.xuLihua.id}'`)
    await expect(house.send(house.as('xuLihua'), choose, { id: id(), answerer: far })).rejects.toMatchObject({
      code: 'not_found',
    })
    expect((await house.ask(house.as('xuLihua'), ownDoor, {})).door).toBeNull()
    const list = await house.ask(village(), listAnswerers, { place: STAGE.village, kind: 'member_household' })
    expect(list.rows.some(({ id: one }) => one === full)).toBe(false)
  })
})
