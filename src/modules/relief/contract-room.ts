import { z } from 'zod'
import { query } from '#kernel/contract.ts'
import { Level, PlaceCode } from '#modules/places/contract.ts'
import { EVACUEE_STATES } from './contract-evacuation.ts'
import { FIRM_STATES } from './contract-firms.ts'

/** 指挥室: how things stand with all tools of a place; numbers, no person. */
export const reliefRoom = query('relief.room', {
  input: z.object({ place: PlaceCode.optional().describe('default: own scope') }),
  output: z.object({
    place: z.string(),
    placeName: z.string(),
    open: z.array(z.string()).describe('tools that are open at the place itself'),
    below: z
      .array(z.object({ tool: z.string(), place: z.string(), name: z.string() }))
      .describe('parts of it in which a tool is open that is not open in all of it'),
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

/** Where it lies: a shelter where it was said to be, a checkpoint (or else a place) at the middle of its place. */
export const RoomPoint = z.object({
  id: z.string(),
  sort: z.enum(['shelter', 'post']).describe('post: where shifts stand, a checkpoint or a depot'),
  name: z.string(),
  placeName: z.string(),
  lon: z.number(),
  lat: z.number(),
  room: z.number().describe('beds, or seats of the shifts that stand there now or next'),
  taken: z.number().describe('of these: given or claimed'),
})
export const reliefMap = query('relief.map', {
  input: z.object({
    place: PlaceCode.optional().describe('default: own scope'),
    by: Level.describe('the places that are told apart'),
  }),
  output: z.object({
    places: z.array(
      z.object({
        place: z.string(),
        name: z.string(),
        left: z.number().describe('people who have to go and have not arrived'),
        moved: z.number(),
        refused: z.number().describe('of those who are left'),
        doors: z.number().describe('of sweeps that go on, at which nobody was met yet'),
      }),
    ),
    points: z.array(RoomPoint),
  }),
  doc: 'The same on a map: where people have still to be moved, and where one can go; numbers, no person.',
})
