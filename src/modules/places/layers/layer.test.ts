import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { geoArea } from 'd3-geo'
import { feature } from 'topojson-client'
import { describe, expect, it } from 'vitest'
import { countyMap, type MapTopology, overviewMap, townshipMap } from './extract.ts'
import { DEMO_LAYER, outlineOf, readLayer } from './layer.ts'
import { placeNames } from './naming.ts'
import { ringsOf } from './shape.ts'

const layer = readLayer()
const byCode = new Map(layer.places.map((place) => [place.code, place]))

describe('the demonstration layer', () => {
  it('is the whole tree of Quzhou', () => {
    const counted = Object.entries(Object.groupBy(layer.places, (place) => place.level)).map(([k, v]) => [k, v.length])
    expect(Object.fromEntries(counted)).toEqual({ city: 1, county: 6, township: 100, village: 1664, grid: 4236 })
    expect(layer.places.filter((place) => place.kind === 'village')).toHaveLength(1480)
    for (const { parent } of layer.places) expect(parent === null || byCode.has(parent)).toBe(true)
  })
  it('holds the stage of the cast', () => {
    expect(byCode.get('330802211209')).toMatchObject({ name: '余东村', initials: 'ydc', english: 'Yudong Village' })
    expect(byCode.get('330802211209002')).toMatchObject({ name: '余东村第2网格', english: 'Yudong Village Grid 2' })
  })
  it('says where it comes from and that its borders are schematic', () => {
    expect(layer.about.mapApprovalNumber.zh).toBe('无审图号:示意边界,非法定界线')
    expect(layer.about.source).toContain('National Bureau of Statistics')
  })
  it('puts the centre of every place inside it, and inside its box', () => {
    const shapes = outlineOf(layer.topology)
    for (const { code, centre, bbox } of layer.places) {
      const shape = shapes(code)
      expect(shape && crossesOdd(ringsOf(shape), centre), code).toBe(true)
      expect(bbox[0] < centre[0] && centre[0] < bbox[2] && bbox[1] < centre[1] && centre[1] < bbox[3]).toBe(true)
    }
  })
  it('has no outline without a place and no place without an outline', () => {
    const { grids, villages, townships, counties } = layer.topology.objects
    const drawn = [grids, villages, townships, counties].flatMap((all) => all.geometries.map(({ id }) => String(id)))
    expect(drawn.toSorted()).toEqual([...byCode.keys()].filter((code) => code !== '3308').toSorted())
  })
  it('refuses a layer that does not name its map approval number', () => {
    const folder = mkdtempSync(join(tmpdir(), 'layer-'))
    cpSync(fileURLToPath(DEMO_LAYER), folder, { recursive: true })
    const { mapApprovalNumber: _, ...rest } = JSON.parse(readFileSync(join(folder, 'layer.json'), 'utf8')) as Record<
      string,
      unknown
    >
    writeFileSync(join(folder, 'layer.json'), JSON.stringify(rest))
    expect(() => readLayer(pathToFileURL(`${folder}/`))).toThrow('mapApprovalNumber')
    rmSync(folder, { recursive: true })
  })
})

describe('the maps that screens load', () => {
  const maps: [string, MapTopology, Record<string, number>, number][] = [
    ['overview', overviewMap(layer.topology), { counties: 6, townships: 100 }, 80_000],
    ['柯城区', countyMap(layer.topology, '330802'), { townships: 18, villages: 291 }, 110_000],
    ['沟溪乡', townshipMap(layer.topology, '330802211'), { villages: 16, grids: 34 }, 20_000],
  ]
  it.each(maps)('%s is small and complete', (_, map, counts, most) => {
    expect(Object.fromEntries(Object.entries(map.objects).map(([k, v]) => [k, v.geometries.length]))).toEqual(counts)
    expect(JSON.stringify(map).length).toBeLessThan(most)
  })
  it.each(maps)('%s keeps area and winding of every place', (_, map) => {
    const shapes = outlineOf(layer.topology)
    for (const object of Object.values(map.objects))
      for (const shape of feature(map, object).features) {
        const full = shapes(String(shape.id))
        expect(full && Math.abs(geoArea(shape) / geoArea(full) - 1), String(shape.id)).toBeLessThan(0.06)
      }
  })
  it('keeps every point in the most exact one', () => {
    const map = townshipMap(layer.topology, '330802211')
    const shapes = outlineOf(layer.topology)
    for (const { id, geometry } of feature(map, map.objects['grids'] ?? { type: 'GeometryCollection', geometries: [] })
      .features) {
      const full = shapes(String(id))
      if (full && geometry.type === 'Polygon') expect(pointsOf(geometry.coordinates)).toEqual(pointsOf(ringsOf(full)))
    }
  })
})

describe('readings', () => {
  it.each([
    ['衢州市', 'city', 'qzs', 'Quzhou City'],
    ['龙游县', 'county', 'lyx', 'Longyou County'],
    ['石梁镇', 'town', 'slz', 'Shiliang Town'],
    ['廿八都镇', 'town', 'nbdz', 'Nianbadu Town'],
    ['长台镇', 'town', 'ctz', 'Changtai Town'],
    ['大洲镇', 'town', 'dzz', 'Dazhou Town'],
    ['大夫第村', 'village', 'dfdc', 'Dafudi Village'],
    ['地圩村', 'village', 'dwc', 'Diwei Village'],
    ['古县畈村', 'village', 'gxfc', 'Guxianfan Village'],
    ['华埠镇', 'town', 'hbz', 'Huabu Town'],
    ['金川弄村', 'village', 'jclc', 'Jinchuanlong Village'],
    ['缪家村', 'village', 'mjc', 'Miaojia Village'],
    ['乐业社区', 'community', 'lysq', 'Leye Community'],
    ['府山街道', 'subdistrict', 'fsjd', 'Fushan Subdistrict'],
    ['水阁亭居委会', 'community', 'sgtjwh', 'Shuigeting Community'],
  ])('%s', (name, kind, initials, english) => {
    expect(placeNames(name, kind)).toMatchObject({ initials, english })
  })
})

function crossesOdd(rings: readonly (readonly (readonly number[])[])[], [x, y]: readonly [number, number]): boolean {
  let inside = false
  for (const ring of rings)
    ring.forEach(([ax = 0, ay = 0], at) => {
      const [bx = 0, by = 0] = ring[at + 1] ?? ring[0] ?? []
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
    })
  return inside
}

const pointsOf = (rings: readonly (readonly (readonly number[])[])[]): string[] =>
  [...new Set(rings.flat().map((point) => point.map((n) => n.toFixed(7)).join()))].toSorted()
