import { makeSurname, nameFor } from './names.ts'
import type { Random } from './random.ts'

/** Somebody of a household, before ids and doors. `phone` says whether this one has a phone of the own. */
export type Kin = {
  name: string
  sex: 'female' | 'male'
  born: string
  relation: 'head' | 'spouse' | 'child' | 'child_in_law' | 'grandchild' | 'parent' | 'sibling' | 'lodger' | 'worker'
  residence: 'own' | 'rent' | 'lodge' | 'away'
  phone: boolean
}
/** The year that ages are reckoned from; the city is as old on every machine. */
const YEAR = 2026

const SHAPES = [
  ['nuclear', 27],
  ['old couple', 21],
  ['three generations', 19],
  ['alone', 13],
  ['left behind', 9],
  ['tenants', 7],
  ['couple', 4],
] as const
type Shape = (typeof SHAPES)[number][0]

type Born = {
  age: number
  sex: 'female' | 'male'
  surname?: string
  relation: Kin['relation']
  residence?: Kin['residence']
}

/** A household as they are in western Zhejiang: many old, many away for work, some who came from elsewhere. About three people. */
export function makeFamily(
  random: Random,
  { shape = random.weighted(SHAPES), surname = makeSurname(random) }: { shape?: Shape; surname?: string } = {},
): Kin[] {
  const kin = (one: Born): Kin => {
    const { sex, age, relation, residence = 'own' } = one
    return {
      name: nameFor(random, one.surname ?? surname, sex),
      sex,
      born: birthday(random, YEAR - age),
      relation,
      residence,
      phone: age >= 14 && age < 85 && random.chance(age < 70 ? 0.95 : 0.6),
    }
  }
  return MAKE[shape](random, kin)
}

type Make = (random: Random, kin: (one: Born) => Kin) => Kin[]
const otherName = (random: Random): string => makeSurname(random)
const sexOf = (random: Random): 'female' | 'male' => (random.chance(0.5) ? 'female' : 'male')
/** Of those of working age about a third work elsewhere. */
const worksAway = (random: Random): Kin['residence'] => (random.chance(0.32) ? 'away' : 'own')

function children(random: Random, parent: number, relation: 'child' | 'grandchild'): Born[] {
  const first = parent - random.int(23, 31)
  const many = random.weighted([
    [1, 55],
    [2, 38],
    [3, 7],
  ] as const)
  return Array.from({ length: many }, (_, at) => ({
    age: first - at * random.int(2, 6),
    sex: sexOf(random),
    relation,
  })).filter(({ age }) => age >= 0)
}
const couple = (random: Random, age: number): Born[] => [
  { age, sex: 'male', relation: 'head' },
  { age: Math.max(20, age - random.int(-2, 5)), sex: 'female', relation: 'spouse', surname: otherName(random) },
]
const grown = (random: Random, one: Born): Born => (one.age >= 18 ? { ...one, residence: worksAway(random) } : one)

const MAKE: Record<Shape, Make> = {
  alone: (random, kin) => [
    kin({ age: random.chance(0.7) ? random.int(62, 95) : random.int(22, 60), sex: sexOf(random), relation: 'head' }),
  ],
  couple: (random, kin) => couple(random, random.int(24, 58)).map(kin),
  'old couple': (random, kin) => couple(random, random.int(60, 86)).map(kin),
  nuclear(random, kin) {
    const age = random.int(28, 60)
    return [
      ...couple(random, age)
        .map((one) => grown(random, one))
        .map((one) => ({ ...one, residence: one.relation === 'head' ? ('own' as const) : (one.residence ?? 'own') })),
      ...children(random, age, 'child').map((one) => grown(random, one)),
    ].map(kin)
  },
  'three generations'(random, kin) {
    const age = random.int(54, 74)
    const son = age - random.int(23, 30)
    const young: Born[] = [
      { age: son, sex: 'male', relation: 'child', residence: worksAway(random) },
      {
        age: Math.max(20, son - random.int(-1, 4)),
        sex: 'female',
        relation: 'child_in_law',
        surname: otherName(random),
        residence: worksAway(random),
      },
    ]
    return [...couple(random, age), ...young, ...children(random, son, 'grandchild')].map(kin)
  },
  'left behind'(random, kin) {
    const age = random.int(55, 72)
    const son = age - random.int(23, 30)
    const away: Born[] = [
      { age: son, sex: 'male', relation: 'child', residence: 'away' },
      {
        age: Math.max(20, son - 2),
        sex: 'female',
        relation: 'child_in_law',
        surname: otherName(random),
        residence: 'away',
      },
    ]
    return [...couple(random, age), ...away, ...children(random, son, 'grandchild')].map(kin)
  },
  tenants: (random, kin) =>
    Array.from({ length: random.int(1, 5) }, (_, at) => ({
      age: random.int(19, 52),
      sex: sexOf(random),
      relation: at === 0 ? ('head' as const) : ('lodger' as const),
      residence: 'rent' as const,
      surname: otherName(random),
    })).map(kin),
}

function birthday(random: Random, year: number): string {
  const two = (n: number): string => String(n).padStart(2, '0')
  // nobody is born after the first of January of the year that ages are reckoned from
  return year >= YEAR
    ? `${YEAR - 1}-${two(random.int(7, 13))}-${two(random.int(1, 29))}`
    : `${year}-${two(random.int(1, 13))}-${two(random.int(1, 29))}`
}
