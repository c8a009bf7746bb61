import { z } from 'zod'
import { command, event, id, Names, page, pageInput, query } from '#kernel/contract.ts'
import { Position, PlaceCode } from '#modules/places/contract.ts'

/** 预警: what the public is warned of, with the eight items of 突发事件应对法 art. 64. */
export const WarningId = id('WarningId')
export const HAZARDS = [
  'rainstorm',
  'typhoon',
  'flood',
  'geological',
  'forest_fire',
  'snow',
  'cold',
  'heat',
  'thunder',
  'health',
  'accident',
  'other',
] as const
export const Hazard = z.enum(HAZARDS)
/** I red, II orange, III yellow, IV blue. */
export const GRADES = ['I', 'II', 'III', 'IV'] as const
export const Grade = z.enum(GRADES)

export const WarningFacts = {
  hazard: Hazard.describe('类别'),
  grade: Grade.describe('级别'),
  startsAt: z.iso.datetime().describe('起始时间'),
  endsAt: z.iso.datetime(),
  area: z.array(PlaceCode).min(1).max(200).describe('可能影响范围'),
  matter: z.string().trim().min(2).max(1000).describe('警示事项'),
  measures: z.string().trim().min(2).max(2000).describe('应采取的措施'),
}
export const WARNING_CAN = ['update', 'end'] as const
export const Warning = z.object({
  id: WarningId,
  ...WarningFacts,
  startsAt: z.string(),
  endsAt: z.string(),
  areaNames: z.array(z.string()),
  issuerName: Names.describe('发布单位'),
  issuedAt: z.string().describe('发布时间'),
  state: z.enum(['live', 'updated', 'cancelled', 'over']),
  follows: WarningId.nullable(),
  source: z.string().nullable().describe('of a warning taken over: sender and identifier'),
  mark: z.string().nullable(),
  can: z.array(z.enum(WARNING_CAN)),
})
export type Warning = z.infer<typeof Warning>

export const warn = command('orders.warn', {
  input: z.object({
    id: WarningId,
    ...WarningFacts,
    follows: WarningId.nullable().default(null).describe('updates an earlier one'),
    source: z.string().trim().max(300).nullable().default(null),
    mark: z.string().trim().max(40).nullable().default(null),
  }),
  output: Warning,
  doc: 'Warns the public of an area. All eight items the law asks for are there, or it is refused.',
})
export const endWarning = command('orders.endWarning', {
  input: z.object({ id: WarningId, reason: z.string().trim().min(2).max(400) }),
  output: Warning,
  doc: 'Lifts a warning before its end.',
})
export const listWarnings = query('orders.warnings', {
  input: z.object({
    place: PlaceCode.optional().describe('what holds here; default: everywhere'),
    at: Position.optional(),
    past: z.boolean().default(false),
    ...pageInput,
  }),
  output: page(Warning),
  doc: 'Warnings, for everybody: what holds now, or what was. Asked by POST: where somebody stands has no business in an address.',
  sealed: true,
})
export const warningCap = query('orders.warningCap', {
  input: z.object({ id: WarningId }),
  output: z.object({ name: z.string(), xml: z.string() }),
  doc: 'A warning as an alert of the Common Alerting Protocol 1.2 (OASIS).',
})
export const readCap = query('orders.readCap', {
  input: z.object({ xml: z.string().max(400_000) }),
  output: z.object({
    identifier: z.string(),
    sender: z.string(),
    sent: z.string(),
    status: z.string().describe('Actual, Exercise …'),
    msgType: z.string(),
    references: z.string().nullable(),
    infos: z.array(
      z.object({
        language: z.string(),
        event: z.string(),
        hazard: Hazard,
        grade: Grade.nullable(),
        headline: z.string().nullable(),
        description: z.string().nullable(),
        instruction: z.string().nullable(),
        effective: z.string().nullable(),
        expires: z.string().nullable(),
        senderName: z.string().nullable(),
        areas: z.array(z.string()),
      }),
    ),
  }),
  doc: 'Reads an alert of the Common Alerting Protocol 1.2, to be taken over as a warning. Hostile or malformed XML is refused (invalid).',
  sealed: true,
})

export const warningChanged = event('orders.warningChanged', z.object({ id: z.string(), area: z.array(z.string()) }))
