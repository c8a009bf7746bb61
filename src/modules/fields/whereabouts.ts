import { dayOf } from '#kernel/clock.ts'
import type { Platform } from '#kernel/platform.ts'
import type { Tx } from '#kernel/tx.ts'
import { doorOf, householdOf, membersOf } from '#modules/homes/api.ts'
import { isMinor, maskName, organs } from '#modules/people/api.ts'
import type { SubjectKind } from './contract.ts'
import { findNamed } from './store-named.ts'

/** Whom a value is about: where, what it is called, and whose data it is. */
export type About = {
  kind: SubjectKind
  subject: string
  place: string
  name: string
  /** Persons whose data a value of it is; they are told when it is read, and may contest it. */
  persons: string[]
  /** Entry by which the person came in, for what people keeps. */
  entry: string | null
}
type Asking = { tx: Tx; now: number; platform: Platform }

/** Past row-level security, so the caller permits by `place` or `persons` before anything is shown. */
export async function aboutSubject(ctx: Asking, kind: SubjectKind, subject: string): Promise<About | undefined> {
  const day = dayOf(ctx.now)
  if (kind === 'person') return aboutPerson(ctx, subject, day)
  if (kind === 'organ') {
    const organ = (await organs(ctx.platform)).get(subject)
    return organ && { kind, subject, place: organ.place, name: organ.name.zh, persons: [], entry: null }
  }
  if (kind === 'place') return undefined
  const door = await doorOf(ctx.tx, kind === 'household' ? { household: subject } : { dwelling: subject }, day)
  if (!door) return undefined
  const members = door.household ? await membersOf(ctx.tx, [door.household], day) : []
  const name = [door.address, door.door].filter(Boolean).join(' ')
  return { kind, subject, place: door.place, name, persons: members.map(({ person }) => person), entry: null }
}

async function aboutPerson(ctx: Asking, subject: string, day: string): Promise<About | undefined> {
  const [person] = await findNamed(ctx.tx, [subject])
  if (!person) return undefined
  const member = await householdOf(ctx.tx, subject, day)
  const place = member?.place ?? person.homePlace
  if (!place) return undefined
  const minor = isMinor(person.born, day)
  const grown = minor && member ? await grownOf(ctx, member.household) : []
  const name = minor ? maskName(person.name) : person.name
  return { kind: 'person', subject, place, name, persons: [subject, ...grown], entry: person.entry }
}

/** Those of a household who may speak for its children: everybody of age who belongs to the family. */
export async function grownOf({ tx, now }: Pick<Asking, 'tx' | 'now'>, household: string): Promise<string[]> {
  const members = (await membersOf(tx, [household], dayOf(now))).filter(({ relation }) => FAMILY.has(relation))
  const named = await findNamed(
    tx,
    members.map(({ person }) => person),
  )
  const years = Number(dayOf(now).slice(0, 4))
  return named.filter(({ born }) => born !== null && years - Number(born.slice(0, 4)) >= 18).map(({ id }) => id)
}
const FAMILY = new Set([
  'head',
  'spouse',
  'parent',
  'parent_in_law',
  'grandparent',
  'child',
  'child_in_law',
  'grandchild',
])
