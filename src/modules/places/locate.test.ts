import fc from 'fast-check'
import type { MultiPolygon, Polygon, Position } from 'geojson'
import { feature } from 'topojson-client'
import { describe, expect, it } from 'vitest'
import { readLayer } from './layers/layer.ts'
import { type GridOutline, makeLocator } from './locate.ts'

const { topology, places } = readLayer()
const outlines: GridOutline[] = feature(topology, topology.objects.grids).features.flatMap(({ id, geometry }) =>
  geometry.type === 'Polygon' || geometry.type === 'MultiPolygon' ? [{ code: String(id), shape: geometry }] : [],
)
const locator = makeLocator(outlines)

describe('point to grid, in the demonstration city', () => {
  it('finds every one of the 4,236 grids by a point inside it', () => {
    const grids = places.filter((place) => place.level === 'grid')
    expect(grids).toHaveLength(4236)
    for (const { code, centre } of grids) expect(locator.at(...centre)).toEqual({ code, inside: true, metres: 0 })
  })

  it('gives each corner and each middle of a border to exactly one of the grids that touch it', () => {
    const touching = new Map<string, Set<string>>()
    for (const { code, shape } of outlines)
      for (const ring of ringsOf(shape))
        ring.forEach(([ax = 0, ay = 0], at) => {
          const [bx = 0, by = 0] = ring[at + 1] ?? ring[0] ?? []
          for (const key of [`${ax},${ay}`, `${(ax + bx) / 2},${(ay + by) / 2}`])
            touching.set(key, (touching.get(key) ?? new Set()).add(code))
        })
    expect(touching.size).toBeGreaterThan(80_000)
    for (const [key, codes] of touching) {
      const [lon = 0, lat = 0] = key.split(',').map(Number)
      const found = locator.at(lon, lat)
      expect(found.inside && codes.has(found.code), key).toBe(true)
    }
  })

  it('gives every point inside the city to one grid, and agrees with a plain reading of all outlines', () => {
    const lon = fc.double({ min: 118.5, max: 119.1, noNaN: true })
    const lat = fc.double({ min: 28.6, max: 29.1, noNaN: true })
    fc.assert(
      fc.property(lon, lat, (x, y) => {
        const holding = outlines.filter(({ shape }) => holds(shape, [x, y])).map(({ code }) => code)
        const found = locator.at(x, y)
        expect(holding.length <= 1).toBe(true)
        if (holding[0]) expect(found).toEqual({ code: holding[0], inside: true, metres: 0 })
        else expect(found.metres === 0).toBe(found.inside)
      }),
      { numRuns: 300 },
    )
  })

  it('gives outside the city the nearest grid, as a search of all borders does', () => {
    const near = fc.tuple(
      fc.double({ min: 117.5, max: 119.9, noNaN: true }),
      fc.double({ min: 27.8, max: 30, noNaN: true }),
    )
    fc.assert(
      fc.property(near, ([x, y]) => {
        const found = locator.at(x, y)
        if (found.inside) return
        const all = outlines.map(({ code, shape }) => ({ code, metres: metresTo(shape, [x, y]) }))
        const least = Math.min(...all.map(({ metres }) => metres))
        expect(found.metres).toBeCloseTo(least, 3)
        expect(all.find(({ code }) => code === found.code)?.metres).toBeCloseTo(least, 3)
      }),
      { numRuns: 60 },
    )
  })

  it('knows how far Hangzhou is', () => {
    const found = locator.at(120.153, 30.287)
    expect(found.inside).toBe(false)
    expect(found.metres).toBeGreaterThan(100_000)
  })
})

describe('point to grid, in small', () => {
  const box = (x: number, y: number, size: number): Position[] => [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
    [x, y],
  ]
  const square = (code: string, ...rings: Position[][]): GridOutline => ({
    code,
    shape: { type: 'Polygon', coordinates: rings },
  })

  it('lets the grid to the east hold a border, and the one to the north a level border', () => {
    const four = makeLocator([
      square('sw', box(0, 0, 1)),
      square('se', box(1, 0, 1)),
      square('nw', box(0, 1, 1)),
      square('ne', box(1, 1, 1)),
    ])
    expect(four.at(1, 0.5).code).toBe('se')
    expect(four.at(0.5, 1).code).toBe('nw')
    expect(four.at(1, 1).code).toBe('ne')
    expect(four.at(0, 0)).toEqual({ code: 'sw', inside: true, metres: 0 })
    expect(four.at(2, 2)).toEqual({ code: 'ne', inside: true, metres: 0 })
    expect(four.at(2, 0.5)).toEqual({ code: 'se', inside: true, metres: 0 })
  })
  it('leaves a hole to the grid that lies in it, or to nobody', () => {
    const ring = square('ring', box(0, 0, 3), box(1, 1, 1).toReversed())
    expect(makeLocator([ring, square('hole', box(1, 1, 1))]).at(1.5, 1.5).code).toBe('hole')
    const alone = makeLocator([ring]).at(1.5, 1.5)
    expect(alone).toMatchObject({ code: 'ring', inside: false })
    expect(alone.metres).toBeCloseTo(0.5 * 111_195 * Math.cos((1.5 * Math.PI) / 180), -2)
  })
  it('finds a grid in any of its parts', () => {
    const scattered: GridOutline = {
      code: 'both',
      shape: { type: 'MultiPolygon', coordinates: [[box(0, 0, 1)], [box(5, 0, 1)]] },
    }
    const found = makeLocator([scattered, square('between', box(2, 0, 2))])
    expect([found.at(0.5, 0.5).code, found.at(5.5, 0.5).code, found.at(3, 0.5).code]).toEqual([
      'both',
      'both',
      'between',
    ])
  })
  it('answers the same whatever order the outlines come in', () => {
    const reversed = makeLocator(outlines.slice(0, 400).toReversed())
    const forward = makeLocator(outlines.slice(0, 400))
    for (const { shape } of outlines.slice(0, 400)) {
      const [lon = 0, lat = 0] = ringsOf(shape)[0]?.[0] ?? []
      expect(reversed.at(lon, lat)).toEqual(forward.at(lon, lat))
    }
  })
  it('refuses what is not a position, and a layer without outlines', () => {
    expect(() => locator.at(Number.NaN, 29)).toThrow(RangeError)
    expect(() => makeLocator([])).toThrow('at least one outline')
  })
})

const ringsOf = (shape: Polygon | MultiPolygon): Position[][] =>
  shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat()

function holds(shape: Polygon | MultiPolygon, [x = 0, y = 0]: Position): boolean {
  let odd = false
  for (const ring of ringsOf(shape))
    ring.forEach(([ax = 0, ay = 0], at) => {
      const [bx = 0, by = 0] = ring[at + 1] ?? ring[0] ?? []
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) odd = !odd
    })
  return odd
}

function metresTo(shape: Polygon | MultiPolygon, [x = 0, y = 0]: Position): number {
  const stretch = Math.cos((((28.241526999999998 + 29.499572) / 2) * Math.PI) / 180)
  let least = Infinity
  for (const ring of ringsOf(shape))
    for (let at = 0; at + 1 < ring.length; at++) {
      const [a, b] = [ring[at] ?? [], ring[at + 1] ?? []]
      const [ax, ay] = [(a[0] ?? 0) * stretch, a[1] ?? 0]
      const [dx, dy] = [(b[0] ?? 0) * stretch - ax, (b[1] ?? 0) - ay]
      const [px, py] = [x * stretch - ax, y - ay]
      const along = Math.max(0, Math.min(1, (px * dx + py * dy) / (dx * dx + dy * dy || 1)))
      least = Math.min(least, Math.hypot(px - along * dx, py - along * dy))
    }
  return least * 111_195
}
