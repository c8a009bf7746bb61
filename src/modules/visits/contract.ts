import { z } from 'zod'
import { command, DayText, event, id, Names, page, pageInput, query } from '#kernel/contract.ts'
import { UUID } from '#kernel/ids.ts'
import { FileId, CaseId } from '#modules/cases/contract.ts'
import { KindCode } from '#modules/duties/contract.ts'
import { Answered } from '#modules/fields/contract.ts'
import { PlaceCode } from '#modules/places/contract.ts'
import { PROMISE_ACTIONS, PROMISE_STATES } from './lifecycle.ts'

/** 走访: a talk at a door; yields notes, field updates, cases and promises. */
export const VisitId = id('VisitId')
export const NoteId = id('NoteId')
export const PromiseId = id('PromiseId')
export const RequestId = id('RequestId')
export const VoiceId = id('VoiceId')
export const MandateId = id('MandateId')
const AnyId = z.string().regex(UUID)

/** Who opened: 谈过 talked, 没人在家 absent, 不便打扰 declined. */
export const OUTCOMES = ['talked', 'absent', 'declined'] as const
/** Why a door is proposed today. There is no other reason, and none of them is a number to be reached. */
export const REASONS = ['promise_due', 'requested', 'again', 'moved_in', 'stale', 'disputed'] as const

const Secret = z
  .string()
  .regex(/^[A-Za-z0-9]{16,40}$/)
  .describe('made by the sender; with the number it follows the visit without an account')
const Text = z.string().trim().min(1).max(2000)

export const NewNote = z.object({
  id: NoteId,
  text: Text.nullable().describe('民情 in the words of the household; null when only spoken'),
  voice: z
    .object({ id: VoiceId, seconds: z.number().min(0).max(600) })
    .nullable()
    .optional()
    .describe('a recording that was uploaded before'),
})
export const NewCase = z.object({
  id: CaseId,
  secret: Secret,
  note: NoteId.nullable().optional().describe('the note that it comes from'),
  kind: KindCode.nullable().describe('null: found from the text'),
  description: z.string().trim().min(4).max(2000),
  files: z.array(FileId).max(9).default([]),
  onBehalfOf: AnyId.nullable().optional().describe('member of the household who confirms or reopens it; null: patrol'),
})
export const NewPromise = z.object({
  id: PromiseId,
  text: z.string().trim().min(2).max(200).describe('what will be done'),
  due: DayText.describe('until when; both sides are reminded'),
})

export const recordVisit = command('visits.record', {
  input: z.object({
    id: VisitId,
    secret: Secret,
    household: AnyId,
    at: z.string().datetime().describe('when it was, by the clock of the phone'),
    outcome: z.enum(OUTCOMES),
    reasons: z.array(z.enum(REASONS)).max(6).default([]).describe('why the door was on the list'),
    notes: z.array(NewNote).max(12).default([]),
    answers: z.array(Answered).max(80).default([]).describe('data of the household, its dwelling and its members'),
    cases: z.array(NewCase).max(6).default([]),
    promises: z.array(NewPromise).max(6).default([]),
    request: RequestId.nullable().optional().describe('the wish for a visit that this answers'),
    again: DayText.nullable().optional().describe('day on which to come again'),
  }),
  output: z.object({
    id: VisitId,
    number: z.string(),
    cases: z.array(z.object({ id: CaseId, number: z.string(), kindName: Names, desk: z.string() })),
    conflicts: z.array(z.string()).describe('fields that somebody else changed meanwhile: kept, to be decided'),
  }),
  doc: 'One visit in one piece: what was said, what was updated, what became a case, what was promised. The household sees it.',
})

/** Who made it, as everybody concerned may know. */
const By = z.object({ name: z.string(), title: z.string() }).nullable()

export const PromiseView = z.object({
  id: PromiseId,
  visit: VisitId,
  household: AnyId,
  address: z.string(),
  placeName: z.string(),
  text: z.string(),
  due: DayText,
  state: z.enum(PROMISE_STATES),
  late: z.boolean(),
  by: By,
  mine: z.boolean().describe('of my post'),
  reason: z.string().nullable().describe('why it was not kept, or what the household misses'),
  settledAt: z.string().nullable(),
  instead: PromiseId.nullable().describe('the promise that was made in its place'),
  can: z.array(z.enum(PROMISE_ACTIONS)),
})
export type PromiseView = z.infer<typeof PromiseView>

export const NoteView = z.object({
  id: NoteId,
  text: z.string().nullable(),
  voice: z.object({ id: VoiceId, url: z.string(), seconds: z.number() }).nullable(),
  became: z
    .object({ id: CaseId, number: z.string(), state: z.string(), kindName: Names, answer: z.string().nullable() })
    .nullable()
    .describe('the case or suggestion it was passed on as'),
})
export type NoteView = z.infer<typeof NoteView>
export const VisitView = z.object({
  id: VisitId,
  number: z.string(),
  at: z.string(),
  household: AnyId,
  address: z.string(),
  place: z.string(),
  placeName: z.string(),
  outcome: z.enum(OUTCOMES),
  by: By,
  notes: z.array(NoteView),
  updated: z.array(
    z.object({
      subject: AnyId,
      field: z.string(),
      name: Names,
      conflict: z.boolean().describe('kept beside what somebody else said, until a person decides'),
    }),
  ),
  cases: z.array(
    z.object({ id: CaseId, number: z.string(), state: z.string(), kindName: Names, answer: z.string().nullable() }),
  ),
  promises: z.array(PromiseView),
})
export type VisitView = z.infer<typeof VisitView>

const Reason = z.object({
  kind: z.enum(REASONS),
  what: z.string().describe('the promise, the wish, the names of the fields'),
  day: DayText.nullable(),
  fields: z.array(Names).describe('of data that are due'),
})
export type Reason = z.infer<typeof Reason>
export const DoorRow = z.object({
  household: AnyId,
  address: z.string(),
  place: z.string(),
  placeName: z.string(),
  head: z.string().nullable().describe('name of the head, masked'),
  lon: z.number().nullable(),
  lat: z.number().nullable(),
  reasons: z.array(Reason).min(1),
  request: RequestId.nullable(),
})
export type DoorRow = z.infer<typeof DoorRow>

export const todaysDoors = query('visits.doors', {
  input: z.object({}),
  output: z.object({
    rows: z.array(DoorRow),
    fieldDay: z.boolean().describe('周二无会日 today'),
    more: z.number().describe('doors with a reason that did not fit the day; they come first tomorrow'),
  }),
  doc: 'Doors for today, each with its reason: promised, wished for, newly moved in, data due. Empty when nothing is due.',
})
export const aDoor = query('visits.door', {
  input: z.object({ household: AnyId }),
  output: z.object({
    household: AnyId,
    dwelling: AnyId.nullable(),
    address: z.string(),
    place: z.string(),
    placeName: z.string(),
    lon: z.number().nullable(),
    lat: z.number().nullable(),
    since: DayText.nullable(),
    members: z.array(z.object({ id: AnyId, name: z.string(), relation: z.string().nullable() })),
    answerers: z.array(z.object({ name: z.string(), title: z.string(), kind: z.string() })),
    reasons: z.array(Reason),
    request: z.object({ id: RequestId, text: z.string(), at: z.string() }).nullable(),
    promises: z.array(PromiseView),
    visits: z.array(VisitView),
  }),
  doc: 'One door before one knocks: who lives there, what was promised, what was said last. The persons see this read.',
})
export const listVisits = query('visits.list', {
  input: z.object({ place: PlaceCode.optional(), ...pageInput }),
  output: page(VisitView),
  doc: 'Visits at or below a place, newest first: what was said and what came of it. Nobody is counted.',
})

// ---- notes and promises ----------------------------------------------------------------------------------------------

export const raiseNote = command('visits.raise', {
  input: z.object({
    id: CaseId,
    note: NoteId,
    secret: Secret,
    as: z.enum(['case', 'suggestion']),
    kind: KindCode.nullable().describe('null: found from the text; of a suggestion, ideas for the village'),
    description: z.string().trim().min(4).max(2000).nullable().optional().describe('default: the note'),
  }),
  output: z.object({ id: CaseId, number: z.string(), kindName: Names, desk: z.string() }),
  doc: 'Passes a note on as a case or as a suggestion, on behalf of the household, which confirms it in the end.',
})
export const settlePromise = command('visits.settle', {
  input: z.object({
    id: PromiseId,
    kept: z.boolean(),
    text: z.string().trim().max(400).default('').describe('what was done, or why not; told to the household'),
    instead: NewPromise.nullable().optional().describe('a new promise, when this one was not kept'),
  }),
  output: z.object({ state: z.enum(PROMISE_STATES) }),
  doc: 'Says that a promise was kept, or not and why. The household is told and has the last word.',
})
export const answerPromise = command('visits.answerPromise', {
  input: z.object({
    id: PromiseId,
    kept: z.boolean(),
    text: z.string().trim().max(400).default(''),
    secret: Secret.optional(),
    mandate: MandateId.optional().describe('by a proxy'),
  }),
  output: z.object({ state: z.enum(PROMISE_STATES) }),
  doc: 'The household confirms that a promise was kept, or says that it was not: then it is open again.',
})
export const listPromises = query('visits.promises', {
  input: z.object({
    place: PlaceCode.optional(),
    mine: z.boolean().default(false),
    open: z.boolean().default(true),
    ...pageInput,
  }),
  output: page(PromiseView),
  doc: 'Promises at or below a place, or of my post, by the day on which they are due.',
})

// ---- the household ---------------------------------------------------------------------------------------------------

export const ourVisits = query('visits.ours', {
  input: z.object({ mandate: MandateId.optional().describe('as a proxy'), ...pageInput }),
  output: page(VisitView).extend({
    requests: z.array(
      z.object({
        id: RequestId,
        text: z.string(),
        at: z.string(),
        state: z.enum(['open', 'visited', 'declined', 'withdrawn']),
        answer: z.string().nullable(),
      }),
    ),
  }),
  doc: 'What was noted when somebody came to us, what came of it, what was promised; and the visits that we asked for.',
})
export const followVisit = query('visits.follow', {
  input: z.object({ number: z.string().trim().min(8).max(20), secret: z.string().max(40) }),
  output: VisitView,
  doc: 'A visit by the number and secret of its printed slip, without an account.',
  sealed: true,
})
export const printSlip = command('visits.slip', {
  input: z.object({
    id: VisitId,
    secret: z
      .string()
      .regex(/^[A-Za-z0-9]{12,40}$/)
      .describe('short enough to be typed off; the slip printed before no longer opens anything'),
  }),
  output: z.object({ number: z.string() }),
  doc: 'A new slip for a household that has no phone: a new secret for the number.',
})
export const askVisit = command('visits.ask', {
  input: z.object({
    id: RequestId,
    text: z.string().trim().min(2).max(400),
    mandate: MandateId.optional().describe('by a proxy'),
  }),
  output: z.object({ id: RequestId }),
  doc: 'Asks for a visit. Whoever answers for the door sees it among the doors of today.',
})
export const withdrawRequest = command('visits.withdraw', {
  input: z.object({ id: RequestId }),
  output: z.object({}),
  doc: 'Takes back a wish for a visit.',
})
export const declineRequest = command('visits.decline', {
  input: z.object({ id: RequestId, answer: z.string().trim().min(4).max(400) }),
  output: z.object({}),
  doc: 'Says why nobody comes, or what was done instead.',
})

export const visitRecorded = event(
  'visits.recorded',
  z.object({ id: z.string(), household: z.string(), place: z.string() }),
)
export const visitAsked = event('visits.asked', z.object({ id: z.string(), place: z.string() }))
export const promiseMoved = event(
  'visits.promiseMoved',
  z.object({ id: z.string(), visit: z.string(), state: z.enum(PROMISE_STATES), place: z.string() }),
)
