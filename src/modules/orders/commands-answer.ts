import { instant, millis } from '#kernel/clock.ts'
import type { InputOf } from '#kernel/contract.ts'
import { refuse } from '#kernel/errors.ts'
import { type CommandContext, handler } from '#kernel/pipeline.ts'
import { noteDone } from '#modules/bonds/api.ts'
import { outcomesOf, takeFiles } from '#modules/cases/api.ts'
import { notify } from '#modules/notices/api.ts'
import { roster } from '#modules/posts/api.ts'
import {
  type AnswerState,
  answerOrder,
  extendRecipient,
  noteCall,
  recipientBlocked,
  standIn,
} from './contract-answers.ts'
import { chaseShares } from './levers.ts'
import { dueLater, isLive, nextChase } from './rules.ts'
import { counts, demandProof, type Said, saidAt, settles } from './rules-answer.ts'
import { addAnswer, type Addressed, insertStandIn, lockRecipient, setDeadline } from './store-answers.ts'
import { insertPhotos } from './store-photos.ts'
import { isAddressed } from './store-reading.ts'

type Word = Said & { id: string; base: number; at: number; called: boolean }

/** Plain words about one's own orders, which need nothing but the row of who says them: they may come by the thousand. */
const PLAIN: readonly AnswerState[] = ['received', 'understood', 'done']
const isPlain = ({ state, for: of, case: one, by, photos }: InputOf<typeof answerOrder>): boolean =>
  PLAIN.includes(state) && !of && !one && !by && (photos ?? []).length === 0

const answerIt = handler(answerOrder, {
  gathers: (input, { post, person }) =>
    isPlain(input) ? [post, person].flatMap((who) => (who ? [`${input.order} ${who}`] : [])) : undefined,
  async load(ctx, { order, for: of }) {
    const who = of ? [of] : [ctx.actor.post, ctx.actor.person].filter((one) => one !== null)
    return (await lockRecipient(ctx.tx, order, who)) ?? refuse('not_found')
  },
  allow: {
    permission: 'orders.answer',
    where: ({ person, who, substitute }, { order, for: of }) => ({
      person,
      post: person === null ? (of && substitute ? substitute : who) : null,
      subject: order,
    }),
  },
  async handle(ctx, { id, base, saidAt: claimed, ...said }, row) {
    const at = saidAt(claimed, ctx.now)
    const counted = await take(ctx, row, { ...said, id, base, at, called: false })
    return { state: counted ? said.state : (row.state ?? said.state), version: row.version, orderState: row.orderState }
  },
})

/** Takes a word of one who is addressed; false when something later was said before. */
async function take(ctx: CommandContext, row: Addressed, word: Word): Promise<boolean> {
  demandProof(word, row.evidence)
  await demandOther(ctx, row, word)
  await takePhotos(ctx, row, word)
  const counted = counts({ at: word.at, base: word.base }, row)
  await addAnswer(ctx.tx, {
    ...word,
    order: row.order,
    who: row.who,
    place: row.place,
    was: row.state,
    need: word.need ?? null,
    number: word.number ?? null,
    case: word.case ?? null,
    byOrder: word.by ?? null,
    version: word.base,
    saidAt: word.at,
    now: ctx.now,
    person: ctx.actor.person,
    post: ctx.actor.post,
    counts: counted,
    closed: settles(word.state) || !isLive(row.orderState),
  })
  ctx.concerns(row.person)
  const { order, who, place } = row
  // 双报到: counts for the department of whoever reports in there.
  if (counted && word.state === 'done' && !word.called && ctx.actor.person)
    await noteDone(ctx.tx, { kind: 'order', subject: word.id, person: ctx.actor.person, place, at: instant(word.at) })
  if (counted && (word.state === 'blocked' || word.state === 'impossible'))
    ctx.emit(recipientBlocked, order, place, { order, who, place, state: word.state })
  return counted
}

/** Whoever took them sends them: somebody else's photos, or those of another answer, prove nothing. */
async function takePhotos(ctx: CommandContext, { order, who, place }: Addressed, { id, photos = [] }: Word) {
  if (photos.length === 0) return
  const by = ctx.sending.behalf ?? ctx.actor.person
  const taken = await takeFiles(ctx.tx, photos, by)
  if (taken.length < new Set(photos).size)
    refuse('invalid', { problems: [{ path: 'photos', problem: 'unknown_photo' }] })
  const inOrder = taken.toSorted((a, b) => photos.indexOf(a.id) - photos.indexOf(b.id))
  await insertPhotos(ctx.tx, inOrder, { order, answer: id, who, place, by, now: ctx.now })
}

/** The case or order by which it is done is there; an order only when it asked him too. */
async function demandOther(ctx: CommandContext, row: Addressed, { case: one, by }: Said): Promise<void> {
  if (one && (await outcomesOf(ctx.tx, [one])).length === 0)
    refuse('not_found', { problems: [{ path: 'case', problem: 'unknown' }] })
  if (by && (by === row.order || !(await isAddressed(ctx.tx, by, [row.who]))))
    refuse('not_found', { problems: [{ path: 'by', problem: 'unknown' }] })
}

const call = handler(noteCall, {
  load: async (ctx, { order, who }) => (await lockRecipient(ctx.tx, order, [who])) ?? refuse('not_found'),
  allow: { permission: 'orders.callList', where: ({ place }, { order }) => ({ place, subject: order }) },
  async handle(ctx, { id, state, note, need }, row) {
    // What an answer by phone proves is the word of who called.
    const word = { id, state, note, need, base: row.version, at: ctx.now, called: true }
    if (state === 'done' && row.evidence === 'number')
      refuse('evidence_missing', { problems: [{ path: 'number', problem: 'missing' }] })
    await take(ctx, row, word)
    return { state }
  },
})

const stand = handler(standIn, {
  async load(ctx, { of, by }) {
    const today = await roster(ctx.platform)
    const [absent, substitute] = [today.get(of), by ? today.get(by) : undefined]
    if (by !== null && !substitute) refuse('not_found', { problems: [{ path: 'by', problem: 'unknown_post' }] })
    if (by === of) refuse('same_person')
    return { absent: absent ?? refuse('not_found'), substitute }
  },
  allow: {
    permission: 'orders.standIn',
    where: ({ absent }) => ({ place: absent.place, post: absent.post, subject: absent.post }),
  },
  async handle(ctx, { of, by, reason }, { absent, substitute }) {
    const orders = await insertStandIn(ctx.tx, {
      id: ctx.key,
      of,
      by,
      place: absent.place,
      reason,
      decidedBy: ctx.actor.person,
      now: ctx.now,
    })
    ctx.concerns(absent.person, substitute?.person)
    if (by)
      await notify(ctx, {
        to: { post: by },
        kind: 'order_stand_in',
        params: { name: absent.name, title: absent.title },
        subject: null,
        urgent: false,
        place: absent.place,
      })
    return { orders }
  },
})

const extend = handler(extendRecipient, {
  async load(ctx, { order, who, dueAt }) {
    dueLater(millis(dueAt), ctx.now)
    return (await lockRecipient(ctx.tx, order, [who])) ?? refuse('not_found')
  },
  allow: { permission: 'orders.extend', where: ({ place }, { order }) => ({ place, subject: order }) },
  async handle(ctx, { order, who, dueAt }, row) {
    if (!isLive(row.orderState) || settles(row.state)) refuse('conflict', { state: row.state ?? row.orderState })
    const shares = await ctx.lever(chaseShares, row.place)
    const nextAt = nextChase(0, { issuedAt: ctx.now, dueAt: millis(dueAt) }, shares)
    await setDeadline(ctx.tx, { order, who, dueAt, nextAt, now: ctx.now })
    ctx.concerns(row.person)
    return { dueAt: instant(millis(dueAt)) }
  },
})

export const answerHandlers = [answerIt, call, stand, extend]
