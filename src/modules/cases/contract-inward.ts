import { z } from 'zod'
import { command, query } from '#kernel/contract.ts'
import { PlaceCode } from '#modules/places/contract.ts'
import { PostId } from '#modules/posts/contract.ts'
import { CaseId, FileId } from './contract.ts'

/** Sent by the system when they fall due. */
export const tickCase = command('cases.tick', {
  input: z.object({ id: CaseId, due: z.string().describe('the instant that fell due') }),
  output: z.object({ steps: z.number() }),
  doc: 'Notes a warning, an overdue limit, the end of a pause, or silence.',
  inward: true,
})
/** A case goes with the post: sent for each open case when a post is handed over. */
export const passCase = command('cases.pass', {
  input: z.object({ id: CaseId, from: PostId, to: PostId }),
  output: z.object({}),
  doc: 'The successor in a post takes over an open case.',
  inward: true,
})
/** A place became another: sent for each case that is still open there, from the day of the change on. */
export const resettleCase = command('cases.resettle', {
  input: z.object({ id: CaseId, from: PlaceCode, to: PlaceCode }),
  output: z.object({}),
  doc: 'An open case goes on in the place that its own has become.',
  inward: true,
})
/** What is left of an uploaded photo after it was re-encoded. */
export const keepFile = command('cases.upload', {
  input: z.object({
    id: FileId,
    key: z.string(),
    thumbKey: z.string(),
    width: z.number(),
    height: z.number(),
    bytes: z.number(),
    lon: z.number().nullable(),
    lat: z.number().nullable(),
  }),
  output: z.object({ id: FileId, url: z.string(), thumb: z.string() }),
  doc: 'Keeps a re-encoded photo until a case takes it up.',
  inward: true,
})
/** Photos that no case took up within a day are not kept. */
export const dropLoose = command('cases.dropLoose', {
  input: z.object({ id: FileId }),
  output: z.object({ dropped: z.boolean() }),
  doc: 'Drops a photo that no case took up within a day.',
  inward: true,
})
export const findFile = query('cases.file', {
  input: z.object({ id: FileId, secret: z.string().max(40).optional() }),
  output: z.object({ key: z.string(), thumbKey: z.string() }),
  doc: 'Where a file of a case lies.',
  inward: true,
})
