import { z } from 'zod'
import { command, DayText, event, id, page, pageInput, query } from '#kernel/contract.ts'
import { UUID } from '#kernel/ids.ts'
import { PlaceCode } from '#modules/places/contract.ts'
import { PostId } from '#modules/posts/contract.ts'

/** 周二无会日: a protected day of the week, as data. */
export const FieldDayId = id('FieldDayId')
export const MeetingId = id('MeetingId')
export const OutingId = id('OutingId')
export const ProblemId = id('ProblemId')
const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const Why = z.string().trim().min(4).max(400)

export const FieldDay = z.object({
  id: FieldDayId,
  place: PlaceCode,
  placeName: z.string(),
  weekday: z.number().int().min(1).max(7).describe('1 Monday … 7 Sunday'),
  from: DayText,
  until: DayText.nullable().describe('first day on which it no longer holds'),
  rule: z.string().describe('what whoever invites to a meeting on it is told'),
  exceptions: z.array(z.object({ day: DayText, place: PlaceCode, reason: z.string() })),
})
export type FieldDay = z.infer<typeof FieldDay>

export const setFieldDay = command('visits.setFieldDay', {
  input: z.object({
    id: FieldDayId,
    place: PlaceCode,
    weekday: z.number().int().min(1).max(7),
    from: DayText,
    until: DayText.nullable().optional(),
    rule: z.string().trim().min(4).max(400),
  }),
  output: z.object({ id: FieldDayId }),
  doc: 'Protects a weekday at a place and below: no meetings, teams go down to the villages.',
})
export const exceptDay = command('visits.exceptDay', {
  input: z.object({ fieldDay: FieldDayId, place: PlaceCode, day: DayText, reason: Why }),
  output: z.object({}),
  doc: 'Lifts the protection of one day at a place, with a reason that everybody sees: a typhoon, an election.',
})
export const listFieldDays = query('visits.fieldDays', {
  input: z.object({ place: PlaceCode.optional(), from: DayText.optional(), to: DayText.optional() }),
  output: z.object({
    rows: z.array(FieldDay),
    days: z.array(
      z.object({
        day: DayText,
        protected: z.boolean(),
        reason: z.string().nullable().describe('of the exception'),
        outings: z.number(),
        meetings: z.number().describe('that I am invited to'),
      }),
    ),
  }),
  doc: 'The protected days that hold at a place, and the calendar of at most 62 days.',
})

export const Meeting = z.object({
  id: MeetingId,
  title: z.string(),
  day: DayText,
  from: Time,
  to: Time,
  where: z.string(),
  place: PlaceCode,
  by: z.object({ name: z.string(), title: z.string() }).nullable(),
  invited: z.array(
    z.object({ post: PostId, name: z.string(), title: z.string(), answer: z.enum(['yes', 'no']).nullable() }),
  ),
  cancelled: z.boolean(),
  mine: z.boolean(),
})
export const callMeeting = command('visits.callMeeting', {
  input: z.object({
    id: MeetingId,
    title: z.string().trim().min(2).max(80),
    day: DayText,
    from: Time,
    to: Time,
    where: z.string().trim().min(1).max(120),
    posts: z.array(PostId).min(1).max(200),
  }),
  output: z.object({ id: MeetingId }),
  doc: 'Invites to a meeting. On a protected field day of anybody invited it is refused with the text of the rule.',
})
export const answerMeeting = command('visits.answerMeeting', {
  input: z.object({ id: MeetingId, coming: z.boolean() }),
  output: z.object({}),
  doc: 'Comes or does not.',
})
export const cancelMeeting = command('visits.cancelMeeting', {
  input: z.object({ id: MeetingId }),
  output: z.object({}),
  doc: 'Calls a meeting off.',
})
export const listMeetings = query('visits.meetings', {
  input: z.object({ from: DayText.optional(), ...pageInput }),
  output: page(Meeting),
  doc: 'Meetings that I am invited to or that I called.',
})

/** 下村: the team of a village goes down on a day. */
export const Outing = z.object({
  id: OutingId,
  day: DayText,
  village: PlaceCode,
  villageName: z.string(),
  team: z.array(z.object({ post: PostId, name: z.string(), title: z.string() })),
  about: z.string(),
  problems: z.number(),
  can: z.array(z.enum(['change', 'cancel'])),
})
export type Outing = z.infer<typeof Outing>
export const planOuting = command('visits.planOuting', {
  input: z.object({
    id: OutingId,
    day: DayText,
    village: PlaceCode,
    posts: z.array(PostId).min(1).max(40),
    about: z.string().trim().max(400).default(''),
  }),
  output: z.object({ id: OutingId }),
  doc: 'Puts on the roster who of the team goes down to a village on a day. The same id changes it.',
})
export const cancelOuting = command('visits.cancelOuting', {
  input: z.object({ id: OutingId, reason: Why }),
  output: z.object({}),
  doc: 'Takes a team off the roster of a day.',
})
export const listOutings = query('visits.outings', {
  input: z.object({ place: PlaceCode.optional(), from: DayText.optional(), to: DayText.optional(), ...pageInput }),
  output: page(Outing),
  doc: 'Who goes down to which village on which day.',
})
export const teamOfVillage = query('visits.teamOf', {
  input: z.object({ village: PlaceCode }),
  output: z.object({ rows: z.array(z.object({ post: PostId, name: z.string(), title: z.string() })) }),
  doc: '组团联村: the team that answers for a village, to be put on the roster.',
})

/** 问题: found on the spot, with an owner, a day and an answer. */
export const Problem = z.object({
  id: ProblemId,
  outing: OutingId.nullable(),
  place: PlaceCode,
  placeName: z.string(),
  text: z.string(),
  foundBy: z.object({ name: z.string(), title: z.string() }).nullable(),
  foundAt: z.string(),
  owner: z.object({ post: PostId, name: z.string(), title: z.string() }),
  due: DayText,
  late: z.boolean(),
  answer: z.string().nullable(),
  answeredAt: z.string().nullable(),
  state: z.enum(['open', 'answered', 'accepted']),
  can: z.array(z.enum(['answer', 'accept', 'return'])),
})
export type Problem = z.infer<typeof Problem>
export const findProblem = command('visits.findProblem', {
  input: z.object({
    id: ProblemId,
    outing: OutingId.nullable().optional(),
    place: PlaceCode,
    text: z.string().trim().min(4).max(1000),
    owner: PostId,
    due: DayText,
  }),
  output: z.object({ id: ProblemId }),
  doc: 'Notes a problem found in a village, with an owner who answers by a day.',
})
export const answerProblem = command('visits.answerProblem', {
  input: z.object({ id: ProblemId, answer: Why }),
  output: z.object({}),
  doc: 'The owner answers what was done.',
})
export const judgeProblem = command('visits.judgeProblem', {
  input: z.object({ id: ProblemId, solved: z.boolean(), reason: z.string().trim().max(400).default('') }),
  output: z.object({}),
  doc: 'Whoever found it, or the village, takes the answer or gives it back with a reason.',
})
export const listProblems = query('visits.problems', {
  input: z.object({
    place: PlaceCode.optional(),
    state: z.enum(['open', 'answered', 'accepted']).optional(),
    mine: z.boolean().default(false),
    ...pageInput,
  }),
  output: page(Problem),
  doc: 'Problems found at or below a place: owner, day, answer.',
})

export const meetingCalled = event('visits.meetingCalled', z.object({ id: z.string().regex(UUID), place: z.string() }))
export const problemMoved = event(
  'visits.problemMoved',
  z.object({ id: z.string(), place: z.string(), state: z.enum(['open', 'answered', 'accepted']) }),
)
