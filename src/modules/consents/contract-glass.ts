import { z } from 'zod'
import { command, event, id, page, pageInput, query } from '#kernel/contract.ts'
import { PersonId } from '#modules/people/contract.ts'

/** 应急查看 (breaking the glass): somebody of staff sees one person beyond his reach, for three hours, and that person is told. */
export const GlassId = id('GlassId')

export const breakGlass = command('consents.breakGlass', {
  input: z
    .object({
      id: GlassId,
      person: PersonId.optional(),
      name: z.string().trim().min(1).max(60).optional(),
      phone: z
        .string()
        .regex(/^1\d{10}$/)
        .optional(),
      reason: z.string().trim().min(10).max(400).describe('what is urgent; the person reads it'),
    })
    .describe('whom: by id, or by full name and number together, so that nobody can be fished for'),
  output: z.object({ id: GlassId, person: PersonId, name: z.string(), endsAt: z.string() }),
  doc: 'Opens one person’s data beyond the own reach for three hours, reading only. The person is told at once. Send the id as header x-openpalm-glass with queries. Refuses not_found, too_many.',
})
export const closeGlass = command('consents.closeGlass', {
  input: z.object({ id: GlassId }),
  output: z.object({}),
  doc: 'Ends it before the three hours are over.',
})

export const Glass = z.object({
  id: GlassId,
  person: PersonId,
  name: z.string().nullable().describe('of the person, to the one who opened it'),
  by: z.string().nullable().describe('name and title of whoever opened it'),
  office: z.string().nullable(),
  place: z.string(),
  reason: z.string(),
  openedAt: z.string(),
  endsAt: z.string(),
  closedAt: z.string().nullable(),
  open: z.boolean(),
  told: z.boolean().describe('the person has been told'),
  looks: z.number().describe('how many looks were taken through it'),
})
export type Glass = z.infer<typeof Glass>
export const listGlasses = query('consents.glasses', {
  input: z.object({ open: z.boolean().optional(), ...pageInput }),
  output: page(Glass),
  doc: 'Who broke the glass, newest first: one’s own; for auditors those of their place.',
})

export const tellGlass = command('consents.tellGlass', {
  input: z.object({ id: z.string() }),
  output: z.object({}),
  doc: 'Tells a person, when the delay has ended, that somebody broke the glass.',
  inward: true,
})
export const glassBroken = event(
  'consents.glassBroken',
  z.object({ glass: z.string(), person: z.string(), office: z.string(), until: z.string(), place: z.string() }),
)
