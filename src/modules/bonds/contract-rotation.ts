import { z } from 'zod'
import { command, DayText, event, id, page, pageInput, query } from '#kernel/contract.ts'
import { PersonId } from '#modules/people/contract.ts'
import { PlaceCode } from '#modules/places/contract.ts'
import { PostId } from '#modules/posts/contract.ts'

/** 轮岗: many posts change hands at one instant, and with them everything their holders answer for. */
export const RotationId = id('RotationId')
export const HandOverFileId = id('HandOverFileId')

export const Move = z
  .object({
    seat: PostId.describe('the post that is taken over'),
    from: PostId.nullable()
      .default(null)
      .describe('the post that the successor leaves for it; it has to be taken over too'),
    person: PersonId.nullable().default(null).describe('the successor, when he leaves no post'),
    newId: PostId.describe('of the post as the successor holds it'),
  })
  .refine(({ from, person }) => (from === null) !== (person === null), 'from_or_person')
export type Move = z.infer<typeof Move>

export const RULES = ['own_household', 'relative_in_office', 'home_grid', 'own_firm', 'former_office'] as const
export const WEIGHTS = ['refuse', 'warn', 'off'] as const
export const Finding = z.object({
  seat: PostId,
  name: z.string(),
  rule: z.enum(RULES),
  weight: z.enum(WEIGHTS),
  fact: z.string().describe('place, organ or day that the rule speaks of'),
})
export type Finding = z.infer<typeof Finding>
const plan = {
  day: DayText.describe('not in the past'),
  moves: z.array(Move).min(1).max(500),
}
/** A command, since a plan of hundreds does not fit into an address; and whoever looks through plans is on record. */
export const checkRotation = command('bonds.checkRotation', {
  input: z.object(plan),
  output: z.object({
    rows: z.array(
      z.object({
        seat: PostId,
        title: z.string(),
        place: z.string(),
        placeName: z.string(),
        from: z.string(),
        to: z.string(),
        bonds: z.number(),
        cases: z.number(),
      }),
    ),
    findings: z.array(Finding),
    abandoned: z.array(PostId).describe('posts that would be left and taken by nobody'),
  }),
  doc: 'What a rotation would do, and what speaks against it. Changes nothing.',
})
const PastedPost = z.object({ id: PostId, name: z.string(), title: z.string(), placeName: z.string() })
export const PASTED_PROBLEMS = ['unreadable', 'nobody', 'several', 'twice', 'same'] as const
export const readPasted = query('bonds.readPasted', {
  input: z.object({
    text: z
      .string()
      .max(60_000)
      .describe('a line each: who holds the post now, an arrow, a tab or a comma, who takes it over'),
  }),
  output: z.object({
    rows: z.array(
      z.object({
        line: z.number(),
        text: z.string(),
        seat: PastedPost.nullable(),
        from: PastedPost.nullable().describe('the post that the successor leaves'),
        person: z.object({ id: PersonId, name: z.string() }).nullable().describe('a successor without a post'),
        problem: z.enum(PASTED_PROBLEMS).nullable(),
        side: z.enum(['seat', 'successor']).nullable().describe('which side the problem is about'),
        among: z.array(z.string()).describe('who it may be, when there are several'),
      }),
    ),
  }),
  doc: 'Reads a pasted list of moves against the posts of the own scope, with a report for every line. Changes nothing.',
  sealed: true,
})
export const rotate = command('bonds.rotate', {
  input: z.object({
    id: RotationId,
    ...plan,
    note: z.string().trim().max(1000).default(''),
    despite: z
      .array(z.object({ seat: PostId, reason: z.string().trim().min(2).max(400) }))
      .max(500)
      .default([])
      .describe('why a warning is passed over'),
  }),
  output: z.object({ id: RotationId, moved: z.number(), bonds: z.number(), files: z.number(), dueAt: z.string() }),
  doc: 'Moves all of them at one instant, all or none. Refuses left_without when a post would be left empty or a bond without a holder, conflict_of_interest with the findings.',
})

/** 交接清单: what a successor takes over, with a clock. */
export const LINES = ['case', 'bond', 'promise'] as const
export const FileRow = z.object({
  id: HandOverFileId,
  rotation: RotationId.nullable(),
  place: z.string(),
  placeName: z.string(),
  title: z.string(),
  from: z.string().describe('name of the one who hands over'),
  to: z.string().describe('name of the successor'),
  day: DayText,
  dueAt: z.string(),
  unit: z.enum(['work', 'natural']),
  days: z.number(),
  receivedAt: z.string().nullable(),
  late: z.boolean(),
  lines: z.object({ case: z.number(), bond: z.number(), promise: z.number(), households: z.number() }),
  mine: z.boolean().describe('the reader is the successor'),
})
export const listFiles = query('bonds.files', {
  input: z.object({
    open: z.boolean().optional().describe('true: not received yet'),
    late: z.boolean().optional(),
    rotation: RotationId.optional(),
    ...pageInput,
  }),
  output: page(FileRow),
  doc: 'Hand-over files of the own scope or to the own post, those due first.',
})
export const getFile = query('bonds.file', {
  input: z.object({ id: HandOverFileId }),
  output: FileRow.extend({
    note: z.string(),
    received: z.string().nullable(),
    rows: z.array(
      z.object({
        kind: z.enum(LINES),
        subject: z.string(),
        text: z.string(),
        due: z.string().nullable(),
      }),
    ),
  }),
  doc: 'One hand-over file: open cases, bonds and promises as they stood on the day.',
})
export const receive = command('bonds.receive', {
  input: z.object({ id: HandOverFileId, note: z.string().trim().min(2).max(1000) }),
  output: z.object({ id: HandOverFileId, receivedAt: z.string(), late: z.boolean() }),
  doc: 'The successor has gone through the file with the predecessor and takes it over.',
})
export const remindFile = command('bonds.remind', {
  input: z.object({ id: HandOverFileId }),
  output: z.object({}),
  doc: 'By the system: the clock of a hand-over file has run out.',
  inward: true,
})
export const listRotations = query('bonds.rotations', {
  input: z.object({ ...pageInput, place: PlaceCode.optional() }),
  output: page(
    z.object({
      id: RotationId,
      day: DayText,
      note: z.string(),
      moves: z.number(),
      open: z.number(),
      late: z.number(),
      at: z.string(),
    }),
  ),
  doc: 'Rotations, newest first, with the files that are still open or late.',
})

/** A file is open: whoever has something to hand over adds it (`addLines` in api.ts). */
export const fileOpened = event(
  'bonds.fileOpened',
  z.object({ file: z.string(), was: z.string(), became: z.string(), place: z.string() }),
)
