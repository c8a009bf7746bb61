import { z } from 'zod'
import { command, id, page, query } from '#kernel/contract.ts'
import { PersonId } from '#modules/people/contract.ts'
import { PlaceCode } from '#modules/places/contract.ts'
import { By, placed, Shown, Until, Why } from './contract.ts'

/** 通行证, 卡口. */
export const PassId = id('PassId')
export const CrossingId = id('CrossingId')

/** 上班, 就医, 运送物资, 返家, 其他. */
export const PASS_REASONS = ['work', 'medical', 'supplies', 'return', 'other'] as const
export const PassCode = z
  .string()
  .transform((typed) => typed.replace(/[\s-]/g, '').toUpperCase())
  .pipe(z.string().regex(/^[2-9A-HJKMNP-Z]{8}$/))
  .describe('eight letters and digits, as shown on the pass')

export const PassView = z.object({
  id: PassId,
  code: z.string(),
  place: z.string(),
  placeName: z.string(),
  person: Shown.nullable(),
  plate: z.string().nullable(),
  reason: z.enum(PASS_REASONS),
  why: z.string(),
  from: z.string(),
  until: z.string(),
  by: By,
  endedAt: z.string().nullable(),
  live: z.boolean(),
  can: z.array(z.enum(['end'])),
})
export type PassView = z.infer<typeof PassView>

export const givePass = command('relief.givePass', {
  input: z.object({
    id: PassId,
    place: PlaceCode.describe('where the pass leads to'),
    person: PersonId.nullable().optional(),
    caller: z
      .object({ name: z.string().trim().min(1).max(40), phone: z.string().regex(/^1\d{10}$/) })
      .nullable()
      .optional()
      .describe('somebody who is not known yet'),
    plate: z.string().trim().toUpperCase().min(5).max(12).nullable().optional(),
    reason: z.enum(PASS_REASONS),
    why: Why,
    from: z.string().datetime().nullable().optional().describe('default: now'),
    until: Until.describe('not beyond the hold'),
  }),
  output: z.object({ id: PassId, code: z.string() }),
  doc: 'Gives a pass to a person, a vehicle or both; the person is told.',
})
export const endPass = command('relief.endPass', {
  input: z.object({ id: PassId, reason: Why }),
  output: z.object({ id: PassId }),
  doc: 'The pass is worth nothing any more. Refuses already.',
})
export const crossPass = command('relief.crossPass', {
  input: z.object({
    id: CrossingId,
    place: PlaceCode.describe('of the checkpoint'),
    code: PassCode,
    way: z.enum(['in', 'out']),
  }),
  output: z.object({
    name: z.string().nullable().describe('masked'),
    plate: z.string().nullable(),
    reason: z.enum(PASS_REASONS),
    placeName: z.string(),
    until: z.string(),
  }),
  doc: 'A pass is held up at a checkpoint. Refuses gone when its time is over or it was ended (`ended`), too_soon before it begins, not_found for no pass. The holder sees each of these looks.',
})
export const listPasses = query('relief.passes', {
  input: z.object({
    ...placed,
    live: z.boolean().optional().describe('only those that are worth something, or only those that are not any more'),
    mine: z.boolean().optional().describe('only my own; of residents always'),
  }),
  output: page(PassView),
  doc: 'Passes to a place. Holders see this read.',
})
