import { z } from 'zod'
import { command, query } from '#kernel/contract.ts'
import { PromiseId, VoiceId } from './contract.ts'

/** Sent by the system when they fall due. */
export const remindPromise = command('visits.remind', {
  input: z.object({ id: PromiseId, due: z.string().describe('the instant that fell due') }),
  output: z.object({ told: z.number() }),
  doc: 'Reminds both sides of a promise: the day before, and when its day is over.',
  inward: true,
})
export const keepVoice = command('visits.keepVoice', {
  input: z.object({
    id: VoiceId,
    key: z.string(),
    type: z.string(),
    bytes: z.number(),
  }),
  output: z.object({ id: VoiceId, url: z.string() }),
  doc: 'Keeps a recording until a visit takes it up.',
  inward: true,
})
export const dropVoice = command('visits.dropVoice', {
  input: z.object({ id: VoiceId }),
  output: z.object({ dropped: z.boolean() }),
  doc: 'Drops a recording that no visit took up within a week.',
  inward: true,
})
export const findVoice = query('visits.voice', {
  input: z.object({ id: VoiceId, secret: z.string().max(40).optional() }),
  output: z.object({ key: z.string(), type: z.string() }),
  doc: 'Where a recording lies.',
  inward: true,
})
