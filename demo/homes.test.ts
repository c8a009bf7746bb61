import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { isIdNumber } from '#modules/people/rules.ts'
import { castPeople, STAGE } from './cast.ts'
import { makeCity } from './city.ts'
import { demoDensity, type GridHomes, makeHomes } from './homes.ts'
import { demoLines, demoPlaces } from './sources.ts'

const places = demoPlaces()
const before = [...castPeople(), ...makeCity(places, demoLines()).residents].filter(({ home }) => home !== null)
let homes: GridHomes[]
beforeAll(() => {
  homes = [...makeHomes(places, demoDensity(places), before)]
})
const all = <T>(of: (grid: GridHomes) => T[]): T[] => homes.flatMap(of)

describe('the homes of the demo city', () => {
  it('stand in every grid, some three hundred and twenty households in 余东村', () => {
    expect(homes).toHaveLength(4236)
    expect(homes.every(({ dwellings }) => dwellings.length >= 2)).toBe(true)
    const stage = homes.filter(({ place }) => place.startsWith(STAGE.village)).flatMap(({ households }) => households)
    expect(stage.length).toBeGreaterThan(300)
    expect(stage.length).toBeLessThan(345)
  })
  it('are the same every time', () => {
    const hash = (made: unknown): string => createHash('sha256').update(JSON.stringify(made)).digest('hex').slice(0, 16)
    expect(hash([...makeHomes(places, demoDensity(places), before)])).toBe(hash(homes))
  })
  it('have about three people each, a third of the young away, some empty, some let', () => {
    const [households, members] = [all((grid) => grid.households), all((grid) => grid.members)]
    expect(members.length / households.length).toBeGreaterThan(2.8)
    expect(members.length / households.length).toBeLessThan(3.6)
    const share = (is: (one: (typeof members)[number]) => boolean): number => members.filter(is).length / members.length
    expect(share(({ residence }) => residence === 'away')).toBeGreaterThan(0.08)
    expect(share(({ residence }) => residence === 'rent')).toBeGreaterThan(0.02)
    const lived = new Set(households.map(({ dwelling }) => dwelling))
    expect(all((grid) => grid.dwellings).some(({ id }) => !lived.has(id))).toBe(true)
  })
  it('have one head each, parents older than their children, and nobody behind two doors', () => {
    const born = new Map(all((grid) => grid.persons).map((one) => [one.id, one.born]))
    for (const members of Map.groupBy(
      all((grid) => grid.members),
      ({ household }) => household,
    ).values()) {
      expect(members.filter(({ relation }) => relation === 'head')).toHaveLength(1)
      const head = born.get(members.find(({ relation }) => relation === 'head')?.person ?? '')
      for (const { relation, person } of members)
        if (head && relation === 'child') expect((born.get(person) ?? '') > head).toBe(true)
    }
    const living = all((grid) => grid.members).map(({ person }) => person)
    expect(new Set(living).size).toBe(living.length)
  })
  it('give every resident of the cast a door, and id numbers with a right checksum', () => {
    const heads = new Set(all((grid) => grid.households).map(({ head }) => head))
    for (const { id, home } of castPeople()) if (home) expect(heads.has(id)).toBe(true)
    const numbers = all((grid) => grid.persons).flatMap(({ idNumber }) => idNumber ?? [])
    expect(numbers.length).toBeGreaterThan(500)
    expect(numbers.every(isIdNumber)).toBe(true)
  })
})
