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
  readSomeLiving,
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

/**
 * 小样本: whoever lives in a subtree in which fewer than `k` persons live, of the subtrees given. A figure about so few tells of each of
 * them, so whoever shows it calls `saw` for them (consents/api.ts).
 */
export async function fewLiving(
  tx: Tx,
  places: readonly string[],
  { day, k }: { day: string; k: number },
): Promise<string[]> {
  if (places.length === 0) return []
  // A person with two rows in one subtree is counted once, so some more rows than `k` are looked at.
  const rows = await readSomeLiving(tx, places, { day, limit: 3 * k })
  const each = Map.groupBy(rows, ({ place }) => place)
  const few = [...each.values()].map((all) => [...new Set(all.map(({ person }) => person))])
  return [...new Set(few.filter((persons) => persons.length < k).flat())]
}

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
