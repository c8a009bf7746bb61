import { phone } from './identifiers.ts'
import { makeName } from './names.ts'
import { makeIds, makeRandom } from './random.ts'
import type { DemoPerson, DemoPlace } from './records.ts'

export const RESIDENTS = 3000
const FIRST_NUMBER = 5000
/** Neighbours of the cast, so that the stage is not empty. */
const ON_STAGE = 12

/** Residents with a name, a phone and a home, and nothing else: the demo needs no more. */
export function makeResidents(places: readonly DemoPlace[], stage: string): DemoPerson[] {
  const [random, nextId] = [makeRandom('residents'), makeIds('residents')]
  const grids = places.filter(({ level }) => level === 'grid')
  return Array.from({ length: RESIDENTS }, (_, at) => ({
    id: nextId(),
    name: makeName(random).name,
    phone: phone(FIRST_NUMBER + at),
    login: null,
    idNumber: null,
    home: at < ON_STAGE ? stage : random.pick(grids).code,
  }))
}
