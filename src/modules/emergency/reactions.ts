import { DAY_MS, millis } from '#kernel/clock.ts'
import type { PayloadOf } from '#kernel/contract.ts'
import type { ReactionContext } from '#kernel/platform.ts'
import { emergencyChanged, emergencyEnded } from './contract.ts'
import { destroyed } from './contract-ending.ts'
import { tellAll, tellCommand } from './telling.ts'
import { lockDecision } from './store-decisions.ts'
import { findCertificate } from './store-ending.ts'
import { touches } from './rules.ts'
import { cutShort, findActivation, readLive } from './store.ts'

/**
 * A decision that took effect is told to everybody it reaches; a proposal to nobody but those who see the list. News that waited
 * until it was none any more is not told.
 */
async function tellDecision(ctx: ReactionContext, { id, decision }: PayloadOf<typeof emergencyChanged>): Promise<void> {
  const [a, found] = [await findActivation(ctx.tx, id), await lockDecision(ctx.tx, decision)]
  if (a?.state !== 'active' || found?.state !== 'confirmed') return
  await tellAll(ctx, a, found.kind === 'activate' ? 'begins' : 'changes')
}

/** Its powers went as the other began; now it ends like one whose time is over (jobs.ts). */
async function endDrills(ctx: ReactionContext, { id, decision }: PayloadOf<typeof emergencyChanged>): Promise<void> {
  const [a, found] = [await findActivation(ctx.tx, id), await lockDecision(ctx.tx, decision)]
  if (!a || a.drill || found?.state !== 'confirmed' || found.kind !== 'activate') return
  for (const one of await readLive(ctx.tx, ctx.now))
    if (one.drill && one.area.some((code) => touches(a.area, code))) await cutShort(ctx.tx, one.id, ctx.now)
}

async function tellEnd(ctx: ReactionContext, { id }: PayloadOf<typeof emergencyEnded>): Promise<void> {
  const a = await findActivation(ctx.tx, id)
  if (a?.endedAt && ctx.now - millis(a.endedAt) < DAY_MS) await tellAll(ctx, a, 'ends')
}

async function tellDestroyed(ctx: ReactionContext, { id, certificate }: PayloadOf<typeof destroyed>): Promise<void> {
  const [a, made] = [await findActivation(ctx.tx, id), await findCertificate(ctx.tx, certificate)]
  if (a && made?.witnessedAt === null) await tellCommand(ctx, a, 'certificate')
}

export const reactions: [string, (ctx: ReactionContext, payload: never) => Promise<void>][] = [
  [emergencyChanged.name, tellDecision],
  [emergencyChanged.name, endDrills],
  [emergencyEnded.name, tellEnd],
  [destroyed.name, tellDestroyed],
]
