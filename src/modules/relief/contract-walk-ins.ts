import { z } from 'zod'
import { command, id, page, pageInput, query } from '#kernel/contract.ts'
import { At, Remark } from './contract.ts'
import { ShelterId } from './contract-evacuation.ts'

/** 自行前来: who comes to a shelter and stands on no list. */
export const WalkInId = id('WalkInId')

export const WalkInView = z.object({
  id: WalkInId,
  name: z.string().describe('as it was said at the door'),
  phoneMasked: z.string().nullable(),
  from: z.string(),
  note: z.string(),
  arrivedAt: z.string(),
  leftAt: z.string().nullable(),
  to: z.string().describe('where he went'),
  can: z.array(z.enum(['seeOff'])),
})
export type WalkInView = z.infer<typeof WalkInView>

export const takeIn = command('relief.takeIn', {
  input: z.object({
    id: WalkInId.describe('made by the sender: safe to send again'),
    shelter: ShelterId,
    name: z.string().trim().min(1).max(40),
    phone: z
      .string()
      .regex(/^1\d{10}$/)
      .nullable()
      .default(null),
    from: z.string().trim().min(2).max(120).describe('where he comes from, in words'),
    note: Remark,
    at: At,
  }),
  output: z.object({ id: WalkInId, inside: z.number(), beds: z.number() }),
  doc: 'Takes somebody in who stands at the door of a shelter and is on no list; also when it is full. Refuses already for who is on a list, or in a shelter by himself.',
})
export const seeOff = command('relief.seeOff', {
  input: z.object({ id: WalkInId, to: z.string().trim().min(1).max(120), at: At }),
  output: z.object({ id: WalkInId }),
  doc: 'Somebody who came by himself leaves, and where to. Refuses already.',
})
export const listWalkIns = query('relief.walkIns', {
  input: z.object({
    shelter: ShelterId,
    left: z.boolean().default(false).describe('also those who have left'),
    ...pageInput,
  }),
  output: page(WalkInView),
  doc: 'Who came to a shelter by himself, for those near it and who answers for it. Each of them sees this read.',
})
