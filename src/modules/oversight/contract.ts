import { z } from 'zod'
import { command, DayText, page, pageInput, query } from '#kernel/contract.ts'
import { UUID } from '#kernel/ids.ts'

/** 监督: the record explorer and the health of the house. */
export const RecordRow = z.object({
  seq: z.string(),
  at: z.string(),
  kind: z.enum(['command', 'query', 'refusal']),
  name: z.string(),
  outcome: z.string(),
  role: z.string(),
  personName: z.string().nullable(),
  postTitle: z.string().nullable(),
  organName: z.string().nullable(),
  actorPlace: z.string().nullable(),
  subject: z.string().nullable(),
  place: z.string().nullable(),
  purpose: z.string().nullable(),
  about: z.boolean().describe('concerns a person'),
  request: z.string(),
  withheldUntil: z.string().nullable().describe('the person whom it concerns does not see it before'),
  sealed: z.boolean(),
})
export type RecordRow = z.infer<typeof RecordRow>
export const listRecord = query('oversight.record', {
  input: z.object({
    kind: z.enum(['command', 'query', 'refusal']).optional(),
    name: z.string().max(60).optional(),
    purpose: z.string().max(60).optional(),
    subject: z.string().regex(UUID).optional(),
    person: z.string().regex(UUID).optional(),
    place: z
      .string()
      .regex(/^\d{1,17}$/)
      .optional(),
    from: DayText.optional(),
    to: DayText.optional(),
    ...pageInput,
  }),
  output: page(RecordRow),
  doc: 'The record, newest first: who did or read what, refusals too.',
})
export const verifyRecord = query('oversight.verify', {
  input: z.object({}),
  output: z.object({
    seals: z.number(),
    rows: z.number(),
    unsealed: z.number(),
    brokenAt: z.number().nullable(),
    why: z.string().nullable(),
    anchors: z.array(z.object({ day: DayText, seal: z.number(), hash: z.string() })),
  }),
  doc: 'Recomputes the hash chain of the record.',
})
export const outboxHealth = query('oversight.outbox', {
  input: z.object({}),
  output: z.object({
    waiting: z.number(),
    oldestSeconds: z.number(),
    retrying: z.number(),
    dead: z.number(),
    letters: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        key: z.string(),
        attempts: z.number(),
        problem: z.string().nullable(),
        at: z.string(),
        deadAt: z.string(),
        heldBack: z.number(),
      }),
    ),
    jobs: z.array(z.object({ name: z.string(), lastAt: z.string().nullable(), lastProblem: z.string().nullable() })),
  }),
  doc: 'What waits to be told, what is tried again, what was given up.',
})
export const reviveLetter = command('oversight.revive', {
  input: z.object({ id: z.string().regex(/^\d{1,18}$/) }),
  output: z.object({}),
  doc: 'Sends a dead letter again.',
})
export const dropLetter = command('oversight.drop', {
  input: z.object({ id: z.string().regex(/^\d{1,18}$/), reason: z.string().trim().min(2).max(400) }),
  output: z.object({}),
  doc: 'Gives a dead letter up, so that what waits behind it moves on.',
})
