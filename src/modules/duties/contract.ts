import { z } from 'zod'
import { command, DayText, event, Names, query } from '#kernel/contract.ts'
import { Level, PlaceCode } from '#modules/places/contract.ts'

/** 职责清单: class of matter -> lead organ, helpers, limits, legal basis; versioned data with effective dates. */
export const KindCode = z.string().regex(/^\d{2}-\d{2}$/)
export const EVIDENCE = [
  'none',
  'text',
  'photo',
  'before_after',
  'measurement',
  'signature',
  'voucher',
  'third_party',
] as const
export const Evidence = z.enum(EVIDENCE)

export const Duty = z.object({
  code: KindCode,
  class: z.string().describe('two digits'),
  className: Names,
  name: Names,
  synonyms: z.array(z.string()),
  leadLevel: Level,
  line: z.string().describe('department line that leads from the county on'),
  lineName: Names,
  helpers: z.array(z.string()),
  startLevel: Level.describe('where a new case lands first'),
  stopLevel: Level.describe('the highest level it may climb to'),
  acceptHours: z.number(),
  handleHours: z.number(),
  verifyHours: z.number(),
  urgent: z.boolean().describe('hours run around the clock'),
  evidence: Evidence,
  legalBasis: z.string().nullable(),
  restricted: z.boolean().describe('special care: narrower access'),
  version: z.number().int(),
  from: DayText,
  to: DayText.nullable(),
})
export type Duty = z.infer<typeof Duty>

export const listDuties = query('duties.list', {
  input: z.object({ day: DayText.optional() }),
  output: z.object({ rows: z.array(Duty), classes: z.array(z.object({ code: z.string(), name: Names })) }),
  doc: 'The duty list in force on a day (default: today).',
})
export const suggestDuty = query('duties.suggest', {
  input: z.object({ text: z.string().trim().min(1).max(400) }),
  output: z.object({ rows: z.array(z.object({ code: KindCode, name: Names, className: Names })) }),
  doc: 'What kind of matter a text is about: up to five kinds, best first.',
})
export const dutyHistory = query('duties.history', {
  input: z.object({ code: KindCode }),
  output: z.object({ rows: z.array(Duty.extend({ reason: z.string(), by: z.string().nullable() })) }),
  doc: 'All versions of one entry, newest first.',
})
export const reviseDuty = command('duties.revise', {
  input: z.object({
    code: KindCode,
    from: DayText.describe('in force from this day; not in the past'),
    reason: z.string().trim().min(2).max(400),
    changes: z.object({
      acceptHours: z.number().min(0.5).max(1000).optional(),
      handleHours: z.number().min(0.5).max(5000).optional(),
      verifyHours: z.number().min(0.5).max(1000).optional(),
      urgent: z.boolean().optional(),
      evidence: Evidence.optional(),
      leadLevel: Level.optional(),
      startLevel: Level.optional(),
      stopLevel: Level.optional(),
      line: z.string().max(40).optional(),
      synonyms: z.array(z.string().max(20)).max(30).optional(),
      legalBasis: z.string().max(400).nullable().optional(),
    }),
  }),
  output: Duty,
  doc: 'A new version of an entry from a day on; cases already open keep the version they were received under.',
})
export const listLines = query('duties.lines', {
  input: z.object({ place: PlaceCode.optional() }),
  output: z.object({ rows: z.array(z.object({ key: z.string(), name: Names })) }),
  doc: 'Department lines.',
})
export const dutiesChanged = event('duties.changed', z.object({ code: z.string() }))
