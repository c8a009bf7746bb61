import { asOwner } from '#kernel/db.ts'
import type { Platform } from '#kernel/platform.ts'
import { type NewBond, seedBonds } from '#modules/bonds/api.ts'
import { GRID_TEAM } from '#modules/bonds/contract.ts'
import { seedPeople } from '#modules/people/api.ts'
import { teamPhone } from './identifiers.ts'
import { makeName } from './names.ts'
import { FIRST_DAY, makeIds, makeRandom } from './random.ts'
import type { DemoPerson } from './records.ts'
import { demoPlaces } from './sources.ts'

/** Beside the one who holds the grid's post: 4,200 grids had teams of 38,000 together, nine each. */
export const MEMBERS = 8
const AT_ONCE = 4000

type Member = DemoPerson & { home: string; bond: string }

/** 红色网格联队: residents with a name, a phone and a bond to their grid. */
export function* teamMembers(grids: readonly string[]): Generator<Member> {
  const [random, personId, bondId] = [makeRandom('teams'), makeIds('teams'), makeIds('team bonds')]
  let number = 0
  for (const home of grids)
    for (let at = 0; at < MEMBERS; at++)
      yield {
        id: personId(),
        name: makeName(random).name,
        phone: teamPhone(number++),
        login: null,
        idNumber: null,
        home,
        bond: bondId(),
      }
}

export async function loadTeams(p: Platform, now: number, keep: (code: string) => boolean): Promise<void> {
  const grids = demoPlaces().flatMap(({ level, code }) => (level === 'grid' ? [code] : []))
  await asOwner(p.db, async (tx) => {
    const batch: Member[] = []
    const flush = async (): Promise<void> => {
      await seedPeople(
        tx,
        batch.map(({ id, name, phone, home }) => ({ id, name, phone, homePlace: home })),
        now,
      )
      await seedBonds(tx, { answerers: [], bonds: batch.map(bondOf), work: [] }, now)
      batch.length = 0
    }
    for (const member of teamMembers(grids)) {
      if (!keep(member.home)) continue
      if (batch.push(member) === AT_ONCE) await flush()
    }
    await flush()
  })
}

const bondOf = ({ id, bond, home }: Member): NewBond => ({
  id: bond,
  kind: GRID_TEAM,
  place: home,
  toKind: 'place',
  toId: null,
  person: id,
  post: null,
  organ: null,
  role: '',
  origin: 'assigned',
  from: FIRST_DAY,
  until: null,
  follows: null,
})
