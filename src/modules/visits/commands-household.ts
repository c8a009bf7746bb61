import { dayOf, dayOfNumber, dayNumber } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { type CommandContext, handler } from '#kernel/pipeline.ts'
import { notify } from '#modules/notices/api.ts'
import { contactOf, findOrAddResident } from '#modules/people/api.ts'
import { askVisit, declineRequest, visitAsked, withdrawRequest } from './contract.ts'
import { endMandate, giveMandate, mandateMoved, witnessMandate } from './contract-mandates.ts'
import { proxyFor, useMandate } from './proxies.ts'
import { isLive } from './rules.ts'
import { endRequest, findRequest, hasOpenRequest, insertRequest } from './store-doors.ts'
import { homeOf } from './store-homes.ts'
import { endMandate as end, findMandate, insertMandate, mandatesOf } from './store-mandates.ts'

const me = (ctx: CommandContext): string => ctx.actor.person ?? refuse('unauthenticated')

/** Where somebody lives decides who comes; whoever has told nobody where he lives is asked for that first. */
const placeOf = async (ctx: CommandContext, person: string) =>
  (await homeOf(ctx.tx, person, dayOf(ctx.now))) ??
  refuse('invalid', { problems: [{ path: 'homePlace', problem: 'home_unknown' }] })

export const asked = handler(askVisit, {
  load: async (ctx, { mandate }) => {
    const proxy = mandate ? await proxyFor(ctx, mandate, 'ask') : undefined
    return { proxy, person: proxy?.principal ?? me(ctx), actor: me(ctx) }
  },
  allow: { permission: 'visits.ask', where: ({ actor }, { id }) => ({ person: actor, subject: id }) },
  purpose: 'visit',
  async handle(ctx, input, { proxy, person }) {
    const home = await placeOf(ctx, person)
    if (await hasOpenRequest(ctx.tx, person)) refuse('already', { open: 'request' })
    await insertRequest(ctx.tx, { ...input, person, ...home, now: ctx.now, mandate: input.mandate ?? null })
    if (proxy) await useMandate(ctx, proxy, { matter: 'ask', what: input.text, subject: input.id })
    ctx.concerns(person)
    ctx.emit(visitAsked, input.id, home.place, { id: input.id, place: home.place })
    return { id: input.id }
  },
})

export const withdrawn = handler(withdrawRequest, {
  load: async (ctx, { id }) => (await findRequest(ctx.tx, id)) ?? refuse('not_found'),
  allow: { permission: 'visits.withdraw', where: ({ person }, { id }) => ({ person, subject: id }) },
  async handle(ctx, { id }) {
    if (!(await endRequest(ctx.tx, { id, state: 'withdrawn', answer: null, visit: null }))) refuse('already')
    return {}
  },
})

export const declined = handler(declineRequest, {
  load: async (ctx, { id }) => (await findRequest(ctx.tx, id)) ?? refuse('not_found'),
  allow: { permission: 'visits.decline', where: ({ place }, { id }) => ({ place, subject: id }) },
  purpose: 'visit',
  async handle(ctx, { id, answer }, { person, place }) {
    if (!(await endRequest(ctx.tx, { id, state: 'declined', answer, visit: null }))) refuse('already')
    await notify(ctx, { to: { person }, kind: 'visit_declined', params: {}, subject: null, urgent: false, place })
    ctx.concerns(person)
    return {}
  },
})

// ---- mandates --------------------------------------------------------------------------------------------------------

const LONGEST_DAYS = 366
type Giving = { id: string; name: string; phone: string; matters: string[]; until: string }

async function give(ctx: CommandContext, input: Giving, principal: string, witness: string | null): Promise<void> {
  const today = dayOf(ctx.now)
  if (input.until <= today || input.until > dayOfNumber(dayNumber(ctx.now) + LONGEST_DAYS))
    refuse('invalid', { problems: [{ path: 'until', problem: 'within_a_year' }] })
  const { place } = await placeOf(ctx, principal)
  const proxy = await findOrAddResident(ctx.tx, { phone: input.phone, name: input.name, now: ctx.now })
  if (proxy === principal) refuse('same_person')
  const { id, matters, until } = input
  await insertMandate(ctx.tx, {
    id,
    principal,
    proxy,
    place,
    matters: [...new Set(matters)],
    from: today,
    until,
    way: witness ? 'paper' : 'self',
    witness,
  })
  await notify(ctx, { to: { person: proxy }, kind: 'mandate_given', params: {}, subject: null, urgent: false, place })
  ctx.concerns(principal, proxy)
  ctx.emit(mandateMoved, id, place, { id, ended: false })
}

export const given = handler(giveMandate, {
  load: (ctx) => Promise.resolve({ person: me(ctx) }),
  allow: { permission: 'visits.giveMandate', where: ({ person }, { id }) => ({ person, subject: id }) },
  purpose: 'visit',
  async handle(ctx, input, { person }) {
    const live = (await mandatesOf(ctx.tx, person)).filter(
      (one) => one.principal === person && isLive(one, dayOf(ctx.now)),
    )
    // A person has a few who act for him; more is an office, or a trick.
    if (live.length >= 5) refuse('too_many')
    await give(ctx, input, person, null)
    return { id: input.id }
  },
})

export const witnessed = handler(witnessMandate, {
  load: async (ctx, { person }) => {
    const known = await contactOf(ctx.tx, person)
    const home = known && (await homeOf(ctx.tx, person, dayOf(ctx.now)))
    return home ?? refuse('not_found', { person })
  },
  allow: { permission: 'visits.witnessMandate', where: ({ place }, { id }) => ({ place, subject: id }) },
  purpose: 'visit',
  async handle(ctx, input) {
    await give(ctx, input, input.person, ctx.actor.post)
    return { id: input.id }
  },
})

export const ended = handler(endMandate, {
  load: async (ctx, { id }) => {
    const found = (await findMandate(ctx.tx, id)) ?? refuse('not_found')
    const person = me(ctx)
    return { ...found, side: [found.principal, found.proxy].includes(person) ? person : null }
  },
  allow: { permission: 'visits.endMandate', where: ({ side }, { id }) => ({ person: side, subject: id }) },
  async handle(ctx, { id }, { principal, proxy, place }) {
    if (!(await end(ctx.tx, id, ctx.now))) refuse('already')
    ctx.concerns(principal, proxy)
    ctx.emit(mandateMoved, id, place, { id, ended: true })
    return {}
  },
})
