import { z } from 'zod'
import { command, event, id, Names, page, pageInput, query } from '#kernel/contract.ts'

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
  at: z.string(),
  organ: z.string().nullable().describe('name of the organ or place office that looked'),
  role: z.string().nullable(),
  post: z.string().nullable().describe('title of the post'),
  purpose: z.object({ key: z.string(), zh: z.string(), en: z.string().nullable().optional() }).nullable(),
  basis: z.string().nullable(),
  what: z.string().describe('name of the query or command'),
  fields: z.string().nullable().describe('reporter, contact …'),
  subject: z.string().nullable().describe('id of the case'),
})
export type Look = z.infer<typeof Look>
export const listLooks = query('consents.looks', {
  input: z.object({ ...pageInput }),
  output: page(Look).extend({
    total30: z.number(),
    organs30: z.number().describe('different organs in the last 30 days'),
  }),
  doc: 'Who looked at me: every read of my data, newest first, within a second of its happening.',
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
