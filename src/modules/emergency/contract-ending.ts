import { z } from 'zod'
import { command, DayText, event, id, page, pageInput, query } from '#kernel/contract.ts'
import { ActivationId, WHY_ENDED } from './contract.ts'
import { Kind, Response } from './contract-playbooks.ts'

/**
 * The end (突发事件应对法 85): personal data that were gathered only for the emergency are destroyed; what is evidence or serves an
 * investigation is kept, item by item, after an assessment of legality, necessity and safety.
 */
export const CertificateId = id('CertificateId')
export type CertificateId = z.infer<typeof CertificateId>
export const KeptId = id('KeptId')
/** In this order; each in a transaction of its own, so that whatever stops the house between two of them, it goes on. */
export const STEPS = ['posts', 'bonds', 'report', 'destroy', 'forget', 'verify', 'certify'] as const
export const Step = z.enum(STEPS)
export type Step = z.infer<typeof Step>

export const keepItem = command('emergency.keep', {
  input: z.object({
    id: KeptId,
    activation: ActivationId,
    table: z
      .string()
      .regex(/^[a-z]+\.[a-z_]+$/)
      .describe('the data set'),
    item: z
      .string()
      .regex(/^[0-9a-f-]{36}$/)
      .describe('id of the row'),
    ground: z.enum(['evidence', 'investigation']),
    legality: z.string().trim().min(5).max(1000).describe('合法性: by which law it may be kept'),
    necessity: z.string().trim().min(5).max(1000).describe('必要性: why nothing less will do'),
    safety: z.string().trim().min(5).max(1000).describe('安全性: who may see it and how it is protected'),
    until: DayText.describe('on which it is destroyed too; at most five years ahead'),
  }),
  output: z.object({ id: KeptId }),
  doc: 'Keeps one item beyond the destruction, with its assessment, and with it what it is a part of (of a door its list). Refuses not_found (no such row of this emergency), gone (destroyed already), invalid (of a list that dies on its own date nothing is kept).',
})
export const release = command('emergency.release', {
  input: z.object({ id: KeptId, reason: z.string().trim().min(2).max(400) }),
  output: z.object({ id: KeptId }),
  doc: 'Takes an assessment back; the item goes with the others, or with the next run. Refuses conflict (a part of it is still kept).',
})
export const destroyNow = command('emergency.destroy', {
  input: z.object({ id: ActivationId, reason: z.string().trim().min(2).max(400) }),
  output: z.object({ id: ActivationId, destroyAt: z.string() }),
  doc: 'Nothing more has to be assessed: the destruction begins at once instead of on its day. It cannot be put off.',
})
export const witness = command('emergency.witness', {
  input: z.object({ certificate: CertificateId, note: z.string().trim().max(400).default('') }),
  output: z.object({
    certificate: CertificateId,
    holds: z.boolean().describe('a recount finds what the certificate says'),
  }),
  doc: 'Somebody of another organ recounts and signs. Refuses same_organ, already.',
})

export const CertificateView = z.object({
  id: CertificateId,
  activation: ActivationId,
  number: z.string(),
  kind: Kind,
  level: Response,
  drill: z.boolean(),
  area: z.array(z.object({ code: z.string(), name: z.string() })),
  since: z.string(),
  endedAt: z.string(),
  whyEnded: z.enum(WHY_ENDED),
  legalBasis: z.string(),
  issuer: z.string(),
  at: z.string().describe('of the destruction'),
  method: z.string(),
  lines: z.array(
    z.object({
      table: z.string(),
      rows: z.number().describe('destroyed'),
      kept: z.number().describe('with an assessment'),
      passed: z.number().describe('gone on under another emergency that is in force there'),
      hash: z.string().describe('SHA-256 over the rows as they were'),
    }),
  ),
  kept: z.array(z.object({ table: z.string(), ground: z.enum(['evidence', 'investigation']), until: DayText })),
  powers: z.array(z.object({ lever: z.string(), holds: z.number(), from: z.string(), until: z.string() })),
  digest: z.string().describe('SHA-256 over all of the above'),
  witness: z.object({ organ: z.string(), at: z.string(), holds: z.boolean() }).nullable(),
  sound: z.boolean().describe('the digest is that of what is shown, and a recount finds no row that should be gone'),
})
export type CertificateView = z.infer<typeof CertificateView>
export const getCertificate = query('emergency.certificate', {
  input: z.object({ id: CertificateId }),
  output: CertificateView,
  doc: 'The certificate of a destruction, with a recount made as it is asked. Public.',
})
export const keepable = query('emergency.keepable', {
  input: z.object({
    activation: ActivationId,
    table: keepItem.input.shape.table,
    text: z.string().trim().max(40).default('').describe('words that it is described by, or a name'),
    ...pageInput,
  }),
  output: page(
    z.object({
      id: z.string(),
      place: z.string(),
      placeName: z.string(),
      at: z.string().describe('when it was last written'),
      person: z.string().nullable().describe('name of whom it is about; of a child under 14 the family name only'),
      text: z.string().describe('as its slice describes it'),
      kept: z.boolean(),
    }),
  ),
  doc: 'The rows of one data set of an emergency that is over, for whoever assesses which of them is kept. Each person in it sees this look. Refuses conflict while it is in force, gone when they are destroyed.',
  sealed: true,
})
export const listKept = query('emergency.kept', {
  input: z.object({ activation: ActivationId, ...pageInput }),
  output: page(
    z.object({
      id: KeptId,
      table: z.string(),
      item: z.string(),
      ground: z.enum(['evidence', 'investigation']),
      legality: z.string(),
      necessity: z.string(),
      safety: z.string(),
      until: DayText,
      by: z.string().nullable(),
      at: z.string(),
    }),
  ),
  doc: 'What is kept of an emergency, with its assessments.',
})
export const dataSets = query('emergency.dataSets', {
  input: z.object({ activation: ActivationId }),
  output: z.object({
    rows: z.array(
      z.object({
        table: z.string(),
        lever: z.string(),
        rows: z.number(),
        kept: z.number(),
        dies: z.boolean().describe('on a date of its own: nothing of it can be kept'),
      }),
    ),
  }),
  doc: 'The data sets that this emergency opened, and how many rows are in each now.',
})

/** 事后评估: made of the record as it ends, before anything is destroyed; figures, no persons. */
export const AfterAction = z.object({
  timeline: z.array(z.object({ at: z.string(), key: z.string(), text: z.string() })),
  decisions: z.number(),
  minutesToConfirm: z.number().nullable().describe('from the proposal to the second person'),
  told: z.number(),
  orders: z
    .object({ issued: z.number(), reached: z.number(), answered: z.number(), done: z.number(), silent: z.number() })
    .nullable(),
  reports: z.object({ due: z.number(), approved: z.number(), late: z.number(), exceptions: z.number() }),
  powers: z.array(
    z.object({
      lever: z.string(),
      holds: z.number(),
      hours: z.number(),
      used: z.number().nullable().describe('commands done under a capability'),
    }),
  ),
  dataSets: z.array(z.object({ table: z.string(), rows: z.number() })),
  acts: z
    .array(z.object({ name: z.string(), done: z.number(), refused: z.number() }))
    .describe('commands in the area while it was in force'),
  filingLate: z.boolean(),
  reviewsLate: z.number(),
})
export const getAfterAction = query('emergency.afterAction', {
  input: z.object({ id: ActivationId }),
  output: AfterAction.extend({ id: ActivationId, number: z.string(), drill: z.boolean(), madeAt: z.string() }),
  doc: 'The after-action report: timeline, coverage, what was late, which powers were used how often. Refuses not_found before the end.',
})

export const advance = command('emergency.advance', {
  input: z.object({
    id: ActivationId,
    step: Step,
    at: z.number().int().min(0).describe('which of the tables, in the step that destroys'),
  }),
  output: z.object({ next: Step.nullable(), at: z.number() }),
  doc: 'By the system: one step of the ending. Whatever is done already is passed over.',
  inward: true,
})
export const destroyKept = command('emergency.destroyKept', {
  input: z.object({ id: KeptId }),
  output: z.object({ rows: z.number() }),
  doc: 'By the system: what was kept has reached its day.',
  inward: true,
})
export const destroyed = event(
  'emergency.destroyed',
  z.object({ id: z.string(), certificate: z.string(), place: z.string() }),
)
