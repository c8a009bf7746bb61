import { tablesWithin } from '#kernel/destruction.ts'
import { refuse } from '#kernel/errors.ts'
import { type CommandContext, handler } from '#kernel/pipeline.ts'
import { decideParcel } from './contract.ts'
import { carriedParcel, clearSync, filesWaiting, type Noted, noteParcels, strandParcel } from './contract-inward.ts'
import { idsIn, MOST_WAITING } from './rules.ts'
import { notify } from '#modules/notices/api.ts'
import {
  carryParcel,
  clearOutdated,
  countWaiting,
  dropParcel,
  emptyShut,
  findParcel,
  type Found,
  freeParcel,
  putParcels,
  standingOf,
  strand,
} from './store.ts'
import { markSeen } from './store-devices.ts'

/** Always by the person whose parcels they are. */
export const note = handler(noteParcels, {
  load: (ctx) => Promise.resolve({ person: ctx.actor.person ?? refuse('unauthenticated') }),
  allow: { permission: 'sync.note', where: ({ person }) => ({ person }) },
  keepsAnswer: false,
  async handle(ctx, { device, skewMs, rows }, { person }) {
    const { tx, now, actor } = ctx
    await markSeen(tx, device, person, now)
    const known = new Set(
      (
        await standingOf(
          tx,
          person,
          rows.map(({ key }) => key),
        )
      ).map(({ key }) => key),
    )
    let room = MOST_WAITING - (await countWaiting(tx, person))
    // What was done has had its effect, and what is here already takes no more room.
    // Nothing that waits for a person does so in silence.
    const stranded = rows.filter(({ key, state }) => state === 'stranded' && !known.has(key))
    const kept = rows.filter(({ key, state }) => state === 'done' || known.has(key) || room-- > 0)
    if (kept.length > 0) await putParcels(tx, { person, device, skewMs, now }, kept.map(asKept(ctx)))
    const waits = kept.filter(({ state }) => state !== 'done')
    const settled = kept.filter(({ key, state }) => state === 'done' && known.has(key))
    sayFiles(ctx, person, waits, true)
    sayFiles(ctx, person, settled, false)
    if (stranded.length > 0)
      await notify(
        { tx, now },
        {
          to: { person },
          kind: 'parcels_left',
          params: { count: stranded.length },
          subject: null,
          urgent: false,
          place: actor.place ?? '',
        },
      )
    return { kept: kept.map(({ key }) => key) }
  },
})

export const decide = handler(decideParcel, {
  load: async ({ tx }, { person, key }) => (await findParcel(tx, person, key)) ?? refuse('not_found'),
  allow: { permission: 'sync.decide', where: ({ person, place, key }) => ({ person, place, subject: key }) },
  async handle(ctx, { decision, reason }, found) {
    if (found.state === 'done' || found.state === 'dropped') refuse('already')
    // It goes out as its maker's act, so nobody else lets it.
    if (decision === 'again' && found.person !== ctx.actor.person) refuse('forbidden', { because: 'only its maker' })
    if (decision === 'drop' && reason.length < 2)
      refuse('invalid', { problems: [{ path: 'reason', problem: 'too_small' }] })
    ctx.concerns(found.person)
    if (decision === 'again') await freeParcel(ctx.tx, found, ctx.actor.person, ctx.now)
    else await dropParcel(ctx.tx, found, { by: ctx.actor.person, reason, now: ctx.now })
    if (decision === 'drop') sayFiles(ctx, found.person, [found], false)
    if (decision === 'drop' && found.person !== ctx.actor.person) await tell(ctx, found, 'parcel_dropped', { reason })
    return {}
  },
})

/** What is said with a tool that is shut stays on the phone: the server notes that it came, and nothing of it. */
function asKept({ platform }: Pick<CommandContext, 'platform'>) {
  const tools = new Set(tablesWithin(platform.slices).map(({ table }) => table.split('.')[0]))
  return (row: Noted): Noted & { tool: boolean } => {
    const tool = tools.has(row.command.split('.')[0])
    return tool && row.code === 'not_open' ? { ...row, tool, title: '', input: {}, detail: {} } : { ...row, tool }
  }
}

function sayFiles(
  ctx: Pick<CommandContext, 'emit'>,
  person: string,
  parcels: readonly { input: unknown }[],
  waits: boolean,
): void {
  const files = [...new Set(parcels.flatMap(({ input }) => idsIn(input)))]
  if (files.length > 0) ctx.emit(filesWaiting, person, null, { files, waits })
}

/** Its maker, about what became of it. */
const tell = (
  ctx: Pick<CommandContext, 'tx' | 'now'>,
  { person, place, title }: Found,
  kind: 'parcel_stranded' | 'parcel_carried' | 'parcel_dropped',
  params: Record<string, string> = {},
): Promise<void> =>
  notify(ctx, { to: { person }, kind, params: { title, ...params }, subject: null, urgent: false, place })

export const carried = handler(carriedParcel, {
  load: async ({ tx }, { person, key }) => (await findParcel(tx, person, key)) ?? refuse('not_found'),
  allow: { permission: 'sync.carry', where: ({ place, key }) => ({ place, subject: key }) },
  async handle(ctx, { reason }, found) {
    if (found.state !== 'stranded') refuse('already')
    ctx.concerns(found.person)
    sayFiles(ctx, found.person, [found], false)
    await carryParcel(ctx.tx, found, { by: ctx.actor.person, reason, now: ctx.now })
    await tell(ctx, found, 'parcel_carried', { reason })
    return {}
  },
})

export const strandOne = handler(strandParcel, {
  load: async ({ tx }, { person, key }) => (await findParcel(tx, person, key)) ?? refuse('not_found'),
  allow: { permission: 'sync.strand', where: () => ({}) },
  async handle(ctx, { person, key }, found) {
    if (found.state !== 'held') return {}
    await strand(ctx.tx, person, key)
    await tell(ctx, found, 'parcel_stranded')
    return {}
  },
})

export const clear = handler(clearSync, {
  load: () => Promise.resolve({}),
  allow: { permission: 'sync.clear', where: () => ({}) },
  async handle({ tx, now }) {
    await clearOutdated(tx, now)
    await emptyShut(tx, now)
    return {}
  },
})
