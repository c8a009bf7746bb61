import type { Tx } from '#kernel/tx.ts'
import { aliasesOf, standsFor } from '#modules/people/api.ts'
import {
  type Door,
  type HouseholdHeld,
  type MemberHeld,
  readDoors,
  readHouseholdsIn,
  readMembers,
  readMembershipsOf,
} from './store-public.ts'

export { copyHomes as seedHomes } from './store-seed.ts'

/** Past row-level security: whoever calls states a purpose and notes by `saw` whom the answer shows. */
export type { Door, HouseholdHeld, MemberHeld } from './store-public.ts'

/** Households of a subtree on a day, by place and id; `after` is the last one of the page before. */
export const householdsIn = (
  tx: Tx,
  place: string,
  page: { day: string; limit: number; after?: { place: string; id: string } | undefined },
): Promise<HouseholdHeld[]> => readHouseholdsIn(tx, place, page)

/** Where a person lives on a day (not: is away from); undefined when nobody said. Merged entries count. */
export async function householdOf(tx: Tx, person: string, day: string): Promise<MemberHeld | undefined> {
  const ids = (await aliasesOf(tx, [person])).get(person) ?? [person]
  const rows = await readMembershipsOf(tx, ids, day)
  return rows.find(({ residence }) => residence !== 'away') ?? rows[0]
}

/** The door of a household, or of a dwelling with who lives there on that day. */
export async function doorOf(
  tx: Tx,
  of: { household: string } | { dwelling: string },
  day: string,
): Promise<Door | undefined> {
  return (await readDoors(tx, of, day))[0]
}

/** Who belongs to each household on a day; two entries of one person are one member, the nearer relation. */
export async function membersOf(tx: Tx, households: readonly string[], day: string): Promise<MemberHeld[]> {
  const rows = await readMembers(tx, households, day)
  const now = await standsFor(tx, [...new Set(rows.map(({ person }) => person))])
  const seen = new Set<string>()
  return rows
    .map((row) => ({ ...row, person: now.get(row.person) ?? row.person }))
    .filter(({ household, person }) => !seen.has(`${household} ${person}`) && seen.add(`${household} ${person}`))
}
