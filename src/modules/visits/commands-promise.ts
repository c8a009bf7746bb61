import { dayOf } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { next } from '#kernel/machine.ts'
import { handler } from '#kernel/pipeline.ts'
import { answerPromise, promiseMoved, raiseNote, printSlip, settlePromise } from './contract.ts'
import { remindPromise } from './contract-inward.ts'
import { atDoor, hashOf, report } from './commands-record.ts'
import { promiseMachine } from './lifecycle.ts'
import { proxyFor, useMandate } from './proxies.ts'
import { isOver, nextReminder } from './rules.ts'
import { answer, findPromise, insertPromises, lockDue, type PromiseRow, setNext, settle } from './store-promises.ts'
import { findNote, findVisit, isPartyOf, opens, partyOf, passOn, setToken } from './store-visits.ts'
import { tellHousehold, tellMaker } from './telling.ts'

const orMissing = (found: PromiseRow | undefined): PromiseRow => found ?? refuse('not_found')
const moved = ({ id, visit, place }: PromiseRow, state: PromiseRow['state']) => ({ id, visit, state, place })

/** Only whoever gave the word says whether it was kept. */
export const settled = handler(settlePromise, {
  load: async (ctx, { id }) => orMissing(await findPromise(ctx.tx, id)),
  allow: { permission: 'visits.settle', where: ({ post }, { id }) => ({ post, subject: id }) },
  purpose: 'visit',
  async handle(ctx, input, found) {
    const action = input.kept ? 'keep' : 'break'
    const state = next(promiseMachine, found.state, action) ?? refuse('conflict', { state: found.state, action })
    if (!input.kept && input.text.length < 4)
      refuse('invalid', { problems: [{ path: 'text', problem: 'reason_needed' }] })
    if (input.instead && input.instead.due < dayOf(ctx.now))
      refuse('invalid', { problems: [{ path: 'instead.due', problem: 'in_the_past' }] })
    await settle(ctx.tx, { id: found.id, state, reason: input.text || null, now: ctx.now, nextAt: null })
    if (input.instead && !input.kept)
      insertPromises(ctx.tx, {
        visit: found.visit,
        place: found.place,
        household: found.household,
        post: found.post,
        now: ctx.now,
        insteadOf: found.id,
        promises: [{ ...input.instead, nextAt: nextReminder(input.instead.due, ctx.now) }],
      })
    await tellHousehold(ctx, found, input.kept ? 'promise_kept' : 'promise_broken')
    ctx.concerns(...(await partyOf(ctx.tx, [found.visit])).map(({ person }) => person))
    ctx.emit(promiseMoved, found.id, found.place, moved(found, state))
    return { state }
  },
})

/** The household has the last word, by itself, by its slip, or by a proxy. */
export const answered = handler(answerPromise, {
  load: async (ctx, { id, mandate, secret }) => {
    const proxy = mandate ? await proxyFor(ctx, mandate, 'promises') : undefined
    const found = orMissing(await findPromise(ctx.tx, id, proxy ? 'proxy' : 'own'))
    if (proxy && !(await proxy.isParty(found.visit))) refuse('not_found')
    const me = proxy?.principal ?? ctx.actor.person
    const mine = me !== null && (await isPartyOf(ctx.tx, found.visit, me))
    const token = secret ? hashOf(secret) : null
    return {
      found,
      proxy,
      person: mine ? ctx.actor.person : null,
      token: token && (await opens(ctx.tx, found.visit, token)) ? token : null,
    }
  },
  allow: {
    permission: 'visits.answerPromise',
    where: ({ person, token }, { id }) => ({ person, token, subject: id }),
  },
  secret: (input) => input.secret,
  purpose: 'visit',
  async handle(ctx, input, { found, proxy }) {
    const action = input.kept ? 'confirm' : 'dispute'
    const state = next(promiseMachine, found.state, action) ?? refuse('conflict', { state: found.state, action })
    if (!input.kept && input.text.length < 2)
      refuse('invalid', { problems: [{ path: 'text', problem: 'reason_needed' }] })
    const nextAt = state === 'open' ? nextReminder(found.due, ctx.now) : null
    const reason = input.kept ? found.reason : input.text
    await answer(ctx.tx, proxy ? 'proxy' : 'own', { id: found.id, state, reason, now: ctx.now, nextAt })
    if (proxy && input.mandate)
      await useMandate(ctx, proxy, {
        matter: 'promises',
        what: input.kept ? 'confirmed' : 'disputed',
        subject: found.id,
      })
    if (!input.kept) await tellMaker(ctx, found, 'promise_disputed')
    ctx.emit(promiseMoved, found.id, found.place, moved(found, state))
    return { state }
  },
})

export const remind = handler(remindPromise, {
  load: async (ctx, { id }) => orMissing(await findPromise(ctx.tx, id)),
  allow: { permission: 'visits.remind', where: (_found, { id }) => ({ subject: id }) },
  async handle(ctx, { id }, found) {
    if (!(await lockDue(ctx.tx, id, ctx.now))) return { told: 0 }
    const open = found.state === 'open'
    await setNext(ctx.tx, id, open ? nextReminder(found.due, ctx.now) : null)
    if (!open) return { told: 0 }
    const late = isOver(found.due, ctx.now)
    await tellMaker(ctx, found, late ? 'promise_late' : 'promise_tomorrow')
    await tellHousehold(ctx, found, late ? 'promise_late_ours' : 'promise_tomorrow_ours')
    return { told: 2 }
  },
})

/** Ideas for the village; whoever passes it on may name another kind. */
const SUGGESTION = '09-01'

/** One tap: what was said becomes a case with a number, on behalf of the household. */
export const raise = handler(raiseNote, {
  load: async (ctx, { note }) => {
    const found = (await findNote(ctx.tx, note)) ?? refuse('not_found')
    return { note: found, visit: (await findVisit(ctx.tx, found.visit)) ?? refuse('not_found') }
  },
  allow: {
    permission: 'visits.raise',
    where: ({ visit }, { note }) => ({ place: visit.place, post: visit.post, subject: note }),
  },
  purpose: 'visit',
  async handle(ctx, input, { note, visit }) {
    if (note.case) refuse('already', { case: note.case })
    const description = input.description ?? note.text ?? ''
    if (description.length < 4) refuse('invalid', { problems: [{ path: 'description', problem: 'too_small' }] })
    const { door, members } = await atDoor(ctx, visit.household)
    const reported = await report(
      ctx,
      { place: visit.place, address: visit.address },
      {
        id: input.id,
        secret: input.secret,
        kind: input.kind ?? (input.as === 'suggestion' ? (SUGGESTION as never) : null),
        description,
        files: [],
        onBehalfOf: members.find(({ person }) => person === door.head)?.person ?? members[0]?.person ?? null,
      },
    )
    await passOn(ctx.tx, { visit: visit.id, note: note.id, case: input.id, now: ctx.now })
    const { id, number, kindName, desk } = reported
    return { id, number, kindName, desk }
  },
})

export const slip = handler(printSlip, {
  load: async (ctx, { id }) => (await findVisit(ctx.tx, id)) ?? refuse('not_found'),
  allow: { permission: 'visits.slip', where: ({ place, post }, { id }) => ({ place, post, subject: id }) },
  purpose: 'visit',
  async handle(ctx, input, found) {
    await setToken(ctx.tx, found.id, hashOf(input.secret))
    ctx.concerns(...(await partyOf(ctx.tx, [found.id])).map(({ person }) => person))
    return { number: found.number }
  },
})
