import { z } from 'zod'
import { command, event, id, Names, page, pageInput, query } from '#kernel/contract.ts'
import { MemberGiven, MemberId } from '#modules/homes/contract.ts'
import { PersonId } from '#modules/people/contract.ts'
import { PlaceCode } from '#modules/places/contract.ts'
import { FieldKey, Subject, Value } from './contract.ts'

/** 异议: somebody says that a value is wrong. It is marked at once wherever it is shown, and decided within a limit. */
export const ContestId = id('ContestId')
export type ContestId = z.infer<typeof ContestId>

export const CONTEST_STATES = ['open', 'accepted', 'refused', 'withdrawn'] as const
export type ContestState = (typeof CONTEST_STATES)[number]
export const CONTEST_STEPS = ['contested', 'overdue', 'passed', 'accepted', 'refused', 'withdrawn'] as const

export const ContestStep = z.object({
  step: z.enum(CONTEST_STEPS),
  at: z.string(),
  office: Names.nullable().describe('whose turn it is, or who decided'),
  note: z.string().nullable(),
})
export const Contest = z.object({
  id: ContestId,
  subjectKind: Subject,
  subject: z.string(),
  who: z.string().describe('whom or what the value is about'),
  place: PlaceCode,
  field: FieldKey,
  shown: Value.nullable().describe('what stood there; null where the reader may not read it'),
  says: Value.nullable().describe('what the contester says is right; null: only that it is wrong'),
  why: z.string(),
  at: z.string(),
  by: z.enum(['resident', 'worker']),
  office: Names.nullable().describe('who decides: whose word is the truth'),
  state: z.enum(CONTEST_STATES),
  dueAt: z.string().nullable(),
  late: z.boolean(),
  lamp: z.enum(['still', 'green', 'amber', 'red']),
  decidedAt: z.string().nullable(),
  reason: z.string().nullable(),
  answer: z.string().nullable().describe('what the contester reads'),
  steps: z.array(ContestStep),
})
export type Contest = z.infer<typeof Contest>

export const contestValue = command('fields.contest', {
  input: z.object({
    id: ContestId,
    subjectKind: Subject,
    subject: z.string().uuid(),
    field: FieldKey,
    says: Value.nullable().default(null),
    why: z.string().trim().min(2).max(300),
  }),
  output: Contest,
  doc: 'Says that a value is wrong. Marked at once; a person or worker of the place. Refuses already while one is open.',
})
/** What a count or a name alone does not say of a household. */
export const Register = z.object({
  head: PersonId.optional().describe('the member who is the head; default: the only one of that name'),
  leave: z.array(MemberId).max(40).default([]).describe('who do not belong to the household'),
  join: z.array(MemberGiven).max(20).default([]).describe('who belong to it and are not entered'),
})
export type Register = z.infer<typeof Register>
export const decideContest = command('fields.decide', {
  input: z.object({
    id: ContestId,
    decision: z.enum(['accepted', 'refused']),
    value: Value.optional().describe('what is right, when accepted; default: what the contester says'),
    register: Register.optional().describe(
      'of head and size of a household: which member, who does not belong, who is missing',
    ),
    reason: z.string().trim().min(2).max(300).describe('how it was checked; stays in the office'),
    answer: z.string().trim().min(2).max(300).describe('to the contester'),
  }),
  output: Contest,
  doc: 'Decides. Accepted: a new value through the one write; what people and homes keep is changed there. Refused: the value stays, with the contest on record. Refuses same_person to whoever entered the value or contests it.',
})
export const passContest = command('fields.passContest', {
  input: z.object({
    id: ContestId,
    organ: z.string().uuid().nullable().describe('the organ that knows; null: the office of the township'),
    reason: z.string().trim().min(2).max(200),
  }),
  output: Contest,
  doc: 'Not ours: passes it to who knows. The clock goes on.',
})
export const withdrawContest = command('fields.withdrawContest', {
  input: z.object({ id: ContestId }),
  output: Contest,
  doc: 'The contester takes it back; the mark goes.',
})
export const contestOverdue = command('fields.contestOverdue', {
  input: z.object({ id: ContestId }),
  output: z.object({}),
  doc: 'Notes that the limit has passed.',
  inward: true,
})
export const listContests = query('fields.contests', {
  input: z.object({
    state: z.enum(['open', 'decided']).default('open'),
    late: z.boolean().optional(),
    ...pageInput,
  }),
  output: page(Contest.extend({ can: z.array(z.enum(['decide', 'pass'])) })).extend({
    open: z.number().int(),
    lateOpen: z.number().int(),
  }),
  doc: 'Contests in the own scope, the one that is due first on top.',
})
export const myContests = query('fields.myContests', {
  input: z.object({}),
  output: z.object({ rows: z.array(Contest) }),
  doc: 'What I contested, with every step and answer; newest first.',
})

/** 我的信息: one value as it is told to whom it is about, or to whoever answers for that door. */
export const HeldValue = z.object({
  field: FieldKey,
  value: Value.nullable(),
  source: z.string().nullable().describe('register, visit, self …'),
  by: Names.nullable().describe('office of who entered it; null: oneself, or from before'),
  day: z.string().nullable(),
  certainty: z.enum(['certain', 'likely', 'doubtful']).nullable(),
  stale: z.boolean(),
  contested: z.string().nullable().describe('id of the open contest'),
  purposes: z.array(z.string()),
})
export type HeldValue = z.infer<typeof HeldValue>
export const HeldSubject = z.object({
  kind: Subject,
  subject: z.string(),
  name: z.string(),
  relation: z.string().nullable().describe('to the head of the household'),
  role: z.enum(['me', 'child', 'member', 'household', 'dwelling']),
  rows: z.array(HeldValue),
})
export type HeldSubject = z.infer<typeof HeldSubject>
/** What may only be held with consent, and whether there is one. */
export const Needed = z.object({
  person: z.string(),
  name: z.string(),
  purpose: z.string(),
  fields: z.array(z.string()),
  given: z.object({ id: z.string(), at: z.string(), paper: z.boolean().describe('given on paper') }).nullable(),
})
export type Needed = z.infer<typeof Needed>

export const myData = query('fields.mine', {
  input: z.object({}),
  output: z.object({ subjects: z.array(HeldSubject), consents: z.array(Needed) }),
  doc: 'Every value about me, my children under 14, my household and dwelling: source, date, certainty, who entered it.',
})
export const householdCard = query('fields.card', {
  input: z.object({ household: z.string().uuid() }),
  output: z.object({
    household: z.string(),
    name: z.string(),
    place: PlaceCode,
    address: z.string().nullable(),
    subjects: z.array(HeldSubject),
    withheld: z.number().int().describe('values that this reader may not read'),
    care: z.boolean().describe('there is more, for care of the sick and disabled: fields.careCard'),
    minors: z.boolean().describe('there is more, for the care of children: fields.minorCard'),
    closed: z.array(Needed).describe('what may not be held yet, for want of consent'),
    contests: z.array(Contest),
  }),
  doc: 'What the platform knows of a household, for who answers for it. Everybody living there sees this read.',
})

const Sensitive = z.object({ household: z.string(), place: PlaceCode, subjects: z.array(HeldSubject) })
export const careCard = query('fields.careCard', {
  input: z.object({ household: z.string().uuid() }),
  output: Sensitive,
  doc: 'What illness and disability need, of who consented: to the worker of that grid and the department of that line. A purpose of its own; they see this read.',
})
export const minorCard = query('fields.minorCard', {
  input: z.object({ household: z.string().uuid() }),
  output: Sensitive,
  doc: 'What was entered about children under 14 with a guardian’s consent. A purpose of its own; seen as a look at the child.',
})

/** 回流: what came of one act of entering. */
export const Upload = z.object({
  entry: z.string(),
  at: z.string(),
  day: z.string(),
  source: z.string(),
  place: z.string().nullable(),
  who: z.string().describe('the door, or how many'),
  values: z.number().int(),
  confirmed: z.number().int(),
  forms: z.array(Names).describe('tables that these answers filled'),
  spared: z.number().int().describe('answers that nobody has to give again'),
  conflicts: z.number().int(),
  contested: z.number().int(),
  replaced: z.number().int().describe('newer by somebody else since'),
})
export type Upload = z.infer<typeof Upload>
export const listUploads = query('fields.uploads', {
  input: z.object({ limit: z.number().int().min(1).max(50).default(20) }),
  output: z.object({ rows: z.array(Upload) }),
  doc: 'What came of what I entered lately: tables filled, answers spared, contested, replaced.',
})

/** 待看的录入: entries, never persons. */
export const Suspicion = z.object({
  id: z.string(),
  sign: z.enum(['constant', 'copied', 'repeated']),
  fields: z.array(z.string()),
  place: PlaceCode,
  doors: z.number().int(),
  nearShare: z.number().describe('how many neighbours say the same, 0 to 1'),
  chance: z.number().describe('how likely that is by chance; 0 where it is not a matter of chance'),
  sample: z.array(z.object({ door: z.string(), day: z.string() })).describe('some of the doors; never who was there'),
  foundAt: z.string(),
  outcome: z.enum(['fine', 'asked', 'corrected']).nullable(),
  note: z.string().nullable(),
  lookedAt: z.string().nullable(),
})
export type Suspicion = z.infer<typeof Suspicion>
export const listSuspicions = query('fields.suspicions', {
  input: z.object({ looked: z.boolean().default(false), ...pageInput }),
  output: page(Suspicion),
  doc: 'Entries to look at once more: the same answer everywhere, copied texts. No names, no ranking, no hours.',
})
export const lookedAt = command('fields.lookedAt', {
  input: z.object({
    id: z.string().uuid(),
    outcome: z.enum(['fine', 'asked', 'corrected']),
    note: z.string().trim().min(2).max(300),
  }),
  output: Suspicion,
  doc: 'Somebody looked: it is fine, it is asked again at the doors, or it was corrected.',
})
export const suspect = command('fields.suspect', {
  input: z.object({ place: PlaceCode, day: z.string() }),
  output: z.object({ found: z.number().int() }),
  doc: 'Compares what came in at a township in the last 31 days.',
  inward: true,
})

/** Consent of a guardian for a child under 14 (PIPL art. 31), and its taking back. */
export const consentFor = command('fields.consentFor', {
  input: z.object({ id: z.string().uuid(), child: z.string().uuid(), purpose: z.string().max(60) }),
  output: z.object({ id: z.string() }),
  doc: 'A grown member of the household consents for a child under 14. Refuses not_found for anybody else.',
})
export const withdrawFor = command('fields.withdrawFor', {
  input: z.object({ id: z.string().uuid() }),
  output: z.object({ id: z.string() }),
  doc: 'Takes it back; what rests on it is hidden at once.',
})

const Moved = z.object({
  id: z.string(),
  person: z.string().nullable(),
  post: z.string().nullable(),
  step: z.enum(CONTEST_STEPS),
  place: z.string(),
  organ: z.string().nullable().describe('whose turn it is; null: the office of the township'),
})
/** A contest went on; `person` or `post` is the contester, told by notices. */
export const contestMoved = event('fields.contestMoved', Moved)
