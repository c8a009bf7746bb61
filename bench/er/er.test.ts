import { expect, it } from 'vitest'
import { PERSON_FIELDS } from '#modules/matches/person/fields.ts'
import { MOST_IN_A_BLOCK, PERSON_PASSES } from '#modules/matches/person/passes.ts'
import { USUAL } from '#modules/matches/person/usual.ts'
import { FEBRL_FIELDS, FEBRL_PASSES, hasFebrl, personOf, readFebrl } from './febrl.ts'
import { measure } from './quality.ts'
import { makeTown } from './village.ts'

it('finds entries of one person in a made-up township, families and twins apart', () => {
  const { rows } = makeTown('test', 2500)
  const { precision, recall, f1 } = measure({
    records: rows,
    fields: PERSON_FIELDS,
    passes: PERSON_PASSES,
    most: MOST_IN_A_BLOCK,
    usual: USUAL,
    personOf: ({ person }) => String(person),
  })
  expect(f1).toBeGreaterThan(0.96)
  expect(precision).toBeGreaterThan(0.97)
  expect(recall).toBeGreaterThan(0.95)
})

it.skipIf(!hasFebrl())('finds entries of one person in a labelled set of another country', () => {
  const { f1 } = measure({
    records: readFebrl('dataset1'),
    fields: FEBRL_FIELDS,
    passes: FEBRL_PASSES,
    most: 60,
    personOf,
  })
  expect(f1).toBeGreaterThanOrEqual(0.998)
})
