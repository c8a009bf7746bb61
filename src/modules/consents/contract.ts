import { z } from 'zod'
import { command, DayText, event, id, Names, page, pageInput, query } from '#kernel/contract.ts'

/** 目的 and 同意: why data are processed (PIPL art. 13 lawful bases), and who looked. */
export const ConsentId = id('ConsentId')
export const BASES = [
  'consent',
  'contract',
  'statutory_duty',
  'public_health',
  'news_supervision',
  'already_public',
  'other_law',
] as const

export const Purpose = z.object({
  key: z.string(),
  name: Names,
  what: Names.describe('in plain words: what is read and what for'),
  basis: z.enum(BASES),
  law: z.string().describe('article'),
  keep: z.string().describe('e.g. 3 years'),
})
export type Purpose = z.infer<typeof Purpose>
export const listPurposes = query('consents.purposes', {
  input: z.object({}),
  output: z.object({ rows: z.array(Purpose) }),
  doc: 'Every purpose for which personal data are processed: lawful basis, article, retention.',
})

export const Look = z.object({
  id: z.string(),
  at: z.string(),
  organ: z.string().nullable().describe('name of the organ or place office that looked, or of the outside register'),
  office: z.string().describe('what the office is filtered by'),
  role: z.string().nullable(),
  post: z.string().nullable().describe('title of the post'),
  purpose: z.object({ key: z.string(), zh: z.string(), en: z.string().nullable().optional() }).nullable(),
  basis: z.string().nullable(),
  what: z.string().describe('name of the query or command; `outside` for a register outside'),
  fields: z.string().nullable().describe('reporter, contact …; of a register outside what it says in words'),
  subject: z.string().nullable().describe('id of the case'),
  glass: z.object({ reason: z.string() }).nullable().describe('seen by breaking the glass, and why'),
  withheld: z
    .object({ article: z.string(), until: z.string() })
    .nullable()
    .describe('was not shown before this day, and by which article'),
})
export type Look = z.infer<typeof Look>
const lookFilter = {
  office: z.string().max(80).optional(),
  purpose: z.string().max(60).optional(),
  from: DayText.optional(),
  to: DayText.optional(),
}
export const listLooks = query('consents.looks', {
  input: z.object({ ...lookFilter, ...pageInput }),
  output: page(Look).extend({
    total30: z.number(),
    organs30: z.number().describe('different organs in the last 30 days'),
    appeared: z
      .array(
        z.object({
          organ: z.string().nullable(),
          office: z.string(),
          article: z.string(),
          since: z.string(),
          until: z.string(),
        }),
      )
      .describe('delays that are over: what they withheld stands in the list now'),
  }),
  doc: 'Who looked at me: every read of my data, newest first, within a second of its happening. Registers outside are in it as far as they tell. What a law delays appears by itself on its day.',
})
export const groupLooks = query('consents.lookGroups', {
  input: z.object({ ...lookFilter }),
  output: z.object({
    rows: z.array(
      z.object({
        organ: z.string().nullable(),
        office: z.string(),
        role: z.string(),
        purpose: z.object({ key: z.string(), zh: z.string(), en: z.string().nullable().optional() }).nullable(),
        month: z.string().describe('2026-09'),
        count: z.number(),
        last: z.string(),
      }),
    ),
  }),
  doc: 'The looks at me counted by office, purpose and month, newest first.',
})

export const Consent = z.object({
  id: ConsentId,
  purpose: z.string(),
  givenAt: z.string(),
  withdrawnAt: z.string().nullable(),
})
export type Consent = z.infer<typeof Consent>
export const myConsents = query('consents.mine', {
  input: z.object({}),
  output: z.object({ rows: z.array(Consent) }),
  doc: 'What I consented to, and when I took it back.',
})
export const giveConsent = command('consents.give', {
  input: z.object({ id: ConsentId, purpose: z.string().max(60) }),
  output: Consent,
  doc: 'Consents to one purpose that rests on consent.',
})
export const withdrawConsent = command('consents.withdraw', {
  input: z.object({ id: ConsentId }),
  output: Consent,
  doc: 'Takes a consent back; as easy as giving it (PIPL art. 15).',
})

/** What rests on it alone is hidden from now on, and goes. */
export const consentWithdrawn = event('consents.withdrawn', z.object({ person: z.string(), purpose: z.string() }))
