import { z } from 'zod'
import { DayText, id } from '#kernel/contract.ts'

/** 录入: one act by which data came in. Every attribute names one. */
export const EntryId = id('EntryId')
export type EntryId = z.infer<typeof EntryId>

export const SOURCES = ['register', 'self', 'report', 'visit', 'import', 'transfer', 'document'] as const
export const CERTAINTIES = ['certain', 'likely', 'doubtful'] as const
export type EntrySource = (typeof SOURCES)[number]
export type Certainty = (typeof CERTAINTIES)[number]

/** What a command says of where its data come from; whoever sends it is added by the house. */
export const Origin = z.object({
  source: z.enum(SOURCES).default('register'),
  day: DayText.optional().describe('when it was so or was said; default: today'),
  certainty: z.enum(CERTAINTIES).default('certain'),
})
export type Origin = z.infer<typeof Origin>

export const Entry = z.object({
  id: z.string(),
  source: z.enum(SOURCES),
  place: z.string().nullable(),
  day: z.string(),
  certainty: z.enum(CERTAINTIES),
  post: z.string().nullable(),
  person: z.string().nullable(),
  import: z.string().nullable(),
  at: z.string(),
})
export type Entry = z.infer<typeof Entry>
