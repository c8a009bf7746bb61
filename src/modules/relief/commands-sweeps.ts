import { dayOf } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { handler } from '#kernel/pipeline.ts'
import { answerHelp, closeSweep, knock, startSweep } from './contract-sweeps.ts'
import { sweeps } from './levers.ts'
import { addRow, say, setRow } from './store.ts'
import { countTry, DOOR, type DoorRow, findSweep, freezeDoors, KNOCK, SWEEP, type SweepRow } from './store-sweeps.ts'
import { demandPast, demandPlace, lockHeld, stamp, tell } from './tool.ts'

const start = handler(startSweep, {
  load: (ctx, { place }) => demandPlace(ctx, place),
  allow: { permission: 'relief.startSweep', where: (_, { id, place }) => ({ place, subject: id }) },
  purpose: 'relief_work',
  async handle(ctx, { id, place, title, about, order }) {
    const stamped = await stamp(ctx, sweeps, place)
    const facts = { title, about, orderId: order ?? null, byPost: ctx.actor.post, startedAt: stamped.touchedAt }
    await addRow(ctx.tx, SWEEP, { id, ...stamped, ...facts })
    const doors = await freezeDoors(ctx.tx, { id, day: dayOf(ctx.now), ...stamped })
    tell(ctx, sweeps, { id, place })
    return { id, doors }
  },
})

const close = handler(closeSweep, {
  load: (ctx, { id }) => lockHeld<SweepRow>(ctx, SWEEP, id),
  allow: { permission: 'relief.startSweep', where: ({ id, place }) => ({ place, subject: id }) },
  async handle(ctx, { id }, row) {
    const stamped = await stamp(ctx, sweeps, row.place)
    if (row.closedAt) refuse('already')
    await setRow(ctx.tx, SWEEP, id, { ...stamped, closedAt: stamped.touchedAt })
    tell(ctx, sweeps, row)
    return { id }
  },
})

const NONE: Record<string, never> = {}
const knocked = handler(knock, {
  async load(ctx, { door }) {
    const row = await lockHeld<DoorRow>(ctx, DOOR, door)
    return { row, sweep: (await findSweep(ctx.tx, row.sweep)) ?? refuse('not_found') }
  },
  allow: { permission: 'relief.knock', where: ({ row }) => ({ place: row.place, subject: row.id }) },
  purpose: 'relief_work',
  async handle(ctx, { id, state, help, note, next, at: said }, { row, sweep }) {
    const stamped = await stamp(ctx, sweeps, row.place)
    const at = demandPast(ctx, said, row.listedAt)
    // What was found before it was closed may still come in from a phone that was without a network.
    if (sweep.closedAt && at > Date.parse(sweep.closedAt)) refuse('gone', { sweep: sweep.id })
    const word = { ...stamped, id, about: row.id, state, note, at, post: ctx.actor.post, person: ctx.actor.person }
    // Nobody at home the second time takes back nothing of what was asked for the first time.
    const keeps = state === 'nobody' && help.length === 0
    const counts = await say(ctx.tx, { entry: DOOR, word: KNOCK }, word, {
      next: next ?? null,
      ...(keeps ? NONE : { help, helped: null, helpedAt: null, helpedBy: null }),
    })
    await countTry(ctx.tx, row.id, stamped)
    ctx.concerns(row.head)
    tell(ctx, sweeps, row)
    return { door: row.id as never, state: counts ? state : row.state }
  },
})

const helped = handler(answerHelp, {
  load: (ctx, { door }) => lockHeld<DoorRow>(ctx, DOOR, door),
  allow: { permission: 'relief.knock', where: ({ id, place }) => ({ place, subject: id }) },
  purpose: 'relief_work',
  async handle(ctx, { door, what }, row) {
    const stamped = await stamp(ctx, sweeps, row.place)
    if (row.help.length === 0 || row.helped !== null) refuse('already')
    const facts = { helped: what, helpedAt: stamped.touchedAt, helpedBy: ctx.actor.post }
    await setRow(ctx.tx, DOOR, door, { ...stamped, ...facts })
    ctx.concerns(row.head)
    tell(ctx, sweeps, row)
    return { door }
  },
})

export const sweepHandlers = [start, close, knocked, helped]
