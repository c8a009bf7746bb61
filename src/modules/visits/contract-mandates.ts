import { z } from 'zod'
import { command, DayText, event, query } from '#kernel/contract.ts'
import { UUID } from '#kernel/ids.ts'
import { MandateId } from './contract.ts'

/** 代办授权: who may act for whom, for what, until when. */
export const MATTERS = ['see', 'ask', 'promises'] as const
export const Matter = z.enum(MATTERS).describe('see visits and promises; ask for a visit; answer promises')
const AnyId = z.string().regex(UUID)
const Phone = z.string().regex(/^1\d{10}$/)

export const Mandate = z.object({
  id: MandateId,
  /** `given`: somebody acts for me; `held`: I act for somebody. */
  side: z.enum(['given', 'held']),
  who: z.string().describe('name of the other side, masked'),
  matters: z.array(Matter),
  from: DayText,
  until: DayText,
  ended: z.boolean(),
  way: z.enum(['self', 'paper']),
  witness: z.object({ name: z.string(), title: z.string() }).nullable(),
  uses: z.array(z.object({ at: z.string(), matter: Matter, what: z.string() })).describe('newest first'),
})
export type Mandate = z.infer<typeof Mandate>

export const giveMandate = command('visits.giveMandate', {
  input: z.object({
    id: MandateId,
    name: z.string().trim().min(1).max(60),
    phone: Phone.describe('of the one who will act'),
    matters: z.array(Matter).min(1).max(MATTERS.length),
    until: DayText.describe('at most a year ahead'),
  }),
  output: z.object({ id: MandateId }),
  doc: 'I let somebody act for me: for what, and until when.',
})
export const witnessMandate = command('visits.witnessMandate', {
  input: z.object({
    id: MandateId,
    person: AnyId.describe('who gives it, before the eyes of the worker, signed on paper'),
    name: z.string().trim().min(1).max(60),
    phone: Phone,
    matters: z.array(Matter).min(1).max(MATTERS.length),
    until: DayText,
  }),
  output: z.object({ id: MandateId }),
  doc: 'Enters a mandate that somebody without a phone has signed on paper, with the worker as witness.',
})
export const endMandate = command('visits.endMandate', {
  input: z.object({ id: MandateId }),
  output: z.object({}),
  doc: 'Ends a mandate at once; either side may.',
})
export const myMandates = query('visits.mandates', {
  input: z.object({}),
  output: z.object({ rows: z.array(Mandate) }),
  doc: 'Who acts for me and for whom I act, with each use.',
})
export const mandateMoved = event('visits.mandateMoved', z.object({ id: z.string(), ended: z.boolean() }))
