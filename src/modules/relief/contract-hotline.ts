import { z } from 'zod'
import { command, id, page, query } from '#kernel/contract.ts'
import { CaseId, reportCase } from '#modules/cases/contract.ts'
import { PlaceCode } from '#modules/places/contract.ts'
import { By, placed, Shown, Why } from './contract.ts'
import { NeedId } from './contract-stays.ts'
import { HELP } from './contract-sweeps.ts'

/** 求助热线: taken down, sorted, answered. */
export const CallId = id('CallId')

/** 转为事件, 列入转移, 转居家需求, 当场答复. */
export const BECAME = ['case', 'evacuation', 'need', 'told'] as const
export const CallView = z.object({
  id: CallId,
  place: z.string(),
  placeName: z.string(),
  caller: Shown,
  text: z.string(),
  address: z.string().nullable(),
  urgent: z.boolean(),
  takenAt: z.string(),
  by: By,
  became: z.enum(BECAME).nullable(),
  subject: z.string().nullable().describe('of a case its id, of a need the same'),
  answer: z.string().nullable(),
  answeredAt: z.string().nullable(),
  can: z.array(z.enum(['triage'])),
})
export type CallView = z.infer<typeof CallView>

export const takeCall = command('relief.takeCall', {
  input: z.object({
    id: CallId,
    place: PlaceCode.describe('village or grid where help is needed'),
    caller: z.object({ name: z.string().trim().min(1).max(40), phone: z.string().regex(/^1\d{10}$/) }),
    text: z.string().trim().min(2).max(1000),
    address: z.string().trim().max(120).nullable().optional(),
    urgent: z.boolean().default(false),
  }),
  output: z.object({ id: CallId }),
  doc: 'Takes down a call for help. Refuses not_open.',
})
export const triageCall = command('relief.triageCall', {
  input: z.object({
    id: CallId,
    to: z.discriminatedUnion('become', [
      z.object({
        become: z.literal('case'),
        case: CaseId,
        secret: z.string().regex(/^[A-Za-z0-9]{16,40}$/),
        kind: reportCase.input.shape.kind,
      }),
      z.object({ become: z.literal('evacuation') }).describe('the caller’s household is put on the list'),
      z
        .object({ become: z.literal('need'), need: NeedId, kind: z.enum(HELP) })
        .describe('of a caller who stays at home'),
      z.object({ become: z.literal('told') }),
    ]),
    answer: Why.describe('told to the caller'),
  }),
  output: z.object({ id: CallId, became: z.enum(BECAME), number: z.string().nullable().describe('of the case') }),
  doc: 'Says what becomes of a call and tells the caller. Refuses already; conflict when the caller has no home here to be moved from, or does not stay at home; not_open when that tool is closed.',
})
export const listCalls = query('relief.calls', {
  input: z.object({
    ...placed,
    waiting: z.boolean().optional().describe('only those nothing became of yet, or only the others'),
  }),
  output: page(CallView),
  doc: 'Calls for help of a place. Callers see this read.',
})
export type Triage = z.infer<typeof triageCall.input>['to']
