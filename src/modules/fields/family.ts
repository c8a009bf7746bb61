import { dayOf } from '#kernel/clock.ts'
import type { Tx } from '#kernel/tx.ts'
import { doorOf, membersOf } from '#modules/homes/api.ts'
import type { SubjectKind } from './contract.ts'
import type { HeldSubject } from './contract-contests.ts'
import { findNamed } from './store-named.ts'

export type FamilySubject = {
  kind: SubjectKind
  subject: string
  name: string
  relation: string | null
  role: HeldSubject['role']
  entry: string | null
}
export type Family = {
  household: string
  name: string
  place: string
  address: string | null
  head: string | null
  persons: string[]
  /** Everybody first, the head on top, then the household, then its door. */
  subjects(): FamilySubject[]
}

/** A household with its members and its door, past row-level security: the caller permits by `place` or by being one of them. */
export async function familyOf({ tx, now }: { tx: Tx; now: number }, household: string): Promise<Family | undefined> {
  const day = dayOf(now)
  const door = await doorOf(tx, { household }, day)
  if (!door) return undefined
  const members = await membersOf(tx, [household], day)
  const named = new Map(
    (
      await findNamed(
        tx,
        members.map(({ person }) => person),
      )
    ).map((one) => [one.id, one]),
  )
  const address = [door.address, door.door].filter(Boolean).join(' ')
  // A household without a head is called by its door: whose name stood there instead would be told of for nothing.
  const head = named.get(door.head ?? '')?.name ?? address
  return {
    household,
    name: head,
    place: door.place,
    address,
    head: door.head,
    persons: members.map(({ person }) => person),
    subjects: () => [
      ...members.map(({ person, relation }): FamilySubject => {
        const { name = '', entry = null } = named.get(person) ?? {}
        return { kind: 'person', subject: person, name, relation, role: 'member', entry }
      }),
      { kind: 'household', subject: household, name: head, relation: null, role: 'household', entry: null },
      { kind: 'dwelling', subject: door.dwelling, name: address, relation: null, role: 'dwelling', entry: null },
    ],
  }
}
