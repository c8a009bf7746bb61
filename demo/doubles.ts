import { asOwner } from '#kernel/db.ts'
import { instant } from '#kernel/clock.ts'
import { uuidv7 } from '#kernel/ids.ts'
import type { Platform } from '#kernel/platform.ts'
import { wantSearch } from '#modules/matches/store.ts'
import { seedPeople } from '#modules/people/api.ts'
import { castPeople, STAGE } from './cast.ts'
import type { DemoCity } from './city.ts'
import { demoDensity, type DemoDweller, makeHomes } from './homes.ts'
import { makeIds } from './random.ts'
import { demoPlaces } from './sources.ts'

/** Written as they sound: what a clerk hears at a counter. */
const SOUNDS: Record<string, string> = {
  华: '花',
  花: '华',
  芳: '方',
  英: '瑛',
  军: '君',
  伟: '炜',
  明: '鸣',
  建: '健',
  珍: '真',
  红: '虹',
  梅: '玫',
  平: '萍',
  国: '帼',
  志: '智',
  林: '琳',
  生: '声',
  根: '跟',
  海: '嗨',
  春: '椿',
  秀: '绣',
}
type Dirt = (person: DemoDweller) => Partial<DemoDweller>

/** Kinds of dirt that make two entries of one person, of which the second has no number; each as often as its number says. */
const DIRTS: readonly [times: number, dirt: Dirt][] = [
  [2, ({ name }) => ({ name: heard(name) })],
  [2, ({ born }) => ({ born: swapped(born) })],
  [1, () => ({ phone: null })],
  [1, ({ born }) => ({ born: `${born.slice(0, 4)}-01-01` })],
  [1, ({ name }) => ({ name: [...name].join(' '), phone: null })],
]
/** Somebody who was entered in the next township as well, when he worked there. */
const MOVED: readonly [times: number, dirt: Dirt] = [2, () => ({ phone: null })]

const heard = (name: string): string => {
  const letters = [...name]
  const at = letters.findLastIndex((letter, no) => no > 0 && letter in SOUNDS)
  return letters.map((letter, no) => (no === at ? (SOUNDS[letter] ?? letter) : letter)).join('')
}
/** 7 March for 3 July; a day that is no month loses a tenth. */
const swapped = (born: string): string => {
  const [year = '', month = '', day = ''] = born.split('-')
  return Number(day) <= 12 ? `${year}-${day}-${month}` : `${year}-${month}-${String(Number(day) - 10).padStart(2, '0')}`
}

/** A handful of people of the stage's village who were entered twice, and one search that is waiting: the queue is not empty. */
export async function loadDoubles(p: Platform, city: DemoCity): Promise<void> {
  const now = p.clock.now()
  const doubles = doublesOf(city)
  await asOwner(p.db, async (tx) => {
    await seedPeople(
      tx,
      doubles.map((one) => ({ ...one, source: 'household' as const })),
      now,
    )
    await wantSearch(tx, { id: uuidv7(now), place: STAGE.township, at: instant(now) })
  })
}

export function doublesOf(city: DemoCity): DemoDweller[] {
  const places = demoPlaces()
  const before = [...castPeople(), ...city.residents].filter(({ home }) => home !== null)
  const next = places.find(
    ({ code, level }) => level === 'grid' && code.startsWith(STAGE.county) && !code.startsWith(STAGE.township),
  )
  const grown: DemoDweller[] = []
  for (const grid of makeHomes(places, demoDensity(places), before)) {
    if (grid.place > `${STAGE.village}~`) break
    if (grid.place.startsWith(STAGE.village))
      grown.push(...grid.persons.filter(({ born, phone }) => born < '2000' && phone !== null))
  }
  const ids = makeIds('doubles')
  const all = [...DIRTS, MOVED].flatMap(([times, dirt]) => Array.from({ length: times }, () => dirt))
  return all.flatMap((dirt, at) => {
    const person = pick(grown, at * 7, dirt)
    const away = dirt === MOVED[1] ? { homePlace: next?.code ?? STAGE.otherGrid } : {}
    return person ? [{ ...person, idNumber: null, ...dirt(person), ...away, id: ids() }] : []
  })
}

/** The first from a place on whom the dirt changes. */
const pick = (persons: readonly DemoDweller[], from: number, dirt: Dirt): DemoDweller | undefined =>
  persons.slice(from).find((one) => Object.entries(dirt(one)).some(([key, value]) => value !== one[key as 'name']))
