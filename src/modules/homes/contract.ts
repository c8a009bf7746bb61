import { z } from 'zod'
import { command, DayText, event, id, page, pageInput, query } from '#kernel/contract.ts'
import { ResidentGiven } from '#modules/people/contract-residents.ts'
import { PersonId } from '#modules/people/contract.ts'
import { Entry, Origin } from '#modules/people/contract-entries.ts'
import { PlaceCode, Position } from '#modules/places/contract.ts'

/** 房屋, 户, 家庭成员: over time; what was, stays readable. */
export const DwellingId = id('DwellingId')
export type DwellingId = z.infer<typeof DwellingId>
export const HouseholdId = id('HouseholdId')
export type HouseholdId = z.infer<typeof HouseholdId>
export const MemberId = id('MemberId')
export type MemberId = z.infer<typeof MemberId>

export const DWELLING_KINDS = ['house', 'flat', 'dormitory', 'shop', 'workshop', 'public', 'other'] as const
export const RELATIONS = [
  'head',
  'spouse',
  'child',
  'child_in_law',
  'grandchild',
  'parent',
  'parent_in_law',
  'grandparent',
  'sibling',
  'other_kin',
  'lodger',
  'worker',
  'unknown',
] as const
export const RESIDENCES = ['own', 'rent', 'lodge', 'away'] as const
export type Relation = (typeof RELATIONS)[number]
export type Residence = (typeof RESIDENCES)[number]
export type DwellingKind = (typeof DWELLING_KINDS)[number]

export const Dwelling = z.object({
  id: DwellingId,
  place: z.string(),
  address: z.string(),
  door: z.string().nullable(),
  kind: z.enum(DWELLING_KINDS),
  lon: z.number().nullable(),
  lat: z.number().nullable(),
  positionSource: z.enum(['survey', 'phone', 'address', 'grid']).nullable(),
  fromDay: z.string(),
  untilDay: z.string().nullable(),
  entry: z.string(),
})
export type Dwelling = z.infer<typeof Dwelling>

export const Member = z.object({
  id: MemberId,
  person: PersonId,
  name: z.string().describe('of a child under 14 the family name only'),
  sex: z.enum(['female', 'male']).nullable(),
  age: z.number().nullable(),
  minor: z.boolean(),
  phoneMasked: z.string().nullable(),
  relation: z.enum(RELATIONS),
  residence: z.enum(RESIDENCES),
  fromDay: z.string(),
  untilDay: z.string().nullable(),
  entry: z.string(),
  endedEntry: z.string().nullable().describe('the act by which it ended; null of what ended before that was kept'),
})
export type Member = z.infer<typeof Member>

/** A row of a list: the door, and who is its head. */
export const HouseholdRow = z.object({
  id: HouseholdId,
  dwelling: DwellingId,
  place: z.string(),
  address: z.string(),
  door: z.string().nullable(),
  head: PersonId.nullable(),
  headName: z.string().nullable(),
  members: z.number().describe('who belong to it today'),
  away: z.number(),
  fromDay: z.string(),
})
export type HouseholdRow = z.infer<typeof HouseholdRow>

export const Days = { day: DayText.optional().describe('default: today') }
export const MemberGiven = z.object({
  id: MemberId,
  person: PersonId.optional().describe('somebody already entered'),
  resident: ResidentGiven.optional().describe('somebody new'),
  relation: z.enum(RELATIONS),
  residence: z.enum(RESIDENCES).default('own'),
})
export type MemberGiven = z.infer<typeof MemberGiven>

export const addDwelling = command('homes.addDwelling', {
  input: z.object({
    id: DwellingId,
    place: PlaceCode.describe('a grid'),
    address: z.string().trim().min(2).max(120),
    door: z.string().trim().min(1).max(20).nullable().optional(),
    kind: z.enum(DWELLING_KINDS).default('house'),
    position: Position.nullable().optional(),
    positionSource: z.enum(['survey', 'phone', 'address', 'grid']).optional(),
    ...Days,
    origin: Origin.optional(),
  }),
  output: Dwelling,
  doc: 'Enters a dwelling in a grid. Refuses not_found, already (same address and door stand there).',
})
export const correctDwelling = command('homes.correctDwelling', {
  input: z.object({
    id: id('StatementId'),
    dwelling: DwellingId,
    address: z.string().trim().min(2).max(120).optional(),
    door: z.string().trim().min(1).max(20).nullable().optional(),
    kind: z.enum(DWELLING_KINDS).optional(),
    position: Position.optional(),
    positionSource: z.enum(['survey', 'phone', 'address', 'grid']).optional(),
    origin: Origin.optional(),
  }),
  output: Dwelling,
  doc: 'Address, door, kind or position is another; what was held stays readable.',
})
export const endDwelling = command('homes.endDwelling', {
  input: z.object({ dwelling: DwellingId, ...Days, origin: Origin.optional() }),
  output: z.object({ dwelling: DwellingId }),
  doc: 'The dwelling is no more (pulled down). Refuses conflict while a household lives there.',
})
export const moveIn = command('homes.moveIn', {
  input: z.object({
    household: HouseholdId,
    dwelling: DwellingId,
    members: z.array(MemberGiven).min(1).max(40).describe('exactly one of them is the head'),
    ...Days,
    origin: Origin.optional(),
  }),
  output: z.object({ household: HouseholdId, members: z.array(MemberId) }),
  doc: 'A household moves into a dwelling, with people known or new. Refuses not_found, invalid, conflict (somebody lives elsewhere).',
})
export const joinHousehold = command('homes.join', {
  input: z.object({ household: HouseholdId, member: MemberGiven, ...Days, origin: Origin.optional() }),
  output: z.object({ member: MemberId }),
  doc: 'Somebody joins a household: born, married in, came to live there. Refuses conflict.',
})
export const LEAVING = ['moved', 'died', 'entered_wrongly'] as const
export const leaveHousehold = command('homes.leave', {
  input: z.object({ member: MemberId, why: z.enum(LEAVING), ...Days, origin: Origin.optional() }),
  output: z.object({ member: MemberId, household: HouseholdId, ended: z.boolean() }),
  doc: 'Somebody belongs to the household no longer; with the last one it ends. Refuses already.',
})
export const restateMember = command('homes.restateMember', {
  input: z.object({
    id: MemberId.describe('of the new row'),
    member: MemberId,
    relation: z.enum(RELATIONS).optional(),
    residence: z.enum(RESIDENCES).optional(),
    ...Days,
    origin: Origin.optional(),
  }),
  output: z.object({ member: MemberId }),
  doc: 'Relation or residence is another from a day on. Making somebody head leaves the former head’s relation unknown until it is said.',
})
export const listHouseholds = query('homes.list', {
  input: z.object({ place: PlaceCode.optional(), ...pageInput }),
  output: page(HouseholdRow),
  doc: 'Households in a range, by door. Heads see this read.',
})
export const listDwellings = query('homes.dwellings', {
  input: z.object({
    place: PlaceCode.optional(),
    empty: z.boolean().optional().describe('only those nobody lives in'),
    ...pageInput,
  }),
  output: page(Dwelling.extend({ households: z.number() })),
  doc: 'Dwellings in a range; shows no person.',
})
const Act = z.object({
  act: id('ActId'),
  kind: z.enum(['split', 'merge', 'move']),
  household: z.string(),
  other: z.string(),
  day: z.string(),
  at: z.string(),
  entry: z.string(),
  dwelling: DwellingId.nullable().describe('of a move: behind which door it went'),
})
const Stay = z.object({
  dwelling: DwellingId,
  address: z.string(),
  door: z.string().nullable(),
  fromDay: z.string(),
  untilDay: z.string(),
  entry: z.string(),
})
export const getHousehold = query('homes.household', {
  input: z.object({ id: HouseholdId, day: DayText.optional() }),
  output: z.object({
    household: z.object({
      id: HouseholdId,
      place: z.string(),
      head: PersonId.nullable(),
      fromDay: z.string(),
      hereFrom: z.string().describe('since when it is behind this door'),
      untilDay: z.string().nullable(),
      replaces: z.string().nullable(),
      entry: z.string(),
    }),
    dwelling: Dwelling.describe('the door it was behind on that day'),
    stays: z.array(Stay).describe('doors it was behind before, newest first'),
    members: z.array(Member),
    former: z.array(Member),
    acts: z.array(Act),
    entries: z.array(Entry),
    can: z.object({ enter: z.boolean(), arrange: z.boolean() }),
  }),
  doc: 'A household on a day (default: today) with its members; each of them sees this read.',
})
export const getDwelling = query('homes.dwelling', {
  input: z.object({ id: DwellingId }),
  output: z.object({
    dwelling: Dwelling,
    households: z.array(HouseholdRow.extend({ untilDay: z.string().nullable() })),
    organs: z.array(
      z.object({
        id: z.string(),
        name: z.object({ zh: z.string(), en: z.string().nullable().optional() }),
        fromDay: z.string(),
        untilDay: z.string().nullable(),
      }),
    ),
    statements: z.array(
      z.object({
        id: z.string(),
        kind: z.string(),
        was: z.unknown(),
        value: z.unknown(),
        at: z.string(),
        entry: z.string(),
      }),
    ),
    entries: z.array(Entry),
    can: z.object({ enter: z.boolean() }),
  }),
  doc: 'A dwelling with everybody who ever lived there as households, and organs with a seat in it.',
})
export const homesOfPerson = query('homes.ofPerson', {
  input: z.object({ person: PersonId }),
  output: z.object({
    rows: z.array(
      z.object({
        member: MemberId,
        household: HouseholdId,
        dwelling: DwellingId,
        address: z.string(),
        door: z.string().nullable(),
        relation: z.enum(RELATIONS),
        residence: z.enum(RESIDENCES),
        fromDay: z.string(),
        untilDay: z.string().nullable(),
        entry: z.string(),
      }),
    ),
  }),
  doc: 'Where a resident belonged and belongs, newest first.',
})
export const myHome = query('homes.mine', {
  input: z.object({}),
  output: z.object({
    rows: z.array(
      z.object({
        household: HouseholdId,
        dwelling: DwellingId,
        place: z.string(),
        address: z.string(),
        door: z.string().nullable(),
        relation: z.enum(RELATIONS),
        residence: z.enum(RESIDENCES),
        members: z.number(),
        fromDay: z.string(),
        source: z.string(),
        enteredAt: z.string(),
      }),
    ),
  }),
  doc: 'The household that oneself belongs to; of the others only how many they are.',
})

/** A household, a dwelling or who belongs to it is another; ids and places only. */
export const homesChanged = event('homes.changed', z.object({ household: z.string().nullable(), dwelling: z.string() }))
export const movedIn = event('homes.movedIn', z.object({ household: z.string(), dwelling: z.string() }))
