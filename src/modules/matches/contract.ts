import { z } from 'zod'
import { command, event, id, page, pageInput, query } from '#kernel/contract.ts'
import { Sex } from '#modules/people/contract-residents.ts'
import { PersonId } from '#modules/people/contract.ts'
import { Entry } from '#modules/people/contract-entries.ts'
import { PlaceCode } from '#modules/places/contract.ts'

/** 疑似同一人: two entries that may be one person; a person decides. */
export const PairId = id('PairId')
export type PairId = z.infer<typeof PairId>
export const SearchId = id('SearchId')

export const VERDICTS = ['same', 'different', 'later'] as const
export const STATES = ['open', 'later', 'same', 'different'] as const

export const PairRow = z.object({
  id: PairId,
  place: z.string().describe('the lowest place that holds both homes'),
  names: z.array(z.string()).length(2).describe('masked'),
  likely: z.number().describe('share of such pairs that are one person'),
  state: z.enum(STATES),
  foundAt: z.string(),
  decidedAt: z.string().nullable(),
})
export type PairRow = z.infer<typeof PairRow>

/** One of the two, as staff of the place see a resident: numbers masked, a child by family name and year. */
export const Side = z.object({
  id: PersonId,
  name: z.string(),
  sex: Sex.nullable(),
  born: z.string().nullable(),
  phoneMasked: z.string().nullable(),
  documents: z.number().describe('how many documents are held; their numbers are not shown'),
  place: z.string().nullable(),
  address: z.string().nullable(),
  relation: z.string().nullable(),
  minor: z.boolean(),
  entry: Entry.nullable().describe('the act by which the entry came in'),
})
export type Side = z.infer<typeof Side>

export const Reason = z.object({
  field: z.enum(['name', 'number', 'born', 'sex', 'phone', 'home']),
  level: z.string(),
  bits: z.number().describe('for (+) or against (-), each one doubles or halves the odds'),
})
export type Reason = z.infer<typeof Reason>

export const PairShown = PairRow.omit({ names: true }).extend({
  reasons: z.array(Reason),
  a: Side,
  b: Side,
  decisions: z.array(z.object({ verdict: z.enum([...VERDICTS, 'undone']), at: z.string() })),
  can: z.object({ decide: z.boolean(), undo: z.boolean() }),
})
export type PairShown = z.infer<typeof PairShown>

export const searchMatches = command('matches.search', {
  input: z.object({ id: SearchId, place: PlaceCode.describe('a township, village or grid') }),
  output: z.object({ id: SearchId }),
  doc: 'Asks for pairs among those who live in a place; found within seconds. Refuses already (waiting), not_found, invalid (too wide).',
})
export const carryOutSearch = command('matches.carryOut', {
  input: z.object({ id: SearchId }),
  output: z.object({ persons: z.number(), found: z.number() }),
  doc: 'Searches what was asked for; a place with more people than are held at once in parts.',
  inward: true,
})
export const wantMonthly = command('matches.searchMonthly', {
  input: z.object({ place: PlaceCode }),
  output: z.object({}),
  doc: 'A township that was not looked through for a month waits to be.',
  inward: true,
})
export const decideMatch = command('matches.decide', {
  input: z.object({
    pair: PairId,
    verdict: z.enum(VERDICTS),
    kept: PersonId.optional().describe('of same: who answers for both from now on; default: who was entered first'),
  }),
  output: z.object({ pair: PairId, state: z.enum(STATES) }),
  doc: 'Says of a pair: the same (merged, can be undone), not the same (never shown again), later. Refuses already, conflict.',
})
export const undoMatch = command('matches.undo', {
  input: z.object({ pair: PairId }),
  output: z.object({ pair: PairId, state: z.enum(STATES) }),
  doc: 'Takes a decision back: the two entries are two again, every row as it was. Refuses already when nothing was decided.',
})
export const listMatches = query('matches.list', {
  input: z.object({
    place: PlaceCode.optional(),
    state: z.enum(['open', 'later', 'decided']).default('open'),
    ...pageInput,
  }),
  output: page(PairRow),
  doc: 'Pairs of a place, the likeliest first; names masked. Both persons see this read.',
})
export const getMatch = query('matches.get', {
  input: z.object({ pair: PairId }),
  output: PairShown,
  doc: 'A pair side by side, with the weight of each field. Both persons see this read.',
})
export const matchFigures = query('matches.figures', {
  input: z.object({ place: PlaceCode.optional() }),
  output: z.object({
    open: z.number(),
    later: z.number(),
    same: z.number(),
    different: z.number(),
    search: z
      .object({
        place: z.string(),
        askedAt: z.string(),
        doneAt: z.string().nullable(),
        persons: z.number().nullable(),
        found: z.number().nullable(),
      })
      .nullable()
      .describe('the last one of the place'),
  }),
  doc: 'How many pairs wait and were decided, and when a place was last searched. Shows no person.',
})

export const matchesFound = event('matches.found', z.object({ search: z.string(), found: z.number() }))
export const matchDecided = event('matches.decided', z.object({ pair: z.string() }))
