import { z } from 'zod'
import { command, id, page, query } from '#kernel/contract.ts'
import { OrganId } from '#modules/people/contract.ts'
import { PlaceCode } from '#modules/places/contract.ts'
import { By, placed, progress, Remark } from './contract.ts'

/** 三服务: firms, what they need to work again, and who answers. */
export const ProblemId = id('ProblemId')

/** 用工, 物流, 原料, 资金, 审批, 防护物资, 其他. */
export const FIRM_NEEDS = ['workers', 'transport', 'materials', 'money', 'approval', 'protection', 'other'] as const
/** 停工, 筹备复工, 部分复工, 已复工. */
export const FIRM_STATES = ['stopped', 'preparing', 'partly', 'working'] as const
export type FirmState = (typeof FIRM_STATES)[number]

const FirmName = z.object({ id: OrganId, name: z.string() })
export const FirmProblemView = z.object({
  id: ProblemId,
  place: z.string(),
  placeName: z.string(),
  firm: FirmName,
  kind: z.enum(FIRM_NEEDS),
  text: z.string(),
  owner: FirmName,
  askedAt: z.string(),
  by: By,
  answer: z.string().nullable(),
  solved: z.boolean().nullable(),
  answeredAt: z.string().nullable(),
  can: z.array(z.enum(['answer'])),
})
export type FirmProblemView = z.infer<typeof FirmProblemView>

export const askForFirm = command('relief.askForFirm', {
  input: z.object({
    id: ProblemId,
    firm: OrganId,
    kind: z.enum(FIRM_NEEDS),
    text: z.string().trim().min(2).max(500),
    owner: OrganId.describe('the department that answers'),
  }),
  output: z.object({ id: ProblemId }),
  doc: 'What a firm needs to work again, said by whoever called on it; the department is told.',
})
export const answerFirm = command('relief.answerFirm', {
  input: z.object({ id: ProblemId, answer: z.string().trim().min(2).max(500), solved: z.boolean() }),
  output: z.object({ id: ProblemId }),
  doc: 'The department says what it did. Anew as long as it is not solved; then refuses already.',
})
export const sayFirm = command('relief.sayFirm', {
  input: z.object({
    firm: OrganId,
    state: z.enum(FIRM_STATES),
    workers: z.number().int().min(0).max(1e6).describe('who are back at work'),
    note: Remark,
  }),
  output: z.object({ firm: OrganId, state: z.enum(FIRM_STATES) }),
  doc: 'How far a firm is.',
})
export const listFirmProblems = query('relief.firmProblems', {
  input: z.object({ ...placed, waiting: z.boolean().optional().describe('only those not solved') }),
  output: page(FirmProblemView),
  doc: 'What firms need, of a place, or of one’s own department.',
})
export const listFirms = query('relief.firms', {
  input: z.object(placed),
  output: page(
    z.object({
      id: OrganId,
      name: z.string(),
      place: z.string(),
      placeName: z.string(),
      state: z.enum(FIRM_STATES),
      workers: z.number(),
      note: z.string(),
      saidAt: z.string(),
    }),
  ),
  doc: 'Firms of a place that somebody called on, and how far each is.',
})
export const firmProgress = query('relief.firmProgress', {
  input: z.object({ place: PlaceCode.optional() }),
  output: progress(FIRM_STATES),
  doc: 'How many firms of a place and of each place below it are stopped, preparing, working.',
})
