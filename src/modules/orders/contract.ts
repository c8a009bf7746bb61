import { z } from 'zod'
import { command, event, id, Names, page, pageInput, query } from '#kernel/contract.ts'
import { BondKindCode } from '#modules/bonds/contract.ts'
import { KindCode } from '#modules/duties/contract.ts'
import { FormId } from '#modules/fields/contract.ts'
import { OrganId } from '#modules/people/contract.ts'
import { Level, PlaceCode } from '#modules/places/contract.ts'
import { PostId, Role } from '#modules/posts/contract.ts'

/** 指令: what an office asks of many at once, until each of them has answered. */
export const OrderId = id('OrderId')
export type OrderId = z.infer<typeof OrderId>

export const KINDS = ['task', 'notice', 'check', 'collection'] as const
export const Kind = z.enum(KINDS)
/** What is to be done, in one word; of two opposites about one subject only one can be obeyed. */
export const ACTS = [
  'do',
  'check',
  'visit',
  'report',
  'collect',
  'open',
  'close',
  'move',
  'stay',
  'start',
  'stop',
] as const
export const Act = z.enum(ACTS)
/** 完成凭证: what an answer "done" has to bring. */
export const EVIDENCE = ['none', 'text', 'number', 'case', 'photo'] as const
export const Evidence = z.enum(EVIDENCE)
export const ORDER_STATES = [
  'draft',
  'proposed',
  'issued',
  'amended',
  'closed',
  'withdrawn',
  'superseded',
  'merged',
] as const
export const OrderState = z.enum(ORDER_STATES)
export type OrderState = z.infer<typeof OrderState>

/**
 * Who is addressed, as a rule over the tree, posts and bonds. Each of `roles`, `levels`, `organs` narrows the posts at or below
 * `within`; `bondKinds` adds who is bound to anything there; `posts` adds single posts; `tagged` keeps places whose value of a
 * field says so (a flood zone); `except` takes subtrees out.
 */
export const Audience = z.object({
  within: z.array(PlaceCode).min(1).max(200),
  roles: z.array(Role).max(10).default([]),
  levels: z.array(Level).max(6).default([]),
  organs: z.array(OrganId).max(50).default([]),
  bondKinds: z.array(BondKindCode).max(20).default([]),
  posts: z.array(PostId).max(500).default([]),
  tagged: z
    .object({ field: z.string().max(60), value: z.string().max(60) })
    .nullable()
    .default(null),
  except: z.array(PlaceCode).max(200).default([]),
})
export type Audience = z.infer<typeof Audience>

export const OrderFacts = {
  kind: Kind,
  title: z.string().trim().min(2).max(80),
  text: z.string().trim().min(2).max(8000),
  purpose: z.string().max(40).describe('key of consents.purposes: why data are processed for it'),
  basis: z.string().trim().min(2).max(200).describe('law or decision it rests on'),
  red: z.boolean().default(false).describe('红色: chased at night too'),
  act: Act.default('do'),
  subject: KindCode.nullable().default(null).describe('kind of matter it is about, to find what contradicts it'),
  doneWhen: z.string().trim().min(2).max(400).describe('what counts as done'),
  evidence: Evidence.default('none'),
  form: FormId.nullable().default(null).describe('a form over the field registry that it asks to fill in'),
  minutes: z.number().int().min(1).max(960).default(5).describe('what one answer takes'),
  dueAt: z.iso.datetime().describe('deadline'),
  audience: Audience,
}

export const Tally = z.object({
  addressed: z.number(),
  silent: z.number().describe('没有动静: no answer at all'),
  received: z.number().describe('received, not yet understood'),
  understood: z.number(),
  blocked: z.number(),
  impossible: z.number(),
  already: z.number(),
  done: z.number(),
})
export type Tally = z.infer<typeof Tally>

/** As on the letters of the office that issued it: 〔year〕no号. */
export const OrderNumber = z.object({ year: z.number(), no: z.number() })
export const OrderRow = z.object({
  id: OrderId,
  number: OrderNumber.nullable().describe('null until issued'),
  kind: Kind,
  title: z.string(),
  state: OrderState,
  red: z.boolean(),
  mark: z.string().nullable().describe('of a drill'),
  place: z.string().describe('root of whom it addresses'),
  placeName: z.string(),
  issuer: z.object({ organ: z.string().nullable(), name: Names, place: z.string(), level: Level }),
  dueAt: z.string(),
  issuedAt: z.string().nullable(),
  version: z.number(),
  parent: OrderId.nullable(),
})
export type OrderRow = z.infer<typeof OrderRow>
export const ORDER_CAN = ['edit', 'issue', 'sign', 'amend', 'withdraw', 'close', 'relay', 'merge'] as const
export const OrderView = OrderRow.extend({
  text: z.string(),
  purpose: z.string(),
  basis: z.string(),
  act: Act,
  subject: z.string().nullable(),
  doneWhen: z.string(),
  evidence: Evidence,
  form: z.string().nullable(),
  minutes: z.number(),
  audience: Audience,
  by: z.object({ post: z.string().nullable(), name: z.string(), title: z.string() }),
  supersedes: OrderId.nullable(),
  supersededBy: OrderId.nullable(),
  mergedInto: OrderId.nullable(),
  joint: z.array(Names).describe('names of organs whose order was merged into this one'),
  why: z.string().nullable().describe('of its withdrawal, amendment, or what it was issued despite of'),
  signed: z.object({ name: z.string(), title: z.string(), at: z.string(), note: z.string() }).nullable(),
  addressed: z.number().nullable(),
  can: z.array(z.enum(ORDER_CAN)),
})
export type OrderView = z.infer<typeof OrderView>

// ---- before it leaves -------------------------------------------------------------------------------------------------

export const draftOrder = command('orders.draft', {
  input: z.object({
    id: OrderId,
    supersedes: OrderId.nullable().default(null),
    mark: z.string().trim().max(40).nullable().default(null),
    ...OrderFacts,
  }),
  output: OrderView,
  doc: 'Writes an order, or writes it anew as long as it is a draft. Refuses what reaches beyond the own place (forbidden).',
})
export const previewAudience = query('orders.preview', {
  input: z.object({ audience: Audience }),
  output: z.object({
    total: z.number(),
    places: z.number().describe('at so many places'),
    vacant: z.number().describe('grids of the area at which nobody is reached'),
    byRole: z.array(
      z.object({ role: z.string().describe('a role, or bond for who is reached by a bond alone'), count: z.number() }),
    ),
    byPlace: z
      .array(z.object({ place: z.string(), name: z.string(), count: z.number() }))
      .describe('one level below the common root'),
    sample: z.array(z.object({ name: z.string(), title: z.string(), place: z.string(), placeName: z.string() })),
  }),
  doc: 'Whom a rule reaches today, counted by role and place, with a sample; nothing is sent.',
  sealed: true,
})
export const issueOrder = command('orders.issue', {
  input: z.object({
    id: OrderId,
    seen: z
      .array(OrderId)
      .max(200)
      .default([])
      .describe('orders that overlap or contradict, as orders.check showed them'),
    despite: z.string().trim().max(400).default('').describe('why it is issued in spite of them'),
  }),
  output: OrderView,
  doc: 'Sends an order to everybody whom its rule reaches at this moment. Refuses overlapping when somebody else already asks the same people the same and the issuer was not shown it or gives no reason. Over the budget of minutes it is proposed, until the command signs.',
})

// ---- reading ----------------------------------------------------------------------------------------------------------

export const getOrder = query('orders.get', {
  input: z.object({ id: OrderId }),
  output: OrderView,
  doc: 'One order, for those who issued it, who are addressed, or whose place lies in it.',
})
export const listOrders = query('orders.list', {
  input: z.object({
    place: PlaceCode.optional().describe('orders that concern this place; default: the own one'),
    state: z.enum(['draft', 'proposed', 'live', 'ended', 'all']).default('live'),
    kind: Kind.optional(),
    mine: z.boolean().default(false).describe('issued by my office'),
    text: z.string().trim().max(40).optional(),
    ...pageInput,
  }),
  output: page(OrderRow.extend({ tally: Tally.nullable().describe('of the asked place; null for drafts') })),
  doc: 'Orders that concern a place, newest first, with how far they have been answered there.',
})
/** What is different between two versions. */
export const Change = z.object({
  kind: z.enum(['same', 'out', 'in']),
  text: z.string().describe('one paragraph'),
})
export const orderIssued = event('orders.issued', z.object({ id: z.string(), place: z.string() }))
/** Its text or state changed: amended, withdrawn, superseded, closed, merged. */
export const orderChanged = event('orders.changed', z.object({ id: z.string(), place: z.string(), state: z.string() }))
