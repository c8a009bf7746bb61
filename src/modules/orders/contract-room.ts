import { z } from 'zod'
import { query } from '#kernel/contract.ts'
import { Level, PlaceCode } from '#modules/places/contract.ts'
import { Tally } from './contract.ts'

/** 指挥室: what the orders in force have come to in a place, all together; numbers, nobody by name. */
export const ordersRoom = query('orders.room', {
  input: z.object({
    place: PlaceCode.optional().describe('default: the own one'),
    by: Level.optional().describe('the places that are told apart; default: one level below'),
    since: z.iso.datetime().optional().describe('only orders issued since then'),
  }),
  output: z.object({
    place: z.string(),
    orders: z.number().describe('in force here; of more than 300 the newest'),
    late: z.number().describe('of these, past their deadline'),
    tally: Tally,
    places: z.array(Tally.extend({ place: z.string(), name: z.string() })),
    at: z.string(),
  }),
  doc: 'How far all orders in force that concern a place have come in it, and in each place below it.',
})
