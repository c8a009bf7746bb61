import { z } from 'zod'
import { command, DayText } from '#kernel/contract.ts'
import { Level, PlaceCode } from '#modules/places/contract.ts'
import { PostId } from '#modules/posts/contract.ts'
import { CaseId, CaseRow, CaseState, FileId } from './contract.ts'
import { DECLINE_REASONS, PAUSE_REASONS, RETURN_REASONS } from './lifecycle.ts'

const Note = z.string().trim().max(2000)
const Reason = z.string().trim().min(2).max(400)

const onCase = { id: CaseId }
const withNote = { note: Note.default('') }
const act = <I extends z.ZodRawShape>(name: string, shape: I, doc: string) =>
  command(`cases.${name}`, { input: z.object({ ...onCase, ...shape }), output: CaseRow, doc })

export const assignCase = act(
  'assign',
  {
    ...withNote,
    post: PostId.nullable().optional(),
    organ: z.string().nullable().optional().describe('hand to a department of this level'),
  },
  'Assigns a case at its level to a post, or hands it to an organ of that level.',
)
export const acceptCase = act(
  'accept',
  withNote,
  'Accepts an assigned case: the accept clock stops, the handle clock starts.',
)
export const sendBackCase = act(
  'sendBack',
  { reason: z.enum(RETURN_REASONS), note: Note.min(2) },
  'Sends an assigned case back with a reason code. Refuses bounced_twice: no case is bounced a third time.',
)
export const climbCase = act(
  'climb',
  { reason: Reason },
  'One level up: 小事不出格, 大事不出村. Refuses stop_level and top_of_tree.',
)
export const skipCase = act(
  'skip',
  { level: Level, reason: Reason },
  'Up over one or more levels; the levels between are informed (cc).',
)
export const handDownCase = act(
  'handDown',
  { to: PlaceCode.describe('place below the present desk, on the path of the case'), reason: Reason },
  'Down to a level below that answers for it.',
)
export const pauseCase = act(
  'pause',
  { reason: z.enum(PAUSE_REASONS), until: DayText.describe('at most 60 days away'), note: Note.min(2) },
  'Pauses the handle clock with a reason and an end; pauses are counted and shown.',
)
export const resumeCase = act('resume', withNote, 'Ends a pause.')
export const extendCase = act(
  'extend',
  { until: DayText, reason: Reason },
  'Promises another date to the reporter. No clock changes: a late case stays late.',
)
export const handleCase = act(
  'handle',
  {
    note: Note.min(2),
    answer: Note.min(2).describe('what the resident will read'),
    files: z.array(FileId).max(9).default([]),
  },
  'States that it is solved, with the evidence that the duty asks for. Refuses evidence_missing.',
)
export const verifyCase = act('verify', withNote, 'A second person finds it solved. Refuses same_person.')
export const reworkCase = act(
  'rework',
  { note: Note.min(2) },
  'A second person finds it not solved: back to handling, clocks go on from where they were.',
)
export const declineCase = act(
  'decline',
  { reason: z.enum(DECLINE_REASONS), answer: Note.min(2) },
  'Declines a case that nobody here can take up, with reason and public answer.',
)
export const mergeCase = act(
  'merge',
  { into: CaseId, note: Note.default('') },
  'The same matter as another case: this one ends as merged, the other takes over its older clocks and its reporter.',
)
export const commentCase = act(
  'comment',
  { note: Note.min(1), files: z.array(FileId).max(9).default([]) },
  'An internal note. Changes no clock.',
)
export const answerCase = act(
  'answer',
  { answer: Note.min(2) },
  'Tells the reporter something in between. Changes no clock.',
)

const byReporter = { id: CaseId, secret: z.string().max(40).optional().describe('without an account') }
const Followed = z.object({ id: CaseId, state: CaseState })
export const confirmCase = command('cases.confirm', {
  input: z.object({ ...byReporter, note: Note.default(''), solved: z.literal(true) }),
  output: Followed,
  doc: 'The reporter confirms that it is solved.',
})
export const reopenCase = command('cases.reopen', {
  input: z.object({ ...byReporter, note: Note.min(2), files: z.array(FileId).max(9).default([]) }),
  output: Followed,
  doc: 'The reporter finds it not solved. The old clocks go on. Refuses window_over.',
})
export const withdrawCase = command('cases.withdraw', {
  input: z.object({ ...byReporter, note: Note.default('') }),
  output: Followed,
  doc: 'The reporter takes the report back.',
})

export const claimReport = command('cases.claim', {
  input: z.object({ number: z.string().trim().min(8).max(20), secret: z.string().max(40) }),
  output: Followed,
  doc: 'Adds a report made without an account to my account.',
})
