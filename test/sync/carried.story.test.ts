import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { STAGE } from '../../demo/cast.ts'
import { listDuties, suggestDuty } from '#modules/duties/contract.ts'
import { suggestCarried } from '#modules/duties/parts/carried.ts'
import { getPlace, listNames, renamePlace, searchPlaces } from '#modules/places/contract.ts'
import { placeCarried, searchCarried, treeOf } from '#modules/places/parts/carried.ts'
import { takeBundle } from '#modules/sync/contract.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { Phone } from './phone.ts'

let house: House
let phone: Phone
const carried = async <T>(query: { name: string }): Promise<T> => {
  const { entries } = await house.ask(phone.actor, takeBundle, { device: phone.device as never })
  return entries.find((one) => one.query === query.name)?.answer as T
}
beforeAll(async () => {
  house = await openHouse()
  phone = new Phone(house, 'yuXuewen')
  await phone.register()
})
afterAll(() => house.close())

describe('without a network a phone finds by itself what the server would have found', () => {
  it.each(['余东', 'ydc', '村', '沟溪', STAGE.village, 'yudong', '第2网格', '没有这个地方'])(
    'places by %s',
    async (text) => {
      const tree = treeOf(await carried(listNames))
      const asked = { text, under: STAGE.county, limit: 20 } as const
      const { rows } = await house.ask(phone.actor, searchPlaces, asked)
      const told = (all: typeof rows) => all.map(({ place, path }) => ({ code: place.code, name: place.name, path }))
      expect(told(searchCarried(tree, asked).rows)).toEqual(told(rows))
    },
  )

  it('a village with its grids; of another county nothing', async () => {
    const tree = treeOf(await carried(listNames))
    const { place, path, children } = await house.ask(phone.actor, getPlace, { code: STAGE.village })
    const found = placeCarried(tree, STAGE.village)
    expect(found?.path).toEqual(path)
    expect(found?.place).toMatchObject({ code: place.code, name: place.name, kind: place.kind, parent: place.parent })
    expect(found?.children.map(({ code }) => code)).toEqual(children.map(({ code }) => code))
    expect(placeCarried(tree, '330881121228')).toBeUndefined()
  })

  it('a place that was renamed, by the name people still say', async () => {
    const day = new Date(house.clock.now()).toISOString().slice(0, 10)
    const renamed = { code: STAGE.village, name: '余东画村', day, reason: '村名变更' }
    await house.send(house.as('chenLixin'), renamePlace, renamed)
    await house.relay()
    const found = searchCarried(treeOf(await carried(listNames)), { text: '余东村', level: 'village', limit: 3 })
    expect(found.rows[0]?.place).toMatchObject({ code: STAGE.village, name: '余东画村' })
  })

  it.each(['路灯不亮了', '工地拖欠工资三个月', '邻居吵架', '水渠堵了，水漫到路上', '没有意思的话'])(
    'the kind of "%s"',
    async (text) => {
      const suggest = suggestCarried(await carried(listDuties))
      expect(suggest(text)).toEqual(await house.ask(phone.actor, suggestDuty, { text }))
    },
  )
})
