import { cast, STAGE } from './cast.ts'
import { type Kin, makeFamily } from './families.ts'
import { HIGHLAND, HIGHLAND_DWELLINGS } from './highland.ts'
import { homePhone, idNumber } from './identifiers.ts'
import { makeIds, makeRandom, type Random } from './random.ts'
import type { DemoPerson, DemoPlace } from './records.ts'

export type DemoDweller = {
  id: string
  name: string
  sex: 'female' | 'male'
  born: string
  phone: string | null
  homePlace: string
  idNumber: string | null
}
export type DemoDwelling = {
  id: string
  place: string
  address: string
  door: string | null
  lon: number
  lat: number
  kind: string
  fromDay: string
}
export type DemoHousehold = { id: string; dwelling: string; place: string; head: string; fromDay: string }
export type DemoMember = {
  id: string
  household: string
  person: string
  place: string
  relation: string
  residence: string
  fromDay: string
}
/** What stands in one grid. People who were there before (a resident who signed in) are members, not persons of it. */
export type GridHomes = {
  place: string
  dwellings: DemoDwelling[]
  households: DemoHousehold[]
  members: DemoMember[]
  persons: DemoDweller[]
}

export type Density = {
  dwellings: (grid: string) => number
  /** Mean of households in a dwelling that somebody lives in. */
  households: number
  /** Share of dwellings nobody lives in. */
  empty: number
  /** Whether people of this grid get an id number; sealing one costs ten microseconds. */
  numbers: (grid: string) => boolean
}

/** 余东村: some 320 households, as the real village has. */
const VILLAGE = 320

export const demoDensity = (places: readonly DemoPlace[]): Density => {
  const ofStage = places.filter(({ level, code }) => level === 'grid' && code.startsWith(STAGE.village)).length
  const onStage = (grid: string): boolean => grid.startsWith(STAGE.village)
  return {
    dwellings(grid) {
      if (onStage(grid)) return Math.round((VILLAGE * 1.08) / ofStage)
      return grid.startsWith(HIGHLAND.village) ? HIGHLAND_DWELLINGS : 2
    },
    households: 1,
    empty: 0.07,
    numbers: onStage,
  }
}

type Making = { random: Random; nextId: () => string; phones: () => string; density: Density }

/**
 * Dwellings, households and people of every grid, one grid after the other, so that a city of any size needs no more memory than
 * a grid. `before` are residents who are there already; each is the head of a household of the grid.
 */
export function* makeHomes(
  places: readonly DemoPlace[],
  density: Density,
  before: readonly DemoPerson[] = [],
): Generator<GridHomes> {
  let number = 0
  const making: Making = {
    random: makeRandom('homes'),
    nextId: makeIds('homes'),
    phones: () => homePhone(number++),
    density,
  }
  const names = new Map(places.map(({ code, name }) => [code, name]))
  const heads = Map.groupBy(before, ({ home }) => home)
  for (const { code, level, centre } of places)
    if (level === 'grid')
      yield gridOf(making, { code, centre, village: names.get(code.slice(0, 12)) ?? '' }, heads.get(code) ?? [])
}

type Grid = { code: string; centre: readonly [number, number]; village: string }
const HAMLETS = '杨家 里宅 外宅 板桥头 上畈 下畈 新屋 大樟树底 祠堂前 溪沿 后山 塘边'.split(' ')

function gridOf(m: Making, { code, centre, village }: Grid, heads: readonly DemoPerson[]): GridHomes {
  const made: GridHomes = { place: code, dwellings: [], households: [], members: [], persons: [] }
  const waiting = [...heads]
  const hamlet = m.random.pick(HAMLETS)
  const urban = /社区|居委会/.test(village)
  const wanted = Math.max(m.density.dwellings(code), waiting.length)
  for (let no = 1; no <= wanted; no++) {
    const dwelling = dwellingOf(m, { code, centre, village, hamlet, urban, no })
    made.dwellings.push(dwelling)
    const known = waiting.shift()
    if (!known && m.random.chance(m.density.empty)) continue
    const behind = known ? 1 : householdsBehind(m)
    for (let one = 0; one < behind; one++) settle(m, made, dwelling, one === 0 ? known : undefined)
  }
  return made
}

const householdsBehind = ({ random, density }: Making): number => {
  const [whole, rest] = [Math.floor(density.households), density.households % 1]
  return whole + (random.chance(rest) ? 1 : 0)
}

type At = {
  code: string
  centre: readonly [number, number]
  village: string
  hamlet: string
  urban: boolean
  no: number
}
function dwellingOf(
  { random, nextId }: Making,
  { code, centre: [lon, lat], village, hamlet, urban, no }: At,
): DemoDwelling {
  const near = (): number => (random.next() - 0.5) * 0.0016
  const round = (degree: number): number => Math.round(degree * 1e6) / 1e6
  const [building, floor] = [Math.ceil(no / 12), Math.ceil((((no - 1) % 12) + 1) / 2)]
  return {
    id: nextId(),
    place: code,
    address: urban ? `${village}${hamlet}小区${building}幢` : `${village}${hamlet}${no}号`,
    door: urban ? `${floor}0${no % 2 === 0 ? 2 : 1}` : null,
    lon: round(lon + near()),
    lat: round(lat + near()),
    kind: urban ? 'flat' : 'house',
    fromDay: '1990-01-01',
  }
}

/** Of the cast, as its story says. */
const ALONE: readonly string[] = [cast.zhengGuixiang.id, cast.xuLihua.id]

/** Half have been there since before anybody wrote it down; about one in forty came in the month before the stage's first day. */
const sinceOf = (random: Random): string => {
  const drawn = random.next()
  if (drawn < 0.5) return '1990-01-01'
  if (drawn > 0.975) return `2026-08-${String(random.int(3, 29)).padStart(2, '0')}`
  return `${random.int(1991, 2026)}-${String(random.int(1, 13)).padStart(2, '0')}-${String(random.int(1, 29)).padStart(2, '0')}`
}

function settle(m: Making, made: GridHomes, dwelling: DemoDwelling, known: DemoPerson | undefined): void {
  const family = makeFamily(m.random, {
    ...(known ? { surname: /^诸葛|^./u.exec(known.name)?.[0] ?? '' } : {}),
    ...(known && ALONE.includes(known.id) ? { shape: 'alone' } : {}),
  })
  const since = sinceOf(m.random)
  const [id, shared, headPhone] = [m.nextId(), m.random.chance(0.3), m.phones()]
  const ids = family.map((kin, at) => {
    if (at === 0 && known) return known.id
    const person = dweller(m, kin, dwelling.place, at === 0 || shared ? headPhone : undefined)
    made.persons.push(person)
    return person.id
  })
  made.households.push({ id, dwelling: dwelling.id, place: dwelling.place, head: ids[0] ?? '', fromDay: since })
  family.forEach(({ relation, residence, born }, at) =>
    made.members.push({
      id: m.nextId(),
      household: id,
      person: ids[at] ?? '',
      place: dwelling.place,
      relation,
      residence,
      fromDay: born > since ? born : since,
    }),
  )
}

/** A third of the families share one phone; the others have one each, where they have any. */
function dweller(
  { nextId, phones, density }: Making,
  kin: Kin,
  place: string,
  familyPhone: string | undefined,
): DemoDweller {
  const { name, sex, born } = kin
  return {
    id: nextId(),
    name,
    sex,
    born,
    phone: kin.phone ? (familyPhone ?? phones()) : null,
    homePlace: place,
    idNumber: density.numbers(place) && kin.residence !== 'rent' ? idNumber(place.slice(0, 6), born, sex) : null,
  }
}
