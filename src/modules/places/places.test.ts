import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { STAGE } from '../../../demo/cast.ts'
import { DAY_MS } from '#kernel/clock.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { PlaceId } from '#modules/places/contract.ts'
import { type House, openHouse, START } from '#test/city/house.ts'
import { locator, placeTree } from './api.ts'
import {
  getLayer,
  getPlace,
  listPlaceChanges,
  locatePlace,
  mergePlaces,
  renamePlace,
  searchPlaces,
  splitPlace,
} from './contract.ts'
import { outline } from './outlines.ts'
import { shippedLayer } from './shipped.ts'

const newId = () => PlaceId.parse(uuidv7(START))
const TODAY = '2026-09-01'
const YUDONG = STAGE.village
const YUXI = '330802211210'

describe('places', () => {
  let house: House
  let kecheng: ReturnType<House['as']>
  beforeAll(async () => {
    house = await openHouse()
    kecheng = house.as('chenLixin')
  })
  afterAll(() => house.close())

  it('shows a place to anybody, with its path and what lies below', async () => {
    const { place, path, children } = await house.ask(house.nobody, getPlace, { code: YUDONG })
    expect(place).toMatchObject({
      name: '余东村',
      level: 'village',
      parent: STAGE.township,
      validFrom: '2023-06-30',
      validTo: null,
    })
    expect(path.map(({ name }) => name)).toEqual(['衢州市', '柯城区', '沟溪乡', '余东村'])
    expect(children.map(({ code }) => code)).toContain(STAGE.grid)
    await expect(house.ask(house.nobody, getPlace, { code: '330899' })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('finds places by name, initials and code', async () => {
    const codes = async (text: string) =>
      (await house.ask(house.nobody, searchPlaces, { text })).rows.map(({ place }) => place.code)
    expect((await codes('余东'))[0]).toBe(YUDONG)
    expect((await codes('ydc'))[0]).toBe(YUDONG)
    expect((await codes(YUDONG))[0]).toBe(YUDONG)
    expect(await codes('没有这个地方')).toEqual([])
  })

  it('locates a point in its grid, whichever way the phone counts, and refuses what is far outside', async () => {
    const centre = shippedLayer().places.find(({ code }) => code === STAGE.grid)?.centre ?? [0, 0]
    const [lon, lat] = centre
    const found = await house.ask(house.nobody, locatePlace, { lon, lat, crs: 'wgs84' })
    expect(found).toMatchObject({ grid: { code: STAGE.grid }, inside: true, metres: 0 })
    expect(found.path).toHaveLength(5)
    const asGcj = await house.ask(house.nobody, locatePlace, { lon: lon + 0.00478, lat: lat - 0.00317, crs: 'gcj02' })
    expect(asGcj.grid.code.slice(0, 9)).toBe(STAGE.township)
    await expect(house.ask(house.nobody, locatePlace, { lon: 121.47, lat: 31.23, crs: 'wgs84' })).rejects.toMatchObject(
      { code: 'outside_area' },
    )
  })

  it('says where the borders come from and that they are no legal ones', async () => {
    const about = await house.ask(house.nobody, getLayer, {})
    expect(about.notice.zh).toContain('非法定界线')
    expect(about.mapApprovalNumber.en).toContain('No map approval number')
  })

  it('serves outlines compressed, tagged, and only of places there are', async () => {
    const map = await outline(house.p, `township-${STAGE.township}`)
    const again = await outline(house.p, `township-${STAGE.township}`)
    expect(again?.etag).toBe(map?.etag)
    expect(map?.etag).toMatch(/^"[\w-]{22}"$/)
    if (!map) throw new Error('no map')
    expect(gunzipSync(map.gzip).equals(map.plain)).toBe(true)
    expect(brotliDecompressSync(map.brotli).equals(map.plain)).toBe(true)
    expect(await outline(house.p, 'county-999999')).toBeUndefined()
    expect(await outline(house.p, `county-${STAGE.township}`)).toBeUndefined()
    expect(await outline(house.p, '../../etc/passwd')).toBeUndefined()
  })

  it('refuses changes by those below, by another county, and by residents; the refusal is on record', async () => {
    const input = { code: YUDONG, name: '余东新村', day: TODAY, reason: '合村' }
    for (const who of ['huWeiping', 'yuGuorong', 'zhuJianjun', 'wangJianping', 'yeWenjing'] as const)
      await expect(house.send(house.as(who), renamePlace, input), who).rejects.toMatchObject({ code: 'forbidden' })
    await expect(house.send(house.nobody, renamePlace, input)).rejects.toMatchObject({ code: 'unauthenticated' })
    const refused = await house.rows<{ n: number }>(
      `select count(*)::int as n from kernel.record where name = 'places.rename' and kind = 'refusal'`,
    )
    expect(refused[0]?.n).toBe(6)
  })

  it('refuses what is dated back, and a place that is not there', async () => {
    const yesterday = { code: YUDONG, name: '余东新村', day: '2026-08-31', reason: '更名' }
    await expect(house.send(kecheng, renamePlace, yesterday)).rejects.toMatchObject({ code: 'invalid' })
    await expect(
      house.send(kecheng, renamePlace, { ...yesterday, code: '330802211999', day: TODAY }),
    ).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('when the tree changes', () => {
  let house: House
  let kecheng: ReturnType<House['as']>
  beforeEach(async () => {
    house = await openHouse()
    kecheng = house.as('chenLixin')
    return () => house.close()
  })

  it('a village is renamed from a day on; until then it keeps its name, and the old one still finds it', async () => {
    await house.send(kecheng, renamePlace, { code: YUDONG, name: '余东画村', day: '2026-09-02', reason: '农民画之乡' })
    await house.relay()
    const nameNow = async () => (await house.ask(house.nobody, getPlace, { code: YUDONG })).place.name
    expect(await nameNow()).toBe('余东村')
    await expect(
      house.send(kecheng, renamePlace, { code: YUDONG, name: '又一村', day: TODAY, reason: '又更名' }),
    ).rejects.toMatchObject({ code: 'conflict' })
    house.clock.advance(DAY_MS)
    expect(await nameNow()).toBe('余东画村')
    expect((await house.ask(house.nobody, getPlace, { code: YUDONG, day: TODAY })).place.name).toBe('余东村')
    const found = await house.ask(house.nobody, searchPlaces, { text: '余东村', level: 'village' })
    expect(found.rows.map(({ place }) => place.name)).toEqual(['余东画村'])
    expect((await house.ask(house.nobody, searchPlaces, { text: 'ydhc' })).rows[0]?.place.code).toBe(YUDONG)
  })

  it('two villages become one from today: grids move, points follow, history stays, and the same command twice is once', async () => {
    const tree = await placeTree(house.p)
    const grids = [YUDONG, YUXI].flatMap((code) => tree.children(code))
    const moved = tree.children(YUXI)[0]
    const into = { id: newId(), code: YUDONG, name: '余村' }
    const input = { codes: [YUDONG, YUXI], into, day: TODAY, reason: '行政村规模调整' }
    const key = house.key()
    const [made, again] = await Promise.all([
      house.send(kecheng, mergePlaces, input, key),
      house.send(kecheng, mergePlaces, input, key),
    ])
    expect(made).toEqual(again)
    expect(made).toMatchObject({ code: YUDONG, name: '余村', validFrom: TODAY })
    await house.relay()

    const now = await house.ask(house.nobody, getPlace, { code: YUDONG })
    expect(now.children).toHaveLength(grids.length)
    expect(now.predecessors.map(({ name }) => name)).toEqual(['余东村', tree.nameOf(YUXI)])
    const gone = await house.ask(house.nobody, getPlace, { code: YUXI })
    expect(gone.place).toMatchObject({ validTo: TODAY })
    expect(gone.successors).toEqual([{ code: YUDONG, name: '余村', day: TODAY }])
    const before = await house.ask(house.nobody, getPlace, { code: YUXI, day: '2026-08-31' })
    expect(before.children.map(({ code }) => code)).toEqual(tree.children(YUXI).map(({ code }) => code))

    const [lon, lat] = [moved?.lon ?? 0, moved?.lat ?? 0]
    const located = (await locator(house.p)).at(lon, lat)
    expect(located.inside).toBe(true)
    expect(located.code.startsWith(YUDONG)).toBe(true)
    expect((await placeTree(house.p)).nameOf(moved?.code ?? '')).toBe(moved?.name)

    const changes = await house.ask(house.nobody, listPlaceChanges, { under: STAGE.county })
    expect(changes.rows).toMatchObject([{ kind: 'merge', from: [YUDONG, YUXI], to: [YUDONG], day: TODAY }])
    const map = JSON.parse((await outline(house.p, `township-${STAGE.township}`))?.plain.toString() ?? '{}') as {
      objects: { villages: { geometries: { id: string; properties: { name: string } }[] } }
    }
    const drawn = map.objects.villages.geometries
    expect(drawn.find(({ id }) => id === YUDONG)?.properties.name).toBe('余村')
    expect(drawn.some(({ id }) => id === YUXI)).toBe(false)
  })

  it('a merge dated ahead changes nothing until its day, and nobody may cross it with another', async () => {
    const into = { id: newId(), code: '330802211299', name: '余村' }
    await house.send(kecheng, mergePlaces, { codes: [YUDONG, YUXI], into, day: '2026-10-01', reason: '行政村规模调整' })
    await house.relay()
    expect((await placeTree(house.p)).get(YUXI)).toBeDefined()
    const other = {
      codes: [YUXI, '330802211211'],
      into: { ...into, id: newId(), code: '330802211298' },
      day: '2026-09-15',
      reason: '另一决定',
    }
    await expect(house.send(kecheng, mergePlaces, other)).rejects.toMatchObject({ code: 'conflict' })
    house.clock.advance(30 * DAY_MS)
    const tree = await placeTree(house.p)
    expect(tree.get(YUXI)).toBeUndefined()
    expect(tree.successor(YUXI)).toBe('330802211299')
  })

  it('a grid is split; until new borders are loaded its points go to the first part', async () => {
    const parts = [
      { id: newId(), code: `${YUDONG}081`, name: '余东村东网格' },
      { id: newId(), code: `${YUDONG}082`, name: '余东村西网格' },
    ]
    const centre = (await placeTree(house.p)).get(STAGE.grid)
    await house.send(kecheng, splitPlace, { code: STAGE.grid, into: parts, day: TODAY, reason: '户数超过五百' })
    await house.relay()
    const found = await house.ask(house.nobody, locatePlace, {
      lon: centre?.lon ?? 0,
      lat: centre?.lat ?? 0,
      crs: 'wgs84',
    })
    expect(found).toMatchObject({ grid: { code: `${YUDONG}081` }, inside: true })
    const gone = await house.ask(house.nobody, getPlace, { code: STAGE.grid })
    expect(gone.successors.map(({ code }) => code)).toEqual([`${YUDONG}081`, `${YUDONG}082`])
  })

  it('refuses a code that is taken, an id that is taken, and what are no siblings', async () => {
    const merge = (codes: string[], code: string, id = newId()) =>
      house.send(kecheng, mergePlaces, { codes, into: { id, code, name: '余村' }, day: TODAY, reason: '调整' })
    await expect(merge([YUDONG, YUXI], '330802211211')).rejects.toMatchObject({ code: 'conflict' })
    await expect(merge([YUDONG, STAGE.grid], YUDONG)).rejects.toMatchObject({ code: 'invalid' })
    const taken = (await placeTree(house.p)).get(STAGE.township)
    await expect(merge([YUDONG, YUXI], YUDONG, PlaceId.parse(taken?.id))).rejects.toMatchObject({ code: 'already' })
    expect((await placeTree(house.p)).get(YUXI)).toBeDefined()
  })

  it('pages through changes without losing or repeating one', async () => {
    for (const code of [YUDONG, YUXI, '330802211211']) {
      await house.send(kecheng, renamePlace, { code, name: `新${code.slice(-3)}村`, day: TODAY, reason: '更名' })
      house.clock.advance(1000)
    }
    const first = await house.ask(house.nobody, listPlaceChanges, { under: STAGE.township, limit: 2 })
    const second = await house.ask(house.nobody, listPlaceChanges, {
      under: STAGE.township,
      limit: 2,
      cursor: first.next ?? '',
    })
    expect([...first.rows, ...second.rows].map(({ to }) => to[0])).toEqual(['新211村', '新210村', '新209村'])
    expect(second.next).toBeNull()
    await expect(
      house.ask(house.nobody, listPlaceChanges, { under: STAGE.township, cursor: 'x' }),
    ).rejects.toMatchObject({ code: 'invalid' })
  })
})
