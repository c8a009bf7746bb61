import { z } from 'zod'
import { command, event, id, Names, page, pageInput, query } from '#kernel/contract.ts'
import { CaseId, FileId } from '#modules/cases/contract.ts'
import { Level, PlaceCode } from '#modules/places/contract.ts'
import { PostId } from '#modules/posts/contract.ts'
import { Change, Evidence, OrderId, OrderRow, Tally } from './contract.ts'

/** 答复: what one recipient says to an order; appended, the latest said one counts. */
export const AnswerId = id('AnswerId')
export const ANSWERS = ['received', 'understood', 'blocked', 'impossible', 'already', 'done'] as const
export const AnswerState = z.enum(ANSWERS)
export type AnswerState = z.infer<typeof AnswerState>
/** 缺什么: what somebody who is blocked needs. */
export const NEEDS = [
  'people',
  'vehicle',
  'material',
  'money',
  'permission',
  'information',
  'weather',
  'other',
] as const
export const Need = z.enum(NEEDS)

export const answerOrder = command('orders.answer', {
  input: z.object({
    id: AnswerId,
    order: OrderId,
    for: PostId.optional().describe('the post one stands in for; default: oneself'),
    state: AnswerState,
    note: z.string().trim().max(1000).default('').describe('needed with blocked, impossible, and evidence text'),
    need: Need.optional().describe('with blocked'),
    number: z.number().int().min(0).max(1_000_000_000).optional().describe('with evidence number'),
    case: CaseId.optional().describe('the case by which it is done, or was done already'),
    by: OrderId.optional().describe('the order by which it was done already'),
    photos: z.array(FileId).max(9).default([]).describe('uploaded before, by the sender; needed with evidence photo'),
    base: z.number().int().min(1).default(1).describe('version of the order that was read'),
    saidAt: z.iso
      .datetime()
      .optional()
      .describe('when it was said, on a phone without a network; never later than now'),
  }),
  output: z.object({
    state: AnswerState.describe('what counts now; another one than was sent when something later was said before'),
    version: z.number().describe('the latest version of the order: above base there is a difference to read'),
    orderState: z.string(),
  }),
  doc: 'Answers an order: received, understood, blocked (needs X), impossible (reason), already done (by which case or order), done (with its evidence). Safe to repeat and in any order. Refuses evidence_missing and, for who is not addressed, not_found.',
})
export const standIn = command('orders.standIn', {
  input: z.object({
    of: PostId,
    by: PostId.nullable().describe('null: back'),
    reason: z.string().trim().min(2).max(200),
  }),
  output: z.object({ orders: z.number().describe('open orders that go with it') }),
  doc: 'Somebody answers for the open orders of an absent post; by that post itself, or by the place above it.',
})
export const extendRecipient = command('orders.extend', {
  input: z.object({
    order: OrderId,
    who: z.uuid(),
    dueAt: z.iso.datetime(),
    reason: z.string().trim().min(2).max(200),
  }),
  output: z.object({ dueAt: z.string() }),
  doc: 'Gives one recipient another deadline, and with it a clock of his own.',
})

/** 照片: of an answer, in the order in which they were taken. */
export const AnswerPhoto = z.object({ id: FileId, url: z.string(), thumb: z.string() })

export const MyOrder = OrderRow.extend({
  who: z.string().describe('the post or person addressed: oneself, or whom one stands in for'),
  forName: z.string().nullable().describe('whom one stands in for'),
  answer: AnswerState.nullable(),
  due: z.string().describe('own deadline'),
  late: z.boolean(),
  minutes: z.number(),
  evidence: Evidence,
  doneWhen: z.string(),
  changed: z.boolean().describe('another version than the one that was answered'),
})
export const myOrders = query('orders.mine', {
  input: z.object({ open: z.boolean().default(true), ...pageInput }),
  output: page(MyOrder),
  doc: 'Orders addressed to my post or to me, and to those for whom I stand in; the most urgent first, answered ones the latest first.',
})
export const myOrder = query('orders.mineOne', {
  input: z.object({ id: OrderId }),
  output: MyOrder.extend({
    text: z.string(),
    basis: z.string(),
    purpose: z.string(),
    form: z.string().nullable(),
    additions: z
      .array(z.object({ from: Names, text: z.string(), at: z.string() }))
      .describe('what the offices between have added'),
    difference: z.array(Change).nullable().describe('to the version that was answered'),
    why: z.string().nullable(),
    answers: z.array(
      z.object({
        state: AnswerState,
        note: z.string(),
        need: Need.nullable(),
        photos: z.array(AnswerPhoto),
        at: z.string(),
        by: z.string(),
      }),
    ),
  }),
  doc: 'One order as its recipient reads it: the text, what was added on its way, what is different from what was answered, and the own answers.',
})

// ---- coverage ---------------------------------------------------------------------------------------------------------

export const coverage = query('orders.coverage', {
  input: z.object({ id: OrderId, node: PlaceCode.optional().describe('default: the own place within the order') }),
  output: z.object({
    node: z.string(),
    nodeName: z.string(),
    level: Level,
    tally: Tally,
    children: z.array(Tally.extend({ place: z.string(), name: z.string(), level: Level })),
    needs: z.array(z.object({ need: Need, count: z.number() })),
    relayed: z.number().describe('orders of places below that pass this one on; their answers are in the tally'),
    at: z.string(),
  }),
  doc: 'How far an order has come in any node of the tree: addressed, silent, received, understood, blocked, impossible, already, done; the same for each place below.',
})
export const Recipient = z.object({
  order: OrderId,
  who: z.string(),
  name: z.string(),
  title: z.string(),
  phone: z.string().nullable().describe('only in the call list'),
  place: z.string(),
  placeName: z.string(),
  answer: AnswerState.nullable(),
  note: z.string(),
  need: Need.nullable(),
  photos: z.array(AnswerPhoto).describe('of what was said last'),
  at: z.string().nullable(),
  due: z.string(),
  late: z.boolean(),
  chased: z.number().describe('0 not yet, 1 in the app, 2 by text message, 3 the place above, 4 on the call list'),
  substitute: z.string().nullable(),
})
export const listRecipients = query('orders.recipients', {
  input: z.object({
    id: OrderId,
    node: PlaceCode.optional(),
    state: z.enum(['silent', ...ANSWERS]).optional(),
    ...pageInput,
  }),
  output: page(Recipient),
  doc: 'Who is addressed at a node and what each of them says; without numbers.',
})
export const callList = query('orders.callList', {
  input: z.object({ id: OrderId, node: PlaceCode.optional(), ...pageInput }),
  output: page(Recipient),
  doc: '催办电话单: who has not said anything, with the number to call. Each of them sees this look.',
})
export const noteCall = command('orders.noteCall', {
  input: z.object({
    id: AnswerId,
    order: OrderId,
    who: z.uuid(),
    state: AnswerState,
    note: z.string().trim().min(2).max(1000),
    need: Need.optional(),
  }),
  output: z.object({ state: AnswerState }),
  doc: 'What somebody of the call list said by phone, written down by who called.',
})

export const chaseOrder = command('orders.chase', {
  input: z.object({ id: OrderId, step: z.number().int().min(1).max(4) }),
  output: z.object({ told: z.number() }),
  doc: 'By the system: who is silent is reminded in the app, by text message, then the place above, then he is on the call list.',
  inward: true,
})
export const chaseRecipient = command('orders.chaseRecipient', {
  input: z.object({ order: OrderId, who: z.uuid(), step: z.number().int().min(1).max(4) }),
  output: z.object({ told: z.number() }),
  doc: 'By the system: the same for one who has a deadline of his own, until it is settled.',
  inward: true,
})
export const keepMonths = command('orders.keepMonths', {
  input: z.object({ month: z.string().regex(/^\d{4}-\d{2}$/) }),
  output: z.object({ dropped: z.number() }),
  doc: 'By the system: room for the recipients of the months to come; those kept long enough go.',
  inward: true,
})

export const findPhoto = query('orders.photo', {
  input: z.object({ id: FileId, whole: z.boolean().describe('not only its small picture') }),
  output: z.object({ key: z.string(), thumbKey: z.string() }),
  doc: 'Where a photo of an answer lies: for who answered, who issued the order, and the places above. Each of the former sees that it was opened.',
  inward: true,
})

/** Somebody cannot go on; the issuer is told. */
export const recipientBlocked = event(
  'orders.blocked',
  z.object({ order: z.string(), who: z.string(), place: z.string(), state: z.string() }),
)
