import { z } from 'zod'
import { command, id, page, query } from '#kernel/contract.ts'
import { OrganId, PersonId } from '#modules/people/contract.ts'
import { PlaceCode } from '#modules/places/contract.ts'
import { At, By, placed, progress, Remark, Shown, Until, Why } from './contract.ts'

/** 定向排查: a list of people out of a named source, for a stated reason, until a day; then it is destroyed. */
export const CheckId = id('CheckId')
export const LineId = id('LineId')

/** Whom a check of a kind may be about: the reasons there are, and no other. */
export const CHECK_REASONS = {
  infection: ['tested_positive', 'close_contact', 'shared_space', 'came_from_area'],
  hazard: ['lives_in_zone', 'unsafe_house', 'needs_carrying'],
} as const
export const CHECK_KINDS = ['infection', 'hazard'] as const
/** Why a line was not taken. */
export const LINE_REFUSALS = [
  'unknown_reason',
  'no_evidence',
  'not_known',
  'not_in_city',
  'outside_area',
  'already',
] as const
export type LineRefusal = (typeof LINE_REFUSALS)[number]
/** Whether a line may be about anybody at all: a reason that the kind has, and what it rests on. Screens say it before anything is sent. */
export function faultOfLine(
  kind: keyof typeof CHECK_REASONS,
  { reason, evidence }: { reason: string; evidence: string },
): LineRefusal | undefined {
  if (!(CHECK_REASONS[kind] as readonly string[]).includes(reason)) return 'unknown_reason'
  return evidence.length < 4 ? 'no_evidence' : undefined
}
/** 已核实, 家中无人, 不在此处, 名单有误, 不愿配合. */
export const FINDINGS = ['found', 'nobody', 'elsewhere', 'mistaken', 'refused'] as const
export const LINE_STATES = ['open', ...FINDINGS] as const
export type LineState = (typeof LINE_STATES)[number]

const Line = z.object({
  id: LineId,
  person: PersonId.optional().describe('or name and phone'),
  name: z.string().trim().min(1).max(40).optional(),
  phone: z
    .string()
    .regex(/^1\d{10}$/)
    .optional(),
  reason: z.string().max(40).describe('a reason of the kind, see CHECK_REASONS'),
  evidence: z.string().trim().max(300).describe('what it rests on: flight, seat, test, place and hour'),
})
const Taken = z.object({
  id: CheckId,
  listed: z.number().describe('taken, and waiting for a second signature'),
  refused: z.array(z.object({ line: LineId, why: z.enum(LINE_REFUSALS) })),
})
export const startCheck = command('relief.startCheck', {
  input: z.object({
    id: CheckId,
    place: PlaceCode.describe('whose residents it is about'),
    kind: z.enum(CHECK_KINDS),
    title: z.string().trim().min(2).max(60),
    source: OrganId.describe('whose list it is'),
    sourceNumber: z.string().trim().min(2).max(60).describe('number of the letter it came by'),
    purpose: Why.describe('what the answers are for'),
    basis: Why.describe('the article'),
    until: Until.describe('when the list is destroyed; not beyond the hold'),
    lines: z.array(Line).min(1).max(2000),
  }),
  output: Taken,
  doc: 'Proposes a list and splits it to grids. Each line is looked at: its reason must be one of the kind, and the person must live in the area by what is held, or have been seen entering the city. It goes out when a second person has signed for it.',
})
export const addToCheck = command('relief.addToCheck', {
  input: z.object({ check: CheckId, lines: z.array(Line).min(1).max(2000) }),
  output: Taken,
  doc: 'Further lines, looked at like the first, and signed for like them. Refuses gone when the list is closed.',
})
export const signCheck = command('relief.signCheck', {
  input: z.object({ id: CheckId, lines: z.number().int().min(1).describe('how many lines the signer saw waiting') }),
  output: z.object({ id: CheckId, out: z.number() }),
  doc: 'A second person signs for the lines that wait: they go out to the grids, and who is on them is told. Refuses same_person, conflict when other lines wait than were seen, already when none does.',
})
export const answerLine = command('relief.answerLine', {
  input: z.object({
    id: id('WordId').describe('made by the sender: safe to send again, in any order'),
    line: LineId,
    state: z.enum(FINDINGS),
    note: Remark,
    at: At,
  }),
  output: z.object({ line: LineId, state: z.enum(LINE_STATES) }),
  doc: 'What a worker found. An older word that comes late does not undo a newer one.',
})
export const disputeLine = command('relief.disputeLine', {
  input: z.object({ line: LineId, text: z.string().trim().min(2).max(500) }),
  output: z.object({ line: LineId }),
  doc: 'Whoever is on a list says that it is wrong; who made the list is told, whoever comes to the door sees it, and it is answered within the time of the lever relief.hoursToAnswerDispute. Refuses already, gone.',
})
export const closeCheck = command('relief.closeCheck', {
  input: z.object({ id: CheckId, reason: Why }),
  output: z.object({ id: CheckId }),
  doc: 'The list is needed no longer: it is destroyed at the next round.',
})
export const endCheck = command('relief.endCheck', {
  input: z.object({ id: CheckId }),
  output: z.object({ rows: z.number(), hash: z.string() }),
  doc: 'Destroys a list whose time is over; what is left says how many rows it had and their hash.',
  inward: true,
})

export const CheckView = z.object({
  id: CheckId,
  place: z.string(),
  placeName: z.string(),
  kind: z.enum(CHECK_KINDS),
  title: z.string(),
  source: z.string().describe('name of the organ'),
  sourceNumber: z.string(),
  purpose: z.string(),
  basis: z.string(),
  by: By,
  startedAt: z.string(),
  until: z.string(),
  lines: z.number().describe('in my reach'),
  left: z.number().describe('of them without an answer, or nobody there'),
  waiting: z.number().describe('lines that wait for a second signature; shown to whoever may lay or sign a list here'),
  mine: z.boolean().describe('one of these was laid by me, so another has to sign'),
  signed: z
    .object({ by: By, at: z.string() })
    .nullable()
    .describe('the first second signature; without it nothing is out'),
  can: z.array(z.enum(['add', 'close', 'sign'])),
})
export type CheckView = z.infer<typeof CheckView>
export const listChecks = query('relief.checks', {
  input: z.object({ place: PlaceCode.optional() }),
  output: z.object({ rows: z.array(CheckView) }),
  doc: 'Lists of people at, above and below a place, with what is left of them in my reach.',
})
export const checkLines = query('relief.checkLines', {
  input: z.object({
    check: CheckId,
    ...placed,
    left: z.boolean().optional(),
    state: z.enum(LINE_STATES).optional(),
    disputed: z.boolean().optional().describe('only those that the person says are wrong'),
    waiting: z.boolean().optional().describe('only those that wait for a second signature'),
  }),
  output: page(
    z.object({
      id: LineId,
      person: Shown,
      place: z.string(),
      placeName: z.string(),
      address: z.string().nullable(),
      reason: z.string(),
      evidence: z.string(),
      state: z.enum(LINE_STATES),
      saidAt: z.string().nullable(),
      note: z.string(),
      disputed: z.string().nullable().describe('what the person says against it'),
      disputeAnswer: z.string().nullable().describe('and was told'),
      out: z.boolean().describe('signed for by a second person'),
      can: z.array(z.enum(['answer', 'decide'])),
    }),
  ),
  doc: 'Lines of a list in my reach: a worker sees those of his grid. Each of them sees this read.',
})
export const checkProgress = query('relief.checkProgress', {
  input: z.object({
    check: CheckId,
    place: PlaceCode.optional(),
    waiting: z.boolean().optional().describe('of the lines that wait for a second signature'),
    grids: z.boolean().optional().describe('for each grid instead of each place one level below'),
  }),
  output: progress(LINE_STATES).extend({ disputed: z.number() }),
  doc: 'How far a list of people is, for a place and each place below it.',
})
export const endedChecks = query('relief.endedChecks', {
  input: z.object({ place: PlaceCode.optional() }),
  output: z.object({
    rows: z.array(
      z.object({
        id: CheckId,
        place: z.string(),
        placeName: z.string(),
        title: z.string(),
        source: z.string(),
        sourceNumber: z.string(),
        purpose: z.string(),
        basis: z.string(),
        startedAt: z.string(),
        endedAt: z.string(),
        rows: z.number().nullable().describe('null: fewer than the lever consents.fewest'),
        hash: z.string(),
      }),
    ),
  }),
  doc: 'Lists that were destroyed: what for, how many rows, and their hash. Open to everybody; holds no person.',
})
