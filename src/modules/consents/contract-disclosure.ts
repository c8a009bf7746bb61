import { z } from 'zod'
import { command, DayText, event, id, page, pageInput, query } from '#kernel/contract.ts'
import { PersonId } from '#modules/people/contract.ts'

/** 延迟告知: looks of one office at one person that the person is not to see before a day, on which they appear by themselves. */
export const DelayId = id('DelayId')
export const ARTICLES = ['pipl_18_1', 'pipl_18_2', 'pipl_35', 'minors_11'] as const
export type Article = (typeof ARTICLES)[number]

export const askDelay = command('consents.askDelay', {
  input: z.object({
    id: DelayId,
    person: PersonId,
    article: z.enum(ARTICLES),
    reason: z
      .string()
      .trim()
      .min(10)
      .max(600)
      .describe('why telling now would do harm; read by whoever decides, and by auditors'),
    appearsOn: DayText.describe('the day on which the looks appear by themselves; at most 180 days ahead'),
    prolongs: DelayId.optional().describe('one that still runs; all together last at most 365 days'),
  }),
  output: z.object({ id: DelayId, appearsAt: z.string() }),
  doc: 'Asks that looks of the own office at a person appear to that person later. Nothing is withheld until a second person has approved it.',
})
export const decideDelay = command('consents.decideDelay', {
  input: z.object({ id: DelayId, approve: z.boolean() }),
  output: z.object({ id: DelayId, approved: z.boolean() }),
  doc: 'Approves or refuses a delay; never by the one who asked for it (same_person).',
})
export const endDelay = command('consents.endDelay', {
  input: z.object({ id: DelayId }),
  output: z.object({}),
  doc: 'Ends a delay before its day: what was withheld appears at once.',
})

export const DELAY_STATES = ['pending', 'running', 'appeared', 'refused'] as const
export const Delay = z.object({
  id: DelayId,
  person: PersonId,
  state: z.enum(DELAY_STATES),
  organ: z.string().nullable().describe('name of the office whose looks are withheld'),
  place: z.string(),
  article: z.enum(ARTICLES),
  reason: z.string(),
  askedBy: z.string().nullable().describe('title of the post'),
  askedAt: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  appearsAt: z.string(),
  endedAt: z.string().nullable(),
  can: z.array(z.enum(['decide', 'end'])),
})
export type Delay = z.infer<typeof Delay>
export const listDelays = query('consents.delays', {
  input: z.object({ state: z.enum(DELAY_STATES).optional(), ...pageInput }),
  output: page(Delay),
  doc: 'Delays of disclosure, newest first, pending ones too: for auditors, and for those who ask and decide.',
})

export const tellDisclosed = command('consents.disclose', {
  input: z.object({ id: z.string() }),
  output: z.object({}),
  doc: 'Tells a person that looks which were withheld can be seen now.',
  inward: true,
})
export const looksDisclosed = event(
  'consents.disclosed',
  z.object({ person: z.string(), office: z.string(), place: z.string() }),
)
