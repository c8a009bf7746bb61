import { z } from 'zod'
import { command, DayText, page, pageInput, query } from '#kernel/contract.ts'
import { PlaceCode } from '#modules/places/contract.ts'
import { AnswererId, BondId, BondKindCode, Source } from './contract.ts'

/** 覆盖: whether every household is reached by a live bond, and nobody has more than the quota; recounted each time it is asked. */
const asked = {
  place: PlaceCode.optional().describe('default: own scope'),
  day: DayText.optional(),
  kind: BondKindCode.optional().describe('only bonds of this kind; default: all kinds that count for a door'),
}
const Area = z.object({
  code: z.string(),
  name: z.string(),
  households: z.number(),
  reached: z.number(),
  overloaded: z.number().describe('sources with more than their quota that have a bond here'),
})
export const coverage = query('bonds.coverage', {
  input: z.object(asked),
  output: z.object({
    place: z.string(),
    placeName: z.string(),
    day: DayText,
    households: z.number(),
    reached: z.number(),
    overloaded: z.number(),
    vacant: z.number().describe('bonds whose post nobody holds on that day; they reach no one'),
    whole: z.boolean().describe('every household reached and nobody overloaded'),
    areas: z.array(Area),
    millis: z.number().describe('how long the recount took'),
  }),
  doc: 'Coverage proof of a node: households, those reached by a live bond, overloads; by the places below it.',
})
export const Gap = z.object({
  household: z.string(),
  place: z.string(),
  placeName: z.string(),
  address: z.string().nullable(),
  lon: z.number().nullable(),
  lat: z.number().nullable(),
})
export const listGaps = query('bonds.gaps', {
  input: z.object({ ...asked, ...pageInput }),
  output: page(Gap),
  doc: 'The residual list: households that no live bond reaches.',
})
export const listOverloads = query('bonds.overloads', {
  input: z.object({ ...asked }),
  output: z.object({
    rows: z.array(
      z.object({
        source: Source,
        name: z.string(),
        title: z.string(),
        kind: z.string(),
        load: z.number(),
        most: z.number(),
        place: z.string(),
        placeName: z.string(),
      }),
    ),
  }),
  doc: 'Who answers for more than the quota allows, by place.',
})

const Proposed = Gap.extend({
  answerer: AnswererId,
  name: z.string(),
  metres: z.number().nullable(),
  load: z.number().describe('households of that answerer when all of the proposal is accepted'),
})
export const proposeFilling = query('bonds.propose', {
  input: z.object({
    place: PlaceCode.describe('a village or grid'),
    kind: BondKindCode,
  }),
  output: z.object({
    rows: z.array(Proposed),
    left: z.array(Gap).describe('nobody has room for these'),
    answerers: z.number(),
  }),
  doc: 'A filling of the gaps of a village: balanced first, then nearest, never above the quota. Changes nothing.',
})
export const acceptFilling = command('bonds.fill', {
  input: z.object({
    place: PlaceCode,
    kind: BondKindCode,
    rows: z
      .array(z.object({ id: BondId, household: z.string().max(40), answerer: AnswererId }))
      .min(1)
      .max(1000),
  }),
  output: z.object({ made: z.number(), left: z.number().describe('gaps of the place that remain') }),
  doc: 'Accepts a filling, all of it or none: one bond a row, assigned today. Refuses quota_full and already when things have moved on.',
})
