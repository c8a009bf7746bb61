import { candidates } from './linkage/block.ts'
import { learn } from './linkage/learn.ts'
import { explain, type Reason, score } from './linkage/score.ts'
import { PERSON_FIELDS } from './person/fields.ts'
import { MOST_IN_A_BLOCK, PERSON_PASSES } from './person/passes.ts'
import { plainName, type Traits } from './person/traits.ts'
import { USUAL } from './person/usual.ts'

/** A person as the search gets one; `inside` the place that is searched, or elsewhere with something in common. */
export type Sought = Traits & { id: string; inside: boolean }
export type Found = { a: string; b: string; place: string; likely: number; bits: number; reasons: Reason[] }

/** Pairs of which at least one lives in the place, the likeliest first. Pure. */
export function pairsAmong(given: readonly Sought[], { least, most }: { least: number; most: number }): Found[] {
  const persons = given.map((person) => ({ ...person, name: plainName(person.name) }))
  const pairs = candidates(persons, PERSON_PASSES, { most: MOST_IN_A_BLOCK })
  const possible = Math.max(1, (persons.length * (persons.length - 1)) / 2)
  const weights = learn({ records: persons, fields: PERSON_FIELDS, pairs, possible, usual: USUAL })
  return score(persons, PERSON_FIELDS, { weights, pairs, least })
    .flatMap(({ a: at, b: bt, bits, likely }) => {
      const [a, b] = [persons[at], persons[bt]]
      if (!a || !b || !(a.inside || b.inside)) return []
      const { reasons } = explain(PERSON_FIELDS, weights, [a, b])
      const [first, second] = a.id < b.id ? [a, b] : [b, a]
      return [
        {
          a: first.id,
          b: second.id,
          place: commonPlace(a.place, b.place),
          likely,
          bits,
          reasons: reasons.map(rounded),
        },
      ]
    })
    .slice(0, most)
}

const rounded = (reason: Reason): Reason => ({ ...reason, bits: Math.round(reason.bits * 10) / 10 })

/** Grid, village, township, county, city: lengths of their codes. */
const LEVELS = [15, 12, 9, 6, 4]

/** The lowest place that holds both. */
export function commonPlace(a: string | null, b: string | null): string {
  if (!a || !b) return (a ?? b ?? '').slice(0, 4)
  const level = LEVELS.find((digits) => a.length >= digits && a.slice(0, digits) === b.slice(0, digits))
  return level === undefined ? '' : a.slice(0, level)
}
