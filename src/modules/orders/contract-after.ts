import { z } from 'zod'
import { command, query } from '#kernel/contract.ts'
import { Audience, Change, OrderFacts, OrderId, OrderView } from './contract.ts'

// ---- afterwards -------------------------------------------------------------------------------------------------------

export const amendOrder = command('orders.amend', {
  input: z.object({
    id: OrderId,
    base: z.number().int().describe('version that was read'),
    title: OrderFacts.title.optional(),
    text: OrderFacts.text.optional(),
    doneWhen: OrderFacts.doneWhen.optional(),
    dueAt: OrderFacts.dueAt.optional(),
    why: z.string().trim().min(2).max(400),
    again: z.boolean().default(false).describe('who has answered is asked again'),
  }),
  output: OrderView,
  doc: 'A new version of an issued order; recipients see what is different. Refuses conflict when another version came between.',
})
export const withdrawOrder = command('orders.withdraw', {
  input: z.object({ id: OrderId, why: z.string().trim().min(2).max(400) }),
  output: OrderView,
  doc: 'Takes an order back; it and all answers stay readable, nobody is chased for it.',
})
export const closeOrder = command('orders.close', {
  input: z.object({ id: OrderId }),
  output: OrderView,
  doc: 'Ends an order whose purpose is reached; who has not answered is no longer asked.',
})
export const relayOrder = command('orders.relay', {
  input: z.object({
    id: OrderId.describe('of the child, made by the sender'),
    parent: OrderId,
    text: z.string().trim().min(2).max(4000).describe('what is added for the own place'),
    minutes: OrderFacts.minutes,
    dueAt: OrderFacts.dueAt.optional().describe('default: that of the parent; never later'),
    audience: Audience,
  }),
  output: OrderView,
  doc: 'Passes an order on within the own place with an addition; its answers count for the one above too.',
})

export const orderHistory = query('orders.history', {
  input: z.object({
    id: OrderId,
    from: z.number().int().min(0).optional().describe('compare from this version; default: the one before the last'),
  }),
  output: z.object({
    versions: z.array(
      z.object({
        version: z.number(),
        title: z.string(),
        text: z.string(),
        doneWhen: z.string(),
        dueAt: z.string(),
        at: z.string(),
        by: z.string(),
        why: z.string().nullable(),
      }),
    ),
    difference: z.array(Change),
    before: OrderId.nullable().describe('the order that this one supersedes; then the difference is to it'),
  }),
  doc: 'All versions of an order, and what is different, paragraph by paragraph.',
})
