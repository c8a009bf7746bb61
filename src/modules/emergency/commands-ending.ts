import { dayOf, instant, millis } from '#kernel/clock.ts'
import { destroyRows, tablesWithin } from '#kernel/destruction.ts'
import { refuse } from '#kernel/errors.ts'
import { holdsUnder } from '#kernel/holds.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { type CommandContext, handler } from '#kernel/pipeline.ts'
import { organs } from '#modules/people/api.ts'
import { keepIds, verifyCertificate } from './certificate.ts'
import { advance, destroyKept, destroyNow, keepItem, release, witness } from './contract-ending.ts'
import { takeStep } from './ending.ts'
import {
  hasItem,
  insertKept,
  keptOf,
  lockCertificate,
  lockKept,
  markDestroyed,
  releaseKept,
  setWitness,
  wholesOf,
} from './store-ending.ts'
import { type Activation, findActivation, lockActivation, setDestroyAt, setStep } from './store.ts'

const MOST_YEARS = 5
const ofActivation = ({ place, id }: Activation) => ({ place, subject: id })
const holdsOf = async (ctx: CommandContext, activation: string): Promise<string[]> =>
  (await holdsUnder(ctx.tx, activation)).map(({ id }) => id)

const keep = handler(keepItem, {
  async load(ctx, { activation, until }) {
    const a = (await lockActivation(ctx.tx, activation)) ?? refuse('not_found')
    if (a.state === 'proposed' || a.state === 'dropped') refuse('conflict', { state: a.state })
    if (a.state === 'destroying' || a.state === 'closed') refuse('gone', { state: a.state })
    const last = `${Number(dayOf(ctx.now).slice(0, 4)) + MOST_YEARS}${dayOf(ctx.now).slice(4)}`
    if (until <= dayOf(ctx.now) || until > last)
      refuse('invalid', { problems: [{ path: 'until', problem: 'out_of_range' }] })
    return a
  },
  allow: { permission: 'emergency.keep', where: ofActivation },
  async handle(ctx, input, a) {
    const { table, item } = input
    const known = tablesWithin(ctx.platform.slices).find((one) => one.table === table)
    if (known?.dies) refuse('invalid', { problems: [{ path: 'table', problem: 'dies_on_its_date' }] })
    if (!known || !(await hasItem(ctx.tx, table, item, await holdsOf(ctx, a.id)))) refuse('not_found', { table, item })
    const [kept, said] = [
      { ...input, place: a.place },
      { by: ctx.actor.person, now: ctx.now },
    ]
    await insertKept(ctx.tx, kept, said)
    for (const whole of await wholesOf(ctx.tx, table, item))
      await insertKept(ctx.tx, { ...kept, ...whole, id: uuidv7(ctx.now) }, { ...said, again: true })
    return { id: input.id }
  },
})

const letGo = handler(release, {
  async load(ctx, { id }) {
    const kept = (await lockKept(ctx.tx, id)) ?? refuse('not_found')
    return kept.releasedAt === null && kept.destroyedAt === null ? kept : refuse('already')
  },
  allow: { permission: 'emergency.keep', where: ({ place, id }) => ({ place, subject: id }) },
  async handle(ctx, { id, reason }, { activation, table, item }) {
    for (const one of await keptOf(ctx.tx, activation))
      if ((await wholesOf(ctx.tx, one.table, one.item)).some((whole) => whole.table === table && whole.item === item))
        refuse('conflict', { part: one.id })
    await releaseKept(ctx.tx, id, reason, ctx.now)
    return { id }
  },
})

const bringForward = handler(destroyNow, {
  async load(ctx, { id }) {
    const a = (await lockActivation(ctx.tx, id)) ?? refuse('not_found')
    if (a.state === 'destroying' || a.state === 'closed') refuse('already', { state: a.state })
    return a.state === 'ending' || a.state === 'settling' ? a : refuse('conflict', { state: a.state })
  },
  allow: { permission: 'emergency.destroy', where: ofActivation },
  async handle(ctx, { id }, a) {
    const at = Math.min(ctx.now, millis(a.destroyAt ?? ''))
    await setDestroyAt(ctx.tx, id, at)
    return { id, destroyAt: instant(at) }
  },
})

const sign = handler(witness, {
  async load(ctx, { certificate }) {
    const found = (await lockCertificate(ctx.tx, certificate)) ?? refuse('not_found')
    return found.witnessedAt === null ? found : refuse('already')
  },
  allow: { permission: 'emergency.witness', where: ({ place, id }) => ({ place, subject: id }) },
  async handle(ctx, { certificate, note }, { activation }) {
    const a = (await findActivation(ctx.tx, activation)) ?? refuse('not_found')
    const organ = ctx.actor.organ
    if (organ === null || organ === a.issuerOrgan || ctx.actor.person === a.chief) refuse('same_organ')
    const verdict = (await verifyCertificate(ctx.platform, ctx.tx, certificate)) ?? refuse('not_found')
    const name = (await organs(ctx.platform)).get(organ)?.name.zh ?? ''
    await setWitness(ctx.tx, {
      id: certificate,
      organ,
      name,
      by: ctx.actor.person,
      holds: verdict.sound,
      note,
      now: ctx.now,
    })
    return { certificate, holds: verdict.sound }
  },
})

const step = handler(advance, {
  load: async (ctx, { id }) => (await lockActivation(ctx.tx, id)) ?? refuse('not_found'),
  allow: { permission: 'emergency.advance', where: ofActivation },
  async handle(ctx, input, a) {
    if (a.step !== input.step || a.stepAt !== input.at) return { next: a.step, at: a.stepAt }
    if (a.state === 'settling' && millis(a.destroyAt ?? '') > ctx.now)
      refuse('too_soon', { destroyAt: a.destroyAt ?? '' })
    const next = await takeStep(ctx, a, input.step)
    await setStep(ctx.tx, a.id, next)
    return { next: next.step, at: next.at }
  },
})

const destroyLate = handler(destroyKept, {
  async load(ctx, { id }) {
    const kept = (await lockKept(ctx.tx, id)) ?? refuse('not_found')
    const over = kept.releasedAt !== null || kept.until <= dayOf(ctx.now)
    return over && kept.destroyedAt === null ? kept : refuse('too_soon', { until: kept.until })
  },
  allow: { permission: 'emergency.destroyKept', where: ({ place, id }) => ({ place, subject: id }) },
  async handle(ctx, { id }, { activation, table }) {
    await markDestroyed(ctx.tx, id, ctx.now)
    const keep = keepIds(await keptOf(ctx.tx, activation), table)
    const { rows } = await destroyRows(ctx.tx, table, await holdsOf(ctx, activation), keep)
    return { rows }
  },
})

export const endingHandlers = [keep, letGo, bringForward, sign, step, destroyLate]
