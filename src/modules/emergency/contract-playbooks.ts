import { z } from 'zod'
import { command, DayText, event, Names, query } from '#kernel/contract.ts'
import { BondKindCode } from '#modules/bonds/contract.ts'
import { Level, PlaceCode } from '#modules/places/contract.ts'
import { ADMIN_ROLES, Role } from '#modules/posts/contract.ts'

/** 预案: what an emergency of one kind changes at each of its levels, as data in versions; nothing else does. */
export const KINDS = ['flood', 'typhoon', 'geological', 'forest_fire', 'public_health', 'accident', 'snow'] as const
export const Kind = z.enum(KINDS).describe('防汛 台风 地质灾害 森林火灾 公共卫生 事故灾难 雨雪冰冻')
export type Kind = z.infer<typeof Kind>

/** 响应级别: I is the gravest. */
export const RESPONSES = ['I', 'II', 'III', 'IV'] as const
export const Response = z.enum(RESPONSES)
export type Response = z.infer<typeof Response>

export const PlaybookCode = z.string().regex(/^[a-z][a-z_]{2,39}$/)
export const MOST_DAYS = 30

/** A setting that is held at another value; the lever's own shape checks the value. */
export const LeverChange = z.object({
  lever: z.string().regex(/^[a-z]+\.[a-zA-Z]+$/),
  value: z.json(),
  why: Names,
})
export type LeverChange = z.infer<typeof LeverChange>

/** 指挥部成员: whoever holds `from` at a place of the level gets a dated post `role` there, with this title. */
export const Seat = z.object({
  title: z.string().trim().min(2).max(40),
  group: Names.describe('e.g. 人员转移组'),
  from: z.object({ role: Role, line: z.string().max(40).nullable().describe('department line, of officers') }),
  role: Role.exclude(ADMIN_ROLES).describe('what the post gives; never one of the three administrators'),
  at: Level.describe('once at each place of this level that lies in the area or above it'),
  most: z.number().int().min(1).max(50).describe('at most so many at one place'),
})
export type Seat = z.infer<typeof Seat>

/** 大三联: every place of the level, or every firm, gets one of the departments of its county. */
export const BondRaise = z.object({
  kind: BondKindCode,
  each: z.union([Level, z.literal('firm')]),
  lines: z.array(z.string().max(40)).max(40).describe('only departments of these lines; empty: every department'),
})
export type BondRaise = z.infer<typeof BondRaise>

/** 情况报告: what a node tells, how often, and from which level upward. */
export const Figure = z.object({
  key: z.string().regex(/^[a-z][a-z_]{1,30}$/),
  name: Names,
  unit: Names,
})
export const Reporting = z.object({
  everyHours: z.number().int().min(1).max(168),
  from: Level.describe('the lowest level that tells figures; those above sum them up'),
  figures: z.array(Figure).min(1).max(20),
})
export type Reporting = z.infer<typeof Reporting>

export const LevelPlan = z.object({
  authority: z.array(Role).min(1).describe('one of the two persons who decide holds one of these'),
  hours: z
    .number()
    .int()
    .min(1)
    .max(MOST_DAYS * 24)
    .describe('how long it usually lasts'),
  reviewHours: z
    .number()
    .int()
    .min(1)
    .max(MOST_DAYS * 24),
  levers: z.array(LeverChange).max(40),
  opens: z
    .array(z.string().regex(/^[a-z]+\.[a-zA-Z]+$/))
    .max(40)
    .describe('capabilities that are closed in peace'),
  seats: z.array(Seat).max(40),
  bonds: z.array(BondRaise).max(10),
  reports: Reporting,
  pauses: z.array(Names).max(20).describe('ordinary work that rests'),
  goesOn: z.array(Names).max(20).describe('ordinary work that goes on'),
  stop: z.array(Names).min(1).max(20).describe('when it is over'),
})
export type LevelPlan = z.infer<typeof LevelPlan>

export const Playbook = z.object({
  code: PlaybookCode,
  version: z.number().int(),
  kind: Kind,
  name: Names,
  command: Names.describe('the organs that command: 领导小组、指挥部'),
  law: z.string().max(400).describe('what it rests on, unless the decision says otherwise'),
  levels: z.object({ I: LevelPlan, II: LevelPlan, III: LevelPlan, IV: LevelPlan }),
  fromDay: DayText,
  reason: z.string(),
  shipped: z.boolean().describe('as it came with the platform; a city replaces it by its own'),
})
export type Playbook = z.infer<typeof Playbook>

export const listPlaybooks = query('emergency.playbooks', {
  input: z.object({ kind: Kind.optional(), history: z.boolean().default(false) }),
  output: z.object({ rows: z.array(Playbook) }),
  doc: 'Playbooks: those in force, or every version. All of staff may read what would be done.',
})
export const setPlaybook = command('emergency.setPlaybook', {
  input: Playbook.omit({ version: true, shipped: true }).extend({ reason: z.string().trim().min(2).max(400) }),
  output: Playbook,
  doc: 'Adds a playbook, or a new version from a day on (not in the past). What is in force goes on under the version it was decided with. Refuses invalid for a lever or capability that the platform does not know, or a value that is none of the lever.',
})

/** What a playbook may hold: the settings of this installation, with the shape of their values as a JSON schema. */
export const listLevers = query('emergency.levers', {
  input: z.object({}),
  output: z.object({
    rows: z.array(
      z.object({
        lever: z.string(),
        doc: z.string(),
        usual: z.json(),
        capability: z.boolean().describe('closed in peace; it is opened, not set'),
        shape: z.record(z.string(), z.json()),
      }),
    ),
  }),
  doc: 'Every setting that a playbook may hold at another value, and every capability that it may open.',
})

/** What is looked at before anything is decided. */
const plan = {
  playbook: PlaybookCode,
  level: Response,
  area: z.array(PlaceCode).min(1).max(100).describe('subtrees'),
}
export const LeverShown = z.object({
  lever: z.string(),
  doc: z.string(),
  usual: z.json(),
  value: z.json(),
  why: Names,
})
export const preview = query('emergency.preview', {
  input: z.object({ ...plan, drill: z.boolean().default(false) }),
  output: z.object({
    playbook: PlaybookCode,
    version: z.number(),
    place: z.string().describe('the node it is decided at'),
    authority: z.array(z.string()),
    levers: z.array(LeverShown),
    opens: z.array(z.object({ lever: z.string(), doc: z.string() })),
    missing: z.array(z.string()).describe('levers of the playbook that this installation does not have'),
    seats: z.array(z.object({ title: z.string(), group: Names, role: z.string(), count: z.number() })),
    vacant: z
      .array(z.object({ title: z.string(), place: z.string(), placeName: z.string() }))
      .describe('seats that nobody could take'),
    bonds: z.array(
      z.object({ kind: z.string(), count: z.number(), without: z.number().describe('reached by no department') }),
    ),
    told: z.array(z.object({ role: z.string(), count: z.number() })),
    places: z.number(),
    reports: Reporting,
    clashes: z
      .array(z.object({ number: z.string(), kind: Kind, level: Response }))
      .describe('what is in force there already'),
  }),
  doc: 'Who and what would be changed, before anything is decided. Changes nothing.',
})
export const tryOnPast = query('emergency.tryOnPast', {
  input: z.object({ ...plan, from: DayText, until: DayText.describe('not included; at most 92 days later') }),
  output: z.object({
    cases: z.number().describe('cases reported in the area in that time'),
    notices: z.number(),
    orders: z.number(),
    rows: z.array(
      z.object({
        lever: z.string(),
        doc: z.string(),
        usual: z.json(),
        value: z.json(),
        touched: z
          .number()
          .nullable()
          .describe('matters of that time to which it would have applied; null: cannot be counted'),
        of: z.number().nullable(),
        what: z.enum(['cases', 'notices', 'orders', 'contests', 'bonds', 'none']),
      }),
    ),
    posts: z.number(),
    bonds: z.number(),
    reportsDue: z.number().describe('situation reports that would have fallen due'),
  }),
  doc: 'What this playbook would have changed in a time of the past: for each lever, how many matters it would have met.',
})
export const playbookSet = event('emergency.playbookSet', z.object({ code: z.string(), version: z.number() }))
