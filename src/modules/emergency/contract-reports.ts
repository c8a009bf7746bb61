import { z } from 'zod'
import { command, event, Names, query } from '#kernel/contract.ts'
import { PlaceCode } from '#modules/places/contract.ts'
import { ActivationId } from './contract.ts'

/**
 * 情况报告: figures go up the tree. A node approves when its children have, so that a sum is never half; whoever cannot wait names
 * the missing with a reason. What is approved is locked until the node above, not having approved itself, gives it back.
 *
 * open 未报 · told 已填 · approved 已核定 (its sum is fixed) · returned 退回
 */
export const REPORT_STATES = ['open', 'told', 'approved', 'returned'] as const
const which = {
  activation: ActivationId,
  place: PlaceCode,
  no: z.number().int().min(1).max(10_000).describe('the round; the first ends one cadence after the beginning'),
}
const Figures = z.record(z.string().max(31), z.number().int().min(0).max(100_000_000))

export const tell = command('emergency.tell', {
  input: z.object({
    ...which,
    figures: Figures.describe('of this node; above the lowest level only what no child tells'),
    remark: z.string().trim().max(1000).default('').describe('no personal data'),
  }),
  output: z.object({ state: z.enum(REPORT_STATES), late: z.boolean() }),
  doc: 'Tells the figures of a node in a round. Refuses already when the node has approved, invalid for figures that the playbook does not ask.',
})
export const approve = command('emergency.approve', {
  input: z.object({
    ...which,
    without: z
      .array(z.object({ place: PlaceCode, reason: z.string().trim().min(2).max(200) }))
      .max(200)
      .default([])
      .describe('children that are not waited for'),
  }),
  output: z.object({ figures: Figures, late: z.boolean() }),
  doc: 'Fixes the sum of a node. Refuses left_without with the children that have not approved and are not named.',
})
export const giveBack = command('emergency.giveBack', {
  input: z.object({ ...which, reason: z.string().trim().min(2).max(400) }),
  output: z.object({ state: z.enum(REPORT_STATES) }),
  doc: 'The node above gives a report back. Refuses conflict when it has approved itself: what stands on a sum is unlocked from the top down.',
})

export const ReportNode = z.object({
  place: z.string(),
  placeName: z.string(),
  level: z.string(),
  state: z.enum(REPORT_STATES),
  figures: Figures.describe('approved: the fixed sum; otherwise what is told so far'),
  own: Figures,
  remark: z.string(),
  toldAt: z.string().nullable(),
  approvedAt: z.string().nullable(),
  late: z.boolean(),
  whyReturned: z.string().nullable(),
  without: z.array(z.object({ place: z.string(), placeName: z.string(), reason: z.string() })),
  children: z.object({ all: z.number(), approved: z.number() }),
  can: z.array(z.enum(['tell', 'approve', 'giveBack'])),
})
export const situation = query('emergency.situation', {
  input: z.object({
    activation: ActivationId,
    place: PlaceCode.optional().describe('default: the node of the acting post, or of the activation'),
    no: z.number().int().min(1).optional().describe('default: the present round'),
  }),
  output: z.object({
    no: z.number(),
    last: z.number().describe('the present round'),
    dueAt: z.string(),
    figures: z.array(z.object({ key: z.string(), name: Names, unit: Names })),
    node: ReportNode,
    children: z.array(ReportNode),
    before: Figures.nullable().describe('the fixed sum of the round before'),
  }),
  doc: 'One round of situation reports at a node: its own state and sum, and those of its children in the area.',
})
export const trend = query('emergency.trend', {
  input: z.object({ activation: ActivationId, place: PlaceCode.optional(), figure: z.string().max(31) }),
  output: z.object({
    rows: z.array(z.object({ no: z.number(), dueAt: z.string(), value: z.number().nullable() })),
    places: z
      .array(z.object({ place: z.string(), placeName: z.string(), value: z.number().nullable() }))
      .describe('of the present round'),
  }),
  doc: 'One figure over the rounds, and over the children of the node now: for the curve and the map.',
})

/** A node has told, approved, or been given back its figures. */
export const reported = event('emergency.reported', z.object({ id: z.string(), place: z.string(), no: z.number() }))
