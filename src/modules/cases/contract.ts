import { z } from 'zod'
import { command, DayText, event, id, Names, page, pageInput, query } from '#kernel/contract.ts'
import { KindCode } from '#modules/duties/contract.ts'
import { PersonId } from '#modules/people/contract.ts'
import { Level, PlaceCode, PlacePath, Position } from '#modules/places/contract.ts'
import { PostId } from '#modules/posts/contract.ts'
import { ACTIONS, CHANNELS, CLOCKS, STATES } from './lifecycle.ts'

/** 事件: something found that climbs until someone solves it. */
export const CaseId = id('CaseId')
export type CaseId = z.infer<typeof CaseId>
export const FileId = id('FileId')

export const CaseState = z.enum(STATES)
export const CaseAction = z.enum(ACTIONS)

/** One clock in words a screen can show. Seconds are working seconds unless the kind is urgent. */
export const ClockView = z.object({
  name: z.enum(CLOCKS),
  limit: z.number().describe('seconds allowed'),
  spent: z.number().describe('seconds used by now'),
  running: z.boolean(),
  dueAt: z.string().nullable().describe('when the limit is reached if it keeps running'),
  lamp: z.enum(['still', 'green', 'amber', 'red']).describe('amber from 70 %, red from 100 %'),
  starts: z.number(),
})

export const CaseRow = z.object({
  id: CaseId,
  number: z.string(),
  kind: KindCode,
  kindName: Names,
  title: z.string(),
  state: CaseState,
  level: Level.describe('the level that has it now'),
  place: z.string().describe('grid where the fact is'),
  placeName: z.string().describe('township · village · grid'),
  desk: z.string().describe('name of who has it now: place office or organ'),
  assignee: z.string().nullable().describe('name of the person it is assigned to'),
  urgent: z.boolean(),
  late: z.boolean(),
  reopened: z.number(),
  bounced: z.number(),
  channel: z.enum(CHANNELS),
  receivedAt: z.string(),
  dueAt: z.string().nullable().describe('next limit of a running clock'),
  clock: ClockView.nullable().describe('the clock that runs now'),
  lon: z.number().nullable(),
  lat: z.number().nullable(),
  can: z.array(CaseAction),
})
export type CaseRow = z.infer<typeof CaseRow>

export const StepView = z.object({
  no: z.number(),
  at: z.string(),
  action: z.enum([...ACTIONS, 'report']),
  state: CaseState,
  level: Level,
  by: z
    .object({ name: z.string().nullable(), title: z.string().nullable(), organ: z.string().nullable() })
    .nullable()
    .describe('null: the system'),
  to: z.string().nullable().describe('whom it went to'),
  reason: z.string().nullable().describe('reason code'),
  note: z.string().nullable().describe('internal note; null for the public'),
  answer: z.string().nullable().describe('public answer'),
  files: z.array(z.string()),
  cc: z.array(z.string()).describe('names of offices informed'),
})
export type StepView = z.infer<typeof StepView>

export const FileView = z.object({
  id: FileId,
  url: z.string(),
  thumb: z.string(),
  width: z.number(),
  height: z.number(),
  step: z.number(),
  public: z.boolean(),
})

export const CaseView = CaseRow.extend({
  description: z.string(),
  address: z.string().nullable(),
  path: PlacePath,
  accuracyM: z.number().nullable(),
  insideGrid: z.boolean().describe('false: placed in the nearest grid'),
  reporter: z
    .object({
      name: z.string().nullable().describe('masked'),
      phone: z.string().nullable().describe('masked'),
      account: z.boolean(),
    })
    .nullable(),
  lead: z.object({ level: Level, line: z.string(), lineName: Names }),
  stopLevel: Level,
  evidence: z.string(),
  promisedAt: z.string().nullable(),
  pausedUntil: z.string().nullable(),
  publicAnswer: z.string().nullable(),
  mergedInto: z.object({ id: CaseId, number: z.string() }).nullable(),
  absorbed: z.array(z.object({ id: CaseId, number: z.string() })),
  clocks: z.array(ClockView),
  calendar: z.string(),
  windowEndsAt: z.string().nullable().describe('until when the resident can confirm or reopen'),
  steps: z.array(StepView),
  files: z.array(FileView),
  targets: z.object({
    posts: z
      .array(z.object({ id: PostId, name: z.string(), title: z.string() }))
      .describe('whom it can be assigned to at the desk that has it'),
    organs: z
      .array(z.object({ id: z.string(), name: z.string(), line: z.string().nullable() }))
      .describe('organs it can be handed to'),
    climb: z.object({ level: Level, name: z.string() }).nullable(),
    skip: z.array(z.object({ level: Level, name: z.string() })),
    down: z.array(z.object({ code: z.string(), name: z.string() })),
  }),
})
export type CaseView = z.infer<typeof CaseView>

// ---- reporting -------------------------------------------------------------------------------------------------------

export const reportCase = command('cases.report', {
  input: z.object({
    id: CaseId,
    secret: z
      .string()
      .regex(/^[A-Za-z0-9]{16,40}$/)
      .describe('made by the sender; with the number it follows the case without an account'),
    channel: z.enum(CHANNELS),
    kind: KindCode.nullable().describe('null: found from the text'),
    title: z.string().trim().max(60).nullable().optional().describe('default: beginning of the description'),
    description: z.string().trim().min(4).max(2000),
    address: z.string().trim().max(200).nullable().optional(),
    position: Position.nullable().optional(),
    place: PlaceCode.nullable().optional().describe('village or grid, when there is no position'),
    files: z.array(FileId).max(9).default([]),
    reporter: z
      .object({
        name: z.string().trim().max(40).nullable().optional(),
        phone: z
          .string()
          .regex(/^1\d{10}$/)
          .nullable()
          .optional(),
      })
      .nullable()
      .optional(),
    capturedAt: z.string().nullable().optional().describe('clock of the phone'),
  }),
  output: z.object({
    id: CaseId,
    number: z.string(),
    kindName: Names,
    placeName: z.string(),
    desk: z.string(),
    insideGrid: z.boolean(),
  }),
  doc: 'Reports something. Gets a number at once and lands with whoever answers for the place and kind. No account needed.',
})

// ---- reading ---------------------------------------------------------------------------------------------------------

export const CaseFilter = {
  place: PlaceCode.optional().describe('at or below; default: own scope'),
  states: z.array(CaseState).optional(),
  open: z.boolean().optional().describe('true: open only; false: closed only'),
  late: z.boolean().optional(),
  dueSoon: z.boolean().optional().describe('past 70 % of the running limit, not late'),
  reopened: z.boolean().optional(),
  bounced: z.boolean().optional().describe('sent back at least once'),
  mine: z.boolean().optional().describe('on my desk: assigned to my post, or waiting at my level'),
  class: z
    .string()
    .regex(/^\d{2}$/)
    .optional(),
  kind: KindCode.optional(),
  level: Level.optional(),
  channel: z.enum(CHANNELS).optional(),
  text: z.string().trim().max(40).optional().describe('number, or part of title, description or address'),
  from: DayText.optional(),
  to: DayText.optional(),
}
export const SORTS = ['newest', 'due'] as const

export const listCases = query('cases.list', {
  input: z.object({ ...CaseFilter, sort: z.enum(SORTS).default('newest'), ...pageInput }),
  output: page(CaseRow).extend({
    total: z.number().nullable().describe('exact where counters know it; null when only counting would tell'),
  }),
  doc: 'Cases of the own scope. No personal data of reporters in lists.',
})
export const getCase = query('cases.get', {
  input: z.object({ id: CaseId }),
  output: CaseView,
  doc: 'Everything of one case. The reporter sees this read.',
})
export const getContact = query('cases.contact', {
  input: z.object({ id: CaseId, reason: z.string().trim().min(2).max(200) }),
  output: z.object({ name: z.string().nullable(), phone: z.string().nullable() }),
  doc: 'Name and phone of the reporter in full, for a stated reason. The reporter sees this read.',
  sealed: true,
})
export const nearbyCases = query('cases.nearby', {
  input: z.object({
    place: PlaceCode,
    kind: KindCode.optional(),
    lon: z.number().optional(),
    lat: z.number().optional(),
    except: CaseId.optional(),
  }),
  output: z.object({ rows: z.array(CaseRow) }),
  doc: 'Open cases in the same village that may be the same matter, nearest first.',
})
export const mapCases = query('cases.map', {
  input: z.object({ place: PlaceCode.optional(), by: Level.default('village'), late: z.boolean().optional() }),
  output: z.object({
    areas: z.array(z.object({ code: z.string(), open: z.number(), late: z.number() })),
    points: z
      .array(
        z.object({
          id: z.string(),
          lon: z.number(),
          lat: z.number(),
          late: z.boolean(),
          soon: z.boolean(),
          title: z.string(),
        }),
      )
      .describe('at most 1,500, late first'),
  }),
  doc: 'Open cases for a map: counts by place of a level, and points.',
})

/** What the reporter sees, with or without an account. */
export const PublicCase = z.object({
  id: CaseId,
  number: z.string(),
  kindName: Names,
  title: z.string(),
  description: z.string(),
  placeName: z.string(),
  state: CaseState,
  desk: z.string(),
  receivedAt: z.string(),
  promisedAt: z.string().nullable(),
  dueAt: z.string().nullable(),
  late: z.boolean(),
  reopened: z.number(),
  publicAnswer: z.string().nullable(),
  windowEndsAt: z.string().nullable(),
  mergedInto: z.string().nullable().describe('number of the case that goes on'),
  steps: z.array(StepView),
  files: z.array(FileView),
  can: z.array(z.enum(['confirm', 'reopen', 'withdraw'])),
})
export type PublicCase = z.infer<typeof PublicCase>

export const followCase = query('cases.follow', {
  input: z.object({ number: z.string().trim().min(8).max(20), secret: z.string().max(40) }),
  output: PublicCase,
  doc: 'One report by number and secret, without an account.',
  sealed: true,
})
export const myReport = query('cases.mineOne', {
  input: z.object({ id: CaseId }),
  output: PublicCase,
  doc: 'One of my own reports, with an account.',
})
export const myReports = query('cases.mine', {
  input: z.object({ ...pageInput }),
  output: page(PublicCase.omit({ steps: true, files: true, description: true })),
  doc: 'My reports, newest first.',
})

export const caseMoved = event(
  'cases.moved',
  z.object({
    id: z.string(),
    action: z.enum([...ACTIONS, 'report']),
    no: z.number(),
    state: CaseState,
    level: Level,
    place: z.string(),
    post: z.string().nullable(),
    organ: z.string().nullable(),
    reporter: PersonId.nullable(),
  }),
)
