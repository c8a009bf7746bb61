import { z } from 'zod'
import { command, id, page, query } from '#kernel/contract.ts'
import { PersonId } from '#modules/people/contract.ts'
import { PostId } from '#modules/posts/contract.ts'
import { At, By, placed, Remark, Shown, Until, Why } from './contract.ts'
import { HELP } from './contract-sweeps.ts'

/** 居家服务: whoever has to stay at home has somebody who brings what is needed. */
export const StayId = id('StayId')
export const NeedId = id('NeedId')

export const NeedView = z.object({
  id: NeedId,
  kind: z.enum(HELP),
  text: z.string(),
  askedAt: z.string(),
  broughtAt: z.string().nullable(),
  broughtBy: By,
  note: z.string(),
  can: z.array(z.enum(['bring'])),
})
export const StayView = z.object({
  id: StayId,
  person: Shown,
  place: z.string(),
  placeName: z.string(),
  address: z.string().nullable(),
  basis: z.string(),
  helper: By,
  own: z.boolean().describe('it is me'),
  mine: z.boolean().describe('it is me, or my post helps'),
  from: z.string(),
  until: z.string(),
  endedAt: z.string().nullable(),
  needs: z.array(NeedView),
  can: z.array(z.enum(['ask', 'hand', 'end'])),
})
export type StayView = z.infer<typeof StayView>

export const startStay = command('relief.startStay', {
  input: z.object({
    id: StayId,
    person: PersonId.nullable().optional(),
    called: z
      .object({ name: z.string().trim().min(1).max(40), phone: z.string().regex(/^1\d{10}$/) })
      .nullable()
      .optional()
      .describe('by name and phone together, for an office that cannot look people up'),
    basis: Why.describe('whose decision it is, by which article'),
    helper: PostId.describe('who brings what is needed'),
    until: Until.describe('not beyond the hold'),
  }),
  output: z.object({ id: StayId, place: z.string() }),
  doc: 'Somebody has to stay at home until a day, with somebody who helps; both are told. Refuses already, and invalid for who does not live here.',
})
export const handStay = command('relief.handStay', {
  input: z.object({ id: StayId, helper: PostId.describe('who helps from now on') }),
  output: z.object({ id: StayId }),
  doc: 'Somebody else helps from now on; both of them and the person are told, and what is still waiting goes along. Refuses already, gone.',
})
export const endStay = command('relief.endStay', {
  input: z.object({ id: StayId, reason: Why }),
  output: z.object({ id: StayId }),
  doc: 'The person may go out again, and is told. Refuses already.',
})
export const askNeed = command('relief.askNeed', {
  input: z.object({
    id: NeedId,
    stay: StayId,
    kind: z.enum(HELP),
    text: z.string().trim().min(1).max(200),
    at: At.optional(),
  }),
  output: z.object({ id: NeedId }),
  doc: 'What is needed, said by the person or by whoever was told; the helper is told. Refuses gone when the stay is over.',
})
export const bringNeed = command('relief.bringNeed', {
  input: z.object({ id: NeedId, note: Remark, at: At.optional() }),
  output: z.object({ id: NeedId }),
  doc: 'It was brought or done. Refuses already.',
})
export const listStays = query('relief.stays', {
  input: z.object({
    ...placed,
    live: z.boolean().optional().describe('only those that go on, or only those that are over'),
    waiting: z.boolean().optional().describe('only those who wait for something'),
    mine: z.boolean().optional().describe('only my own, or those my post helps; of residents always'),
  }),
  output: page(StayView),
  doc: 'Who stays at home, and what each asked for and was brought. They see this read.',
})
