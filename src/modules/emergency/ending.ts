import { instant, millis } from '#kernel/clock.ts'
import { asOwner } from '#kernel/db.ts'
import { destroyAnswers, destroyRows, tablesWithin } from '#kernel/destruction.ts'
import { refuse } from '#kernel/errors.ts'
import { holdsUnder } from '#kernel/holds.ts'
import { keyOf } from '#kernel/jobs.ts'
import type { CommandContext } from '#kernel/pipeline.ts'
import { afterAction } from './after-action.ts'
import { bodyOf, digestOf, keepIds, recount } from './certificate.ts'
import { destroyed, type Step } from './contract-ending.ts'
import type { Playbook } from './contract-playbooks.ts'
import type { State } from './contract.ts'
import { endBonds, endSeats } from './effects.ts'
import { playbooks } from './playbook-index.ts'
import { insertEntry } from './store-decisions.ts'
import { insertAfterAction, insertCertificate, insertDestroyed, keptOf, passOn } from './store-ending.ts'
import { type Activation, readLive, setCertificate } from './store.ts'

/**
 * The ending, step by step. Each step and the note that it was taken are one transaction: a house that is killed between two steps
 * goes on with the next one, and one that is killed within a step takes it again from its beginning. The powers are gone before
 * the first of them (`close` in commands-course.ts).
 */
export type Next = { state: State; step: Step | null; at: number }
type Take = (ctx: CommandContext, a: Activation, book: Playbook) => Promise<Next>

const posts: Take = async (ctx, a, book) => {
  await endSeats(ctx, a, book, a.number)
  return { state: 'ending', step: 'bonds', at: 0 }
}
const bonds: Take = async (ctx, a, book) => {
  await endBonds(ctx, a, book, a.number)
  return { state: 'ending', step: 'report', at: 0 }
}
/** While the data sets are still there to be counted; then others take what they need at once, since what is over is hidden until it is destroyed. */
const report: Take = async (ctx, a, book) => {
  await insertAfterAction(ctx.tx, a.id, a.place, await afterAction(ctx, a, book), ctx.now)
  await passToOthers(ctx, a)
  return { state: 'settling', step: 'destroy', at: 0 }
}

/** One data set a step; parts before what they belong to, so from the last declared to the first. */
const destroy: Take = async (ctx, a) => {
  const { table } = tablesWithin(ctx.platform.slices).toReversed()[a.stepAt] ?? {}
  if (!table) return { state: 'destroying', step: 'forget', at: 0 }
  const holds = (await holdsUnder(ctx.tx, a.id)).map(({ id }) => id)
  const gone = await destroyRows(ctx.tx, table, holds, keepIds(await keptOf(ctx.tx, a.id), table))
  if (gone.rows > 0 || gone.kept > 0) await insertDestroyed(ctx.tx, a.id, a.place, { ...gone, passed: 0 }, ctx.now)
  return { state: 'destroying', step: 'destroy', at: a.stepAt + 1 }
}

/**
 * What another one needs that was in force there as this one ended goes on under its hold, the nearest first, and ends with that;
 * what begins later begins with nothing. A drill's go nowhere.
 */
async function passToOthers(ctx: CommandContext, a: Activation): Promise<void> {
  if (a.drill) return
  const there = ({ id, drill, since }: Activation): boolean =>
    id !== a.id && !drill && since !== null && millis(since) <= millis(a.endedAt ?? '')
  const others = (await readLive(ctx.tx, ctx.now)).filter(there)
  const all = (await Promise.all(others.map(({ id }) => holdsUnder(ctx.tx, id)))).flat()
  const live = all
    .filter((one) => one.startsAt <= ctx.now && ctx.now < one.endsAt)
    .toSorted((x, y) => y.place.length - x.place.length || y.startsAt - x.startsAt)
  if (live.length === 0) return
  const holds = (await holdsUnder(ctx.tx, a.id)).map(({ id }) => id)
  const kept = await keptOf(ctx.tx, a.id)
  for (const { table, within = '' } of tablesWithin(ctx.platform.slices).toReversed()) {
    let passed = 0
    for (const { id, place } of live.filter(({ lever }) => lever === within))
      passed += await passOn(ctx.tx, table, { hold: id, place, now: ctx.now }, { holds, keep: keepIds(kept, table) })
    const none = { table, rows: 0, kept: 0, hash: digestOf('') }
    if (passed > 0) await insertDestroyed(ctx.tx, a.id, a.place, { ...none, passed }, ctx.now)
  }
}

/**
 * The stored answers of the slices that own the data sets. Only the owner of the table may, so this is a transaction of its own:
 * should the step be taken again, there is nothing left to forget.
 */
const forget: Take = async (ctx, a) => {
  const owners = new Set(tablesWithin(ctx.platform.slices).map(({ table }) => table.split('.')[0]))
  const names = [...ctx.platform.slices.handlers.keys()].filter((name) => owners.has(name.split('.')[0]))
  await asOwner(ctx.platform.db, (tx) => destroyAnswers(tx, names, instant(millis(a.endedAt ?? ''))))
  return { state: 'destroying', step: 'verify', at: 0 }
}

/** Something that is there again (a data set that a new version brought) is destroyed too. */
const verify: Take = async (ctx, a) => {
  const left = await recount(ctx.platform, ctx.tx, a.id)
  return left.length > 0
    ? { state: 'destroying', step: 'destroy', at: 0 }
    : { state: 'destroying', step: 'certify', at: 0 }
}

const certify: Take = async (ctx, a) => {
  const id = keyOf(`certificate ${a.id}`)
  const body = JSON.stringify(await bodyOf(ctx.platform, ctx.tx, a, instant(ctx.now)))
  await insertCertificate(ctx.tx, { id, activation: a.id, place: a.place, body, digest: digestOf(body) }, ctx.now)
  await setCertificate(ctx.tx, a.id, id)
  ctx.emit(destroyed, a.id, a.place, { id: a.id, certificate: id, place: a.place })
  return { state: 'closed', step: null, at: 0 }
}

const TAKE: Record<Step, Take> = { posts, bonds, report, destroy, forget, verify, certify }

export async function takeStep(ctx: CommandContext, a: Activation, step: Step): Promise<Next> {
  const book =
    (await playbooks(ctx.platform)).get(a.playbook, a.version) ?? refuse('internal', { playbook: a.playbook })
  const next = await TAKE[step](ctx, a, book)
  if (next.step !== step)
    await insertEntry(ctx.tx, {
      id: ctx.key,
      activation: a.id,
      place: a.place,
      sort: 'step',
      key: step,
      text: step,
      by: null,
      at: ctx.now,
    })
  return next
}
