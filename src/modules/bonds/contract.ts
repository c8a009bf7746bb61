import { z } from 'zod'
import { command, DayText, event, id, Names, page, pageInput, query } from '#kernel/contract.ts'
import { PersonId } from '#modules/people/contract.ts'
import { PlaceCode } from '#modules/places/contract.ts'

/** 联系: who answers for a place, household, dwelling, organ or person, from a day until a day. */
export const BondId = id('BondId')
export type BondId = z.infer<typeof BondId>
export const AnswererId = id('AnswererId')

export const SOURCES = ['person', 'post', 'organ'] as const
export const TARGETS = ['place', 'household', 'dwelling', 'organ', 'person'] as const
export const ORIGINS = ['assigned', 'chosen'] as const
/** One end of a bond: what it is, and its id (the code, for a place). */
export const Source = z.object({ kind: z.enum(SOURCES), id: z.string().max(40) })
export type Source = z.infer<typeof Source>
export const Target = z.object({ kind: z.enum(TARGETS), id: z.string().max(40) })
export type Target = z.infer<typeof Target>

export const BondKindCode = z.string().regex(/^[a-z][a-z_]{2,39}$/)
/** 红色网格联队: they go out when an order calls them, and answer for no door by it. */
export const GRID_TEAM = 'grid_team'
/** 联系类型: data in versions; the quota of Quzhou's practice is unknown, so it is a setting and none is shipped. */
export const BondKind = z.object({
  code: BondKindCode,
  version: z.number(),
  name: Names,
  from: z.array(z.enum(SOURCES)),
  to: z.array(z.enum(TARGETS)),
  quota: z.number().int().min(1).max(10_000).nullable().describe('at most so many for one; null: no number set'),
  near: z.boolean().describe('counts as somebody who answers for a door'),
  choosable: z.boolean().describe('households may choose and change'),
  fromDay: DayText,
  reason: z.string(),
})
export type BondKind = z.infer<typeof BondKind>

export const listKinds = query('bonds.kinds', {
  input: z.object({ history: z.boolean().default(false).describe('all versions instead of those in force') }),
  output: z.object({ rows: z.array(BondKind) }),
  doc: 'Kinds of bonds: who to whom, quota, whether they count for the coverage of doors, whether households choose.',
})
export const setKind = command('bonds.setKind', {
  input: BondKind.omit({ version: true }).extend({ reason: z.string().trim().min(2).max(400) }),
  output: BondKind,
  doc: 'Adds a kind, or a new version of one from a day on (not in the past). Bonds that exist stay.',
})

/** One who answers for a door, as somebody who asks is told. */
export const Answerer = z.object({
  bond: BondId.nullable().describe('null: by the post itself (a grid worker and the grid)'),
  kind: z.string(),
  kindName: Names,
  origin: z.enum(ORIGINS),
  source: Source,
  name: z.string().describe('of the person who holds it on that day, or of the organ'),
  title: z.string(),
  person: PersonId.nullable(),
  held: z.boolean().describe('false: the post is vacant on that day and nobody answers'),
  substitute: z.object({ person: PersonId.nullable(), name: z.string(), until: DayText }).nullable(),
  to: Target,
  from: DayText,
  until: DayText.nullable().describe('first day on which it no longer holds'),
  near: z.boolean(),
})
export type Answerer = z.infer<typeof Answerer>
/** 说说: what one side says about the other, in words; there are no scores. */
export const Saying = z.object({
  by: z.enum(['household', 'answerer']),
  bond: BondId,
  text: z.string(),
  at: z.string(),
})
export const DoorView = z.object({
  household: z.string().nullable(),
  dwelling: z.string().nullable(),
  place: z.string(),
  placeName: z.string(),
  address: z.string().nullable(),
  head: z.string().nullable().describe('name of the head of the household; masked'),
  day: DayText,
  answerers: z.array(Answerer),
})

export const whoAnswers = query('bonds.door', {
  input: z.object({
    household: z.string().max(40).optional(),
    dwelling: z.string().max(40).optional(),
    place: PlaceCode.optional().describe('when only the grid is known'),
    day: DayText.optional().describe('default: today'),
  }),
  output: DoorView.extend({ sayings: z.array(Saying) }),
  doc: 'Who answers for this door on a day: bonds to the household, the dwelling and every place above it, nearest first.',
})
export const findDoors = query('bonds.doors', {
  input: z.object({
    place: PlaceCode.optional(),
    text: z.string().trim().max(40).optional().describe('part of the address'),
    ...pageInput,
  }),
  output: page(
    z.object({ household: z.string(), place: z.string(), placeName: z.string(), address: z.string().nullable() }),
  ),
  doc: 'Doors of the own scope by address, to ask who answers for them. No names.',
})

export const makeBond = command('bonds.make', {
  input: z.object({
    id: BondId,
    kind: BondKindCode,
    from: Source,
    to: Target,
    day: DayText.optional().describe('default: today; not in the past'),
    until: DayText.nullable().optional(),
    role: z.string().trim().max(40).default(''),
  }),
  output: z.object({ id: BondId, load: z.number().describe('bonds of this kind the source has now') }),
  doc: 'Assigns a bond. Refuses quota_full, already (the same bond exists), not_found.',
})
export const endBond = command('bonds.end', {
  input: z.object({ id: BondId, day: DayText, reason: z.string().trim().min(2).max(400) }),
  output: z.object({
    id: BondId,
    until: DayText,
    left: z.number().describe('households that nobody answers for from that day on'),
  }),
  doc: 'Ends a bond on a day, and says for how many households nobody answers then.',
})
export const substitute = command('bonds.substitute', {
  input: z.object({
    id: id('SubstituteId'),
    of: Source.describe('who is away: a person or a post'),
    by: Source.describe('who stands in: a person or a post'),
    from: DayText,
    until: DayText.describe('first day on which the absent is back'),
    reason: z.string().trim().min(2).max(200),
  }),
  output: z.object({ bonds: z.number().describe('bonds that are covered by it') }),
  doc: 'Somebody stands in for all bonds of an absent person or post, from a day until a day.',
})

// ---- households choose, and both sides say something -----------------------------------------------------------------

export const ownDoor = query('bonds.ownDoor', {
  input: z.object({ day: DayText.optional() }),
  output: z.object({
    door: DoorView.nullable().describe('null: no household is known for you'),
    phones: z.array(z.object({ person: PersonId, phone: z.string().nullable() })),
    sayings: z.array(Saying),
    changeFrom: DayText.nullable().describe('first day on which the household may change again; null: now'),
  }),
  doc: 'Who answers for my door.',
})
export const listCandidates = query('bonds.candidates', {
  input: z.object({}),
  output: z.object({
    rows: z.array(
      z.object({
        answerer: AnswererId,
        kind: z.string(),
        kindName: Names,
        name: z.string(),
        title: z.string(),
        room: z.boolean().describe('false: has as many households as the quota allows'),
        mine: z.boolean(),
      }),
    ),
  }),
  doc: 'Whom my household may choose: those in my village who stand ready.',
})
export const choose = command('bonds.choose', {
  input: z.object({
    id: BondId,
    answerer: AnswererId,
    reason: z.string().trim().max(200).default(''),
  }),
  output: z.object({ id: BondId, name: z.string(), changeFrom: DayText }),
  doc: 'The household of the sender chooses who answers for it, or changes. Refuses quota_full and too_soon; the old bond ends as the new one begins.',
})
export const say = command('bonds.say', {
  input: z.object({ id: id('SayingId'), bond: BondId, text: z.string().trim().min(2).max(500) }),
  output: z.object({ by: z.enum(['household', 'answerer']) }),
  doc: 'One side of a bond says something about how it goes, in words. Both sides and the village read it; nothing is counted.',
})

// ---- standing ready ---------------------------------------------------------------------------------------------------

export const AnswererRow = z.object({
  id: AnswererId,
  kind: z.string(),
  place: z.string(),
  source: Source,
  name: z.string(),
  title: z.string(),
  load: z.number(),
  most: z.number().nullable().describe('own number, or the quota of the kind'),
  from: DayText,
  until: DayText.nullable(),
})
export const stand = command('bonds.stand', {
  input: z.object({
    id: AnswererId,
    kind: BondKindCode,
    place: PlaceCode.describe('the village or grid in whose households he may be bound'),
    source: Source,
    most: z.number().int().min(0).max(10_000).nullable().default(null).describe('fewer than the quota, never more'),
  }),
  output: AnswererRow,
  doc: 'Somebody stands ready to answer for households of a place under a kind.',
})
export const standDown = command('bonds.standDown', {
  input: z.object({ id: AnswererId, reason: z.string().trim().min(2).max(200) }),
  output: z.object({ id: AnswererId, bonds: z.number().describe('bonds that go on until they are passed on') }),
  doc: 'Takes no more households from today; bonds that exist go on.',
})
export const listAnswerers = query('bonds.answerers', {
  input: z.object({ place: PlaceCode, kind: BondKindCode.optional() }),
  output: z.object({ rows: z.array(AnswererRow) }),
  doc: 'Who stands ready at a place, with what they have and may have. In the order of names.',
})

export const findReady = query('bonds.findReady', {
  input: z.object({
    place: PlaceCode.optional().describe('default: own scope'),
    text: z.string().trim().max(40).default('').describe('part of the name'),
    kind: BondKindCode.optional(),
    ...pageInput,
  }),
  output: page(AnswererRow.extend({ placeName: z.string(), kindName: Names })),
  doc: 'Who stands ready anywhere below a place, by part of the name, with what they have and may have. In the order of names.',
})

export const myDoors = query('bonds.mine', {
  input: z.object({ ...pageInput }),
  output: page(
    z.object({
      household: z.string(),
      place: z.string(),
      placeName: z.string(),
      address: z.string().nullable(),
      head: z.string().nullable(),
      kinds: z.array(z.object({ kind: z.string(), name: Names })),
      bond: BondId.nullable().describe('the bond to this very household, if it is one'),
      sayings: z.number(),
    }),
  ).extend({ organs: z.array(Answerer).describe('bonds to organs, persons and places that I hold') }),
  doc: 'The doors that I answer for in my present post.',
})

export const bondsChanged = event('bonds.changed', z.object({ place: z.string() }))
