import { z } from 'zod'
import { command, id, page, query } from '#kernel/contract.ts'
import { PlaceCode } from '#modules/places/contract.ts'
import { By, placed, Shown } from './contract.ts'

/** 寻亲: two entries that may be one person; a person decides, and an office brings both sides together. */
export const SeekId = id('SeekId')

export const SEEK_KINDS = ['looking', 'found'] as const
export const SEEK_STATES = ['open', 'matched', 'withdrawn'] as const
/** Why two entries may be one person. */
export const LIKENESS = ['name', 'sex', 'age', 'place'] as const

export const SeekView = z.object({
  id: SeekId,
  place: z.string().describe('where last seen, or where found'),
  placeName: z.string(),
  kind: z.enum(SEEK_KINDS),
  name: z.string().nullable().describe('as somebody said it'),
  sex: z.enum(['female', 'male']).nullable(),
  age: z.number().nullable(),
  description: z.string(),
  contact: Shown.describe('whom to tell'),
  saidAt: z.string(),
  by: By,
  state: z.enum(SEEK_STATES),
  matched: SeekId.nullable(),
  matchedBy: By.describe('whose office brings both together: whom to turn to'),
  like: z.array(z.enum(LIKENESS)).describe('in what it is like the entry asked for'),
  can: z.array(z.enum(['match', 'withdraw'])),
})
export type SeekView = z.infer<typeof SeekView>

export const seek = command('relief.seek', {
  input: z.object({
    id: SeekId,
    kind: z.enum(SEEK_KINDS),
    place: PlaceCode.describe('where last seen, or where found'),
    name: z.string().trim().min(1).max(40).nullable().default(null),
    sex: z.enum(['female', 'male']).nullable().default(null),
    age: z.number().int().min(0).max(130).nullable().default(null),
    description: z.string().trim().min(2).max(500),
    contact: z
      .object({ name: z.string().trim().min(1).max(40), phone: z.string().regex(/^1\d{10}$/) })
      .nullable()
      .default(null)
      .describe('whom to tell; of residents always oneself'),
  }),
  output: z.object({ id: SeekId }),
  doc: 'Somebody is looked for, or was found. By residents for themselves, by staff for whoever asks them.',
})
export const matchSeek = command('relief.matchSeek', {
  input: z.object({ id: SeekId, other: SeekId }),
  output: z.object({ id: SeekId, other: SeekId }),
  doc: 'These two are one person, says a person. Both sides are told which office to turn to, and nothing of each other. Refuses conflict unless one is looked for and the other found, already when one is matched.',
})
export const withdrawSeek = command('relief.withdrawSeek', {
  input: z.object({ id: SeekId }),
  output: z.object({ id: SeekId }),
  doc: 'Takes an entry back. Refuses already.',
})
export const listSeeks = query('relief.seeks', {
  input: z.object({
    ...placed,
    kind: z.enum(SEEK_KINDS).optional(),
    open: z.boolean().optional(),
    mine: z.boolean().optional().describe('only my own; of residents always'),
  }),
  output: page(SeekView),
  doc: 'Who is looked for and who was found. Those to be told see this read.',
})
export const likeSeek = query('relief.seekLike', {
  input: z.object({ id: SeekId }),
  output: z.object({ rows: z.array(SeekView) }),
  doc: 'Entries of the other kind in my reach that may be the same person, the likest first, with the reasons.',
})
