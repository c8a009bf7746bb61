import { z } from 'zod'
import { query } from '#kernel/contract.ts'
import { PlaceCode } from '#modules/places/contract.ts'
import { EVACUEE_STATES } from './contract-evacuation.ts'
import { FIRM_STATES } from './contract-firms.ts'

/** 指挥室: how things stand with all tools of a place; numbers, no person. */
export const reliefRoom = query('relief.room', {
  input: z.object({ place: PlaceCode.optional().describe('default: own scope') }),
  output: z.object({
    place: z.string(),
    placeName: z.string(),
    open: z.array(z.string()).describe('tools that are open at the place itself'),
    shelters: z.object({ open: z.number(), beds: z.number(), inside: z.number(), coming: z.number() }),
    people: z.record(z.enum(EVACUEE_STATES), z.number()),
    doors: z.object({ total: z.number(), left: z.number(), help: z.number() }).describe('of sweeps that go on'),
    lines: z.object({ total: z.number(), left: z.number() }),
    stays: z.object({ live: z.number(), waiting: z.number().describe('needs that nobody brought yet') }),
    passes: z.object({ live: z.number(), crossings: z.number().describe('in the last 24 hours') }),
    calls: z.object({ waiting: z.number(), urgent: z.number() }),
    seats: z.object({ wanted: z.number().describe('of shifts that are not over'), taken: z.number() }),
    seeks: z.object({ looking: z.number(), found: z.number() }),
    items: z.object({ held: z.number(), yuanOwed: z.number() }),
    firms: z.record(z.enum(FIRM_STATES), z.number()),
    problems: z.number().describe('of firms, not solved'),
  }),
  doc: 'How things stand with all tools of a place.',
})
