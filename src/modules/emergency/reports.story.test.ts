import { afterEach, beforeEach, expect, it } from 'vitest'
import { STAGE } from '../../../demo/cast.ts'
import { HOUR_MS, instant } from '#kernel/clock.ts'
import { type CastName, type House, openHouse, START } from '#test/city/house.ts'
import { beginResponse, endResponse } from '#test/city/response.ts'
import { approve, giveBack, situation, tell, trend } from './contract-reports.ts'

let house: House
let activation: never
beforeEach(async () => {
  house = await openHouse()
  activation = (await beginResponse(house, { area: [STAGE.township] })).id
})
afterEach(() => house.close())

const round = { no: 1 }
const say = (who: CastName, place: string, figures: Record<string, number>, no = 1) =>
  house.send(house.as(who), tell, { activation, place: place as never, no, figures })
const fix = (who: CastName, place: string, more: object = {}) =>
  house.send(house.as(who), approve, { activation, place: place as never, ...round, ...more })
const see = (who: CastName, place?: string) =>
  house.ask(house.as(who), situation, { activation, ...(place ? { place: place as never } : {}) })
const otherVillages = async () =>
  (await see('huWeiping')).children.map(({ place }) => place).filter((place) => place !== STAGE.village)

it('goes up the tree: a township fixes its sum when its villages have, and the level above reads it', async () => {
  const start = await see('yuGuorong')
  expect(start).toMatchObject({
    no: 1,
    dueAt: instant(START + 12 * HOUR_MS),
    node: { place: STAGE.village, state: 'open', can: ['tell', 'approve'] },
  })
  expect(start.figures.map(({ key }) => key)).toContain('moved')
  await say('yuGuorong', STAGE.village, { to_move: 40, moved: 12 })
  await expect(fix('huWeiping', STAGE.township)).rejects.toMatchObject({
    code: 'left_without',
    detail: { count: expect.any(Number) },
  })
  expect(await fix('yuGuorong', STAGE.village)).toEqual({ figures: { to_move: 40, moved: 12 }, late: false })
  await expect(say('yuGuorong', STAGE.village, { moved: 13 })).rejects.toMatchObject({ code: 'already' })
  const others = await otherVillages()
  const without = others.map((place) => ({ place: place as never, reason: '通信中断，派人去了' }))
  await say('huWeiping', STAGE.township, { shelters: 2 })
  expect(await fix('huWeiping', STAGE.township, { without })).toEqual({
    figures: { shelters: 2, to_move: 40, moved: 12 },
    late: false,
  })
  const seen = await see('chenLixin', STAGE.township)
  expect(seen.node).toMatchObject({
    state: 'approved',
    figures: { moved: 12 },
    children: { approved: 1 },
    can: ['giveBack'],
  })
  expect(seen.node.without).toHaveLength(others.length)
})

it('is locked once the node above has fixed its own, and unlocked from the top down', async () => {
  await say('yuGuorong', STAGE.village, { moved: 12 })
  await fix('yuGuorong', STAGE.village)
  const without = (await otherVillages()).map((place) => ({ place: place as never, reason: '没有险情' }))
  await fix('huWeiping', STAGE.township, { without })
  const back = (who: CastName, place: string) =>
    house.send(house.as(who), giveBack, { activation, place: place as never, ...round, reason: '转移人数不对' })
  await expect(back('huWeiping', STAGE.village)).rejects.toMatchObject({ code: 'conflict' })
  await expect(back('yuGuorong', STAGE.village)).rejects.toMatchObject({ code: 'forbidden' })
  await back('huWeiping', STAGE.township)
  expect(await back('huWeiping', STAGE.village)).toEqual({ state: 'returned' })
  expect((await see('yuGuorong')).node).toMatchObject({
    state: 'returned',
    whyReturned: '转移人数不对',
    can: ['tell', 'approve'],
  })
  await say('yuGuorong', STAGE.village, { moved: 15 })
  expect((await fix('yuGuorong', STAGE.village)).figures).toEqual({ moved: 15 })
})

it('asks for nothing but what the playbook asks, of the nodes of the area, for rounds that have begun', async () => {
  await expect(say('yuGuorong', STAGE.village, { parties: 3 })).rejects.toMatchObject({ code: 'invalid' })
  await expect(say('yuXuewen', STAGE.grid, { moved: 1 })).rejects.toMatchObject({ code: 'not_found' })
  await expect(say('yuGuorong', STAGE.township, { moved: 1 })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(say('yuGuorong', STAGE.village, { moved: 1 }, 2)).rejects.toMatchObject({ code: 'too_soon' })
  await expect(fix('yuGuorong', STAGE.village)).rejects.toMatchObject({ code: 'left_without' })
})

it('is late when its time is over, and the next round has begun; the curve shows both', async () => {
  await say('yuGuorong', STAGE.village, { moved: 12 })
  await fix('yuGuorong', STAGE.village)
  house.clock.advance(13 * HOUR_MS)
  expect((await see('yuGuorong')).no).toBe(2)
  const others = await otherVillages()
  const late = await fix('huWeiping', STAGE.township, {
    without: others.map((place) => ({ place: place as never, reason: '没有险情' })),
  })
  expect(late.late).toBe(true)
  await say('yuGuorong', STAGE.village, { moved: 20 }, 2)
  const curve = await house.ask(house.as('yuGuorong'), trend, { activation, figure: 'moved' })
  expect(curve.rows).toMatchObject([
    { no: 1, value: 12 },
    { no: 2, value: null },
  ])
  await endResponse(house, activation)
  await expect(say('yuGuorong', STAGE.village, { moved: 21 }, 2)).rejects.toMatchObject({ code: 'conflict' })
})
