import { z } from 'zod'
import { command, DayText, Names, query } from '#kernel/contract.ts'
import { OrderId, OrderNumber, OrderView } from './contract.ts'

// ---- what the outlet finds --------------------------------------------------------------------------------------------

export const Overlap = z.object({
  order: OrderId,
  number: OrderNumber.nullable(),
  title: z.string(),
  issuerName: Names,
  dueAt: z.string(),
  shared: z.number().describe('asked by both'),
  fields: z.array(z.string()).describe('fields that both forms ask'),
  sameSubject: z.boolean(),
  proposal: z.enum(['merge', 'look']).describe('merge: the same people, the same matter or fields, the same day'),
})
export const Contradiction = z.object({
  order: OrderId,
  number: OrderNumber.nullable(),
  title: z.string(),
  issuerName: Names,
  shared: z.number(),
  what: z.enum(['act', 'deadline']),
  theirs: z.string(),
  ours: z.string(),
})
export const Budget = z.object({
  day: DayText,
  minutes: z.number().describe('of this order for one grid, at most'),
  limit: z.number(),
  over: z.number().describe('grids above the limit with this order'),
  worst: z.array(z.object({ place: z.string(), name: z.string(), minutes: z.number(), orders: z.number() })),
})
export const checkOrder = query('orders.check', {
  input: z.object({ id: OrderId }),
  output: z.object({
    total: z.number(),
    overlaps: z.array(Overlap),
    contradictions: z.array(Contradiction),
    budget: Budget,
    needsSignature: z.boolean(),
  }),
  doc: '一个口子: what others ask the same people already, what contradicts it, and what it costs the grids on its day.',
})
export const signOrder = command('orders.sign', {
  input: z.object({ id: OrderId, note: z.string().trim().min(2).max(400) }),
  output: OrderView,
  doc: 'The command signs for an order above the budget, which is issued by it. Refuses same_person: nobody signs for his own.',
})
export const mergeOrder = command('orders.merge', {
  input: z.object({ id: OrderId, into: OrderId, note: z.string().trim().min(2).max(400) }),
  output: OrderView,
  doc: 'Gives up a draft in favour of an order that asks the same: its organ stands there too, and that issuer is told.',
})
