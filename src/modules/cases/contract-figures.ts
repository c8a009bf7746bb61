import { z } from 'zod'
import { DayText, Names, query } from '#kernel/contract.ts'
import { PlaceCode } from '#modules/places/contract.ts'
import { CaseRow } from './contract.ts'

export const Tally = z.object({
  received: z.number(),
  open: z.number(),
  waiting: z.number().describe('received or assigned, not yet accepted'),
  handling: z.number(),
  verifying: z.number(),
  confirming: z.number(),
  paused: z.number(),
  late: z.number().describe('open and past a limit'),
  reopened: z.number().describe('reopened at least once'),
  bounced: z.number().describe('sent back at least once'),
  confirmed: z.number().describe('closed, confirmed by the reporter'),
  silent: z.number().describe('closed by silence'),
  claimed: z.number().describe('closed, claimed by the handler; nobody to confirm'),
  ended: z.number().describe('withdrawn, declined or merged'),
  closedLate: z.number().describe('closed after a limit had passed'),
  closedGrid: z.number(),
  closedVillage: z.number(),
  closedTownship: z.number(),
  closedCounty: z.number(),
  closedCity: z.number(),
})
export type Tally = z.infer<typeof Tally>
export const TALLY_KEYS = Object.keys(Tally.shape) as (keyof Tally)[]

export const getFigures = query('cases.figures', {
  input: z.object({ place: PlaceCode.optional().describe('default: own place') }),
  output: z.object({
    place: z.object({ code: z.string(), name: z.string() }),
    total: Tally,
    children: z.array(z.object({ code: z.string(), name: z.string(), tally: Tally })),
    classes: z.array(z.object({ code: z.string(), name: Names, tally: Tally })),
    today: z.object({
      received: z.number(),
      closed: z.number(),
      lastWeek: z.number().describe('received by this hour a week ago'),
      hours: z.array(z.object({ hour: z.number(), received: z.number(), closed: z.number() })),
    }),
    days: z.array(z.object({ day: DayText, received: z.number(), closed: z.number() })).describe('the last 30 days'),
    asOf: z.string(),
  }),
  doc: 'Figures of one node with its subtree, each with what it is a part of; at most two seconds old.',
})
export const lateCases = query('cases.lateWhy', {
  input: z.object({ place: PlaceCode.optional() }),
  output: z.object({
    rows: z.array(CaseRow).describe('the longest overdue, at most 20'),
    why: z.array(
      z.object({
        reason: z.enum(['not_accepted', 'handling', 'not_verified', 'bounced', 'climbed']),
        count: z.number(),
      }),
    ),
  }),
  doc: 'What is late and why.',
})
