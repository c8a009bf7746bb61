import { z } from 'zod'
import { command, DayText, event, id, Names, page, pageInput, query } from '#kernel/contract.ts'
import { PlaceCode } from '#modules/places/contract.ts'
import { Kind, MOST_DAYS, PlaybookCode, Response } from './contract-playbooks.ts'

/**
 * 应急状态: an emergency is a legal object that ends itself. Whatever it changes it changes by holds, dated posts, dated bonds
 * and opened capabilities, each with an end at most thirty days away.
 */
export const ActivationId = id('ActivationId')
export type ActivationId = z.infer<typeof ActivationId>
export const DecisionId = id('DecisionId')
export type DecisionId = z.infer<typeof DecisionId>

/**
 * proposed 待确认 · active 响应中 · ending 正在解除 (powers are gone, posts and bonds follow) · settling 待销毁 (data closed, items
 * may be assessed and kept) · destroying 销毁中 · closed 已结束 · dropped 未启动 (taken back before it began).
 */
export const STATES = ['proposed', 'active', 'ending', 'settling', 'destroying', 'closed', 'dropped'] as const
export const State = z.enum(STATES)
export type State = z.infer<typeof State>
export const DECISIONS = ['activate', 'extend', 'upgrade', 'downgrade', 'end', 'lapse'] as const
export const WHY_ENDED = ['declared', 'expired'] as const

const hours = z
  .number()
  .int()
  .min(1)
  .max(MOST_DAYS * 24)
const said = {
  legalBasis: z.string().trim().min(2).max(400),
  reason: z.string().trim().min(2).max(1000),
}

export const declare = command('emergency.declare', {
  input: z.object({
    id: ActivationId,
    decision: DecisionId,
    playbook: PlaybookCode,
    level: Response,
    area: z.array(PlaceCode).min(1).max(100).describe('subtrees; the activation stands at the node above them all'),
    ...said,
    hours: hours.describe('it ends by itself after so many'),
    reviewHours: hours.describe('after so many it is looked at again; not after the end'),
    drill: z.boolean().default(false).describe('演练: same screens and tools, no ordinary lever is moved'),
  }),
  output: z.object({ id: ActivationId, number: z.string(), place: z.string() }),
  doc: 'Proposes an emergency; nothing changes until a second person confirms. Refuses in_force: the same kind is in force there, or it is a drill and one in earnest is. A drill that is on gives way.',
})
export const extend = command('emergency.extend', {
  input: z.object({ id: ActivationId, decision: DecisionId, hours, reviewHours: hours, ...said }),
  output: z.object({ decision: DecisionId }),
  doc: 'Proposes that it goes on, for at most thirty days from the confirmation: a new decision of two persons.',
})
export const changeLevel = command('emergency.changeLevel', {
  input: z.object({ id: ActivationId, decision: DecisionId, level: Response, ...said }),
  output: z.object({ decision: DecisionId, kind: z.enum(['upgrade', 'downgrade']) }),
  doc: 'Proposes another level; its end stays.',
})
export const confirm = command('emergency.confirm', {
  input: z.object({ decision: DecisionId }),
  output: z.object({
    id: ActivationId,
    endsAt: z.string(),
    holds: z.number(),
    posts: z.number(),
    bonds: z.number(),
  }),
  doc: 'The second person confirms, and it takes effect. Refuses same_person; authority_needed when neither of the two holds the authority of the level; gone when the proposal is older than a day.',
})
export const drop = command('emergency.drop', {
  input: z.object({ decision: DecisionId, reason: z.string().trim().min(2).max(400) }),
  output: z.object({ decision: DecisionId }),
  doc: 'Takes a proposal back, or turns it down.',
})
export const end = command('emergency.end', {
  input: z.object({ id: ActivationId, decision: DecisionId, ...said }),
  output: z.object({ id: ActivationId, endedAt: z.string(), holds: z.number(), destroyAt: z.string() }),
  doc: 'Declares it over: every hold ends at this instant, the rest follows by itself. One person of the command suffices to give powers back.',
})
export const fileWith = command('emergency.file', {
  input: z.object({
    id: ActivationId,
    number: z.string().trim().min(2).max(80),
    day: DayText.describe('on which it went to the standing committee'),
  }),
  output: z.object({ id: ActivationId, late: z.boolean() }),
  doc: 'Notes the filing with the standing committee of the people’s congress (备案).',
})
export const review = command('emergency.review', {
  input: z.object({
    id: ActivationId,
    finding: z.string().trim().min(2).max(1000).describe('why it has to go on, or what is to be changed'),
    nextHours: hours,
  }),
  output: z.object({ id: ActivationId, reviewAt: z.string() }),
  doc: 'The review that was due: whether it is still needed. The next one is dated.',
})
export const noteDown = command('emergency.note', {
  input: z.object({
    id: ActivationId,
    entry: id('EntryId'),
    text: z.string().trim().min(2).max(1000).describe('no personal data: the log is kept'),
  }),
  output: z.object({ entry: id('EntryId') }),
  doc: 'Writes into the log of the command: what was decided, asked for or found.',
})

// ---- what everybody sees -----------------------------------------------------------------------------------------------

const Area = z.array(z.object({ code: z.string(), name: z.string() }))
export const Band = z.object({
  id: ActivationId,
  number: z.string(),
  kind: Kind,
  name: Names.describe('of the playbook'),
  command: Names,
  level: Response,
  state: State,
  drill: z.boolean(),
  area: Area,
  here: z.boolean().describe('it holds at the place that was asked for'),
  since: z.string(),
  endsAt: z.string(),
  legalBasis: z.string(),
  issuer: z.string().describe('title and place of the one who decided'),
  chief: z.string().nullable().describe('name of the one who decided; to staff only'),
  pauses: z.array(Names),
  goesOn: z.array(Names),
})
export type Band = z.infer<typeof Band>
export const current = query('emergency.current', {
  input: z.object({
    place: PlaceCode.optional().describe('where I am; default: that of the own post, of a resident his home'),
  }),
  output: z.object({ rows: z.array(Band) }),
  doc: 'What is in force, the gravest first: drives the band in every face. Public.',
})
export const listActivations = query('emergency.list', {
  input: z.object({ state: State.optional(), drill: z.boolean().optional(), ...pageInput }),
  output: page(
    Band.extend({
      endedAt: z.string().nullable(),
      whyEnded: z.enum(WHY_ENDED).nullable(),
      certificate: z.string().nullable(),
    }),
  ),
  doc: 'Every emergency that was in force, newest first. Public; what was only proposed, to staff alone.',
})

// ---- one in full -------------------------------------------------------------------------------------------------------

export const DecisionRow = z.object({
  id: DecisionId,
  kind: z.enum(DECISIONS),
  level: Response,
  state: z.enum(['proposed', 'confirmed', 'dropped']),
  reason: z.string(),
  legalBasis: z.string(),
  hours: z.number().nullable(),
  proposedBy: z.string().nullable().describe('name and title; null: by the house'),
  proposedAt: z.string(),
  confirmedBy: z.string().nullable(),
  confirmedAt: z.string().nullable(),
  whyDropped: z.string().nullable(),
  endsAt: z.string().nullable(),
  told: z.array(z.object({ role: z.string(), count: z.number() })),
  effects: z.object({ holds: z.number(), posts: z.number(), bonds: z.number() }).nullable(),
  can: z.array(z.enum(['confirm', 'drop'])),
})
export const Power = z.object({
  id: z.string(),
  sort: z.enum(['lever', 'capability']),
  lever: z.string(),
  doc: z.string(),
  usual: z.json(),
  value: z.json(),
  place: z.string(),
  placeName: z.string(),
  from: z.string(),
  until: z.string(),
  live: z.boolean(),
})
export const RaisedPost = z.object({
  id: z.string(),
  title: z.string(),
  group: Names,
  role: z.string(),
  name: z.string(),
  place: z.string(),
  placeName: z.string(),
  until: DayText.nullable(),
})
export const getActivation = query('emergency.get', {
  input: z.object({ id: ActivationId }),
  output: Band.extend({
    playbook: PlaybookCode,
    version: z.number(),
    reason: z.string(),
    place: z.string(),
    placeName: z.string(),
    endedAt: z.string().nullable(),
    whyEnded: z.enum(WHY_ENDED).nullable(),
    step: z.string().nullable().describe('where the ending stands'),
    destroyAt: z.string().nullable(),
    certificate: z.string().nullable(),
    filing: z.object({ dueDay: DayText, number: z.string().nullable(), day: DayText.nullable(), late: z.boolean() }),
    reviewAt: z.string(),
    reviewLate: z.boolean(),
    stop: z.array(Names),
    decisions: z.array(DecisionRow),
    powers: z.array(Power),
    posts: z.array(RaisedPost).describe('the first 200'),
    postCount: z.number(),
    bonds: z.array(z.object({ kind: z.string(), count: z.number() })),
    can: z.array(z.enum(['extend', 'changeLevel', 'end', 'file', 'review', 'note', 'keep', 'destroy', 'witness'])),
  }),
  doc: 'One emergency in full: decisions, powers with their ends, posts, bonds, who was told, filing, review.',
})
export const listLog = query('emergency.log', {
  input: z.object({ id: ActivationId, ...pageInput }),
  output: page(
    z.object({
      at: z.string(),
      sort: z.enum(['decision', 'note', 'review', 'filing', 'report', 'step']),
      text: z.string(),
      key: z.string().describe('of a decision or step, for the words of the screen'),
      by: z.string().nullable(),
    }),
  ),
  doc: 'The log of decisions, newest first.',
})
export const home = query('emergency.home', {
  input: z.object({}),
  output: z.object({
    rows: z.array(
      Band.extend({
        posts: z.array(z.object({ title: z.string(), group: Names, place: z.string(), placeName: z.string() })),
        opens: z.array(z.string()).describe('capabilities that are open at my place'),
        report: z
          .object({
            no: z.number(),
            dueAt: z.string(),
            place: z.string(),
            late: z.boolean(),
            waiting: z.number().describe('below me, not approved yet'),
          })
          .nullable(),
      }),
    ),
  }),
  doc: 'For the acting post: what is in force here, which post was raised for me, what is open, which report I owe.',
})

// ---- by the house ------------------------------------------------------------------------------------------------------

export const expire = command('emergency.expire', {
  input: z.object({ id: ActivationId }),
  output: z.object({ holds: z.number() }),
  doc: 'By the system: its time is over.',
  inward: true,
})
export const remind = command('emergency.remind', {
  input: z.object({ id: ActivationId, what: z.enum(['ending', 'review', 'filing']), due: z.string() }),
  output: z.object({ told: z.number() }),
  doc: 'By the system: the end is near, or a review or the filing is due.',
  inward: true,
})

export const emergencyChanged = event(
  'emergency.changed',
  z.object({ id: z.string(), decision: z.string(), place: z.string() }),
)
/** Something stands in the log that is no decision: a note, a review, the filing. */
export const emergencyNoted = event('emergency.noted', z.object({ id: z.string(), place: z.string() }))
export const emergencyEnded = event('emergency.ended', z.object({ id: z.string(), place: z.string() }))
