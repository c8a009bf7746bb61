import { MOST_IN_A_BLOCK, PERSON_PASSES } from '#modules/matches/person/passes.ts'
import { PERSON_FIELDS } from '#modules/matches/person/fields.ts'
import { USUAL } from '#modules/matches/person/usual.ts'
import { candidates } from '#modules/matches/linkage/block.ts'
import type { Measured } from '../figures.ts'
import type { Bench } from '../stage.ts'
import { FEBRL_FIELDS, FEBRL_PASSES, hasFebrl, personOf, readFebrl } from '../er/febrl.ts'
import { measure as qualityOf, type Quality } from '../er/quality.ts'
import { makeTown } from '../er/village.ts'
import type { Area } from './area.ts'

/**
 * Comparators, thresholds and passes were chosen on Febrl 1 and 2 and on the made-up township 'tuning'; the other sets were
 * looked at for their figures only. Weights are learnt from each set by itself, without its labels.
 */
export const er: Area = {
  name: 'er',
  about: 'Finding the same person twice. Settings chosen on the sets marked so; weights learnt without labels.',
  run: measure,
}

const FEBRL = [
  { sets: ['dataset1'], name: 'Febrl 1 (chosen on)' },
  { sets: ['dataset2'], name: 'Febrl 2 (chosen on)' },
  { sets: ['dataset3'], name: 'Febrl 3' },
  { sets: ['dataset4a', 'dataset4b'], name: 'Febrl 4a-4b' },
]
const TOWNS = [
  { stream: 'tuning', people: 8000, name: 'made-up township (chosen on)' },
  { stream: 'held out', people: 8000, name: 'made-up township' },
  { stream: 'held out, village', people: 1500, name: 'made-up village' },
  { stream: 'held out, large', people: 40_000, name: 'made-up county town' },
]

async function measure({ many, say }: Bench): Promise<Measured[]> {
  const figures: Measured[] = []
  if (!hasFebrl()) say('no Febrl sets at hand: left out')
  else for (const { sets, name } of FEBRL) figures.push(...shown(name, febrlQuality(sets), 0.998))
  for (const { stream, people, name } of TOWNS) {
    const { rows } = makeTown(stream, Math.max(300, many(people)))
    figures.push(...shown(name, townQuality(rows), 0.97))
  }
  return [...figures, ...growth(many)]
}

const febrlQuality = (sets: string[]): Quality => {
  const parts = sets.map((set) => readFebrl(set))
  const border = parts.length > 1 ? parts[0]?.length : undefined
  return qualityOf({ records: parts.flat(), fields: FEBRL_FIELDS, passes: FEBRL_PASSES, most: 60, personOf, border })
}

const townQuality = (rows: ReturnType<typeof makeTown>['rows']): Quality =>
  qualityOf({
    records: rows,
    fields: PERSON_FIELDS,
    passes: PERSON_PASSES,
    most: MOST_IN_A_BLOCK,
    usual: USUAL,
    personOf: ({ person }) => String(person),
  })

const shown = (name: string, q: Quality, goal: number): Measured[] => [
  { name: `${name}: F1`, value: q.f1, unit: 'share', goal: `>= ${goal}` },
  { name: `${name}: precision`, value: q.precision, unit: 'share' },
  { name: `${name}: recall`, value: q.recall, unit: 'share' },
  { name: `${name}: of the true pairs, compared at all`, value: q.blocked, unit: 'share' },
  { name: `${name}: time`, value: q.seconds, unit: 's' },
]

/** Ten times the people, ten times the pairs: not a hundred times. */
function growth(many: (full: number) => number): Measured[] {
  const [few, lots] = [many(30_000), many(300_000)].map((people) => {
    const { rows } = makeTown(`growth ${people}`, Math.max(300, people))
    const began = performance.now()
    const { length } = candidates(rows, PERSON_PASSES, { most: MOST_IN_A_BLOCK })
    return { rows: rows.length, perRow: length / rows.length, seconds: (performance.now() - began) / 1000 }
  })
  if (!few || !lots) return []
  return [
    { name: 'entries blocked', value: lots.rows, unit: 'entries' },
    { name: 'candidate pairs an entry', value: lots.perRow, unit: 'pairs', goal: '<= 30' },
    { name: 'candidate pairs an entry, among a tenth', value: few.perRow, unit: 'pairs' },
    { name: 'blocking', value: lots.rows / lots.seconds, unit: 'entries/s' },
  ]
}
