import { dayOf } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { uuidv7 } from '#kernel/ids.ts'
import type { Tx } from '#kernel/tx.ts'
import { notify } from '#modules/notices/api.ts'
import { contactOf, maskName } from '#modules/people/api.ts'
import { isLive } from './rules.ts'
import { findMandate, insertUse, type MandateRow } from './store-mandates.ts'
import { isPartyOf } from './store-visits.ts'

/**
 * Somebody acts for somebody: only under a live mandate, only for what it names, and each act of it is written down where the
 * person sees it. Past row-level security by the owner's views, hence the check comes first.
 */
export type Proxy = {
  mandate: MandateRow
  actor: string
  principal: string
  isParty: (visit: string) => Promise<boolean>
}
type Ctx = { tx: Tx; now: number; actor: { person: string | null } }

export async function proxyFor(ctx: Ctx, id: string, matter: string): Promise<Proxy> {
  const found = (await findMandate(ctx.tx, id)) ?? refuse('not_found', { mandate: id })
  if (found.proxy !== ctx.actor.person) refuse('not_found', { mandate: id })
  if (!isLive(found, dayOf(ctx.now))) refuse('gone', { mandate: id })
  if (!found.matters.includes(matter)) refuse('forbidden', { matter })
  return {
    mandate: found,
    actor: found.proxy,
    principal: found.principal,
    isParty: (visit) => isPartyOf(ctx.tx, visit, found.principal),
  }
}

export async function useMandate(
  ctx: Ctx & { concerns?: (...persons: string[]) => void },
  { mandate }: Proxy,
  use: { matter: string; what: string; subject: string | null },
): Promise<void> {
  await insertUse(ctx.tx, { id: uuidv7(ctx.now), mandate: mandate.id, now: ctx.now, ...use })
  const name = maskName((await contactOf(ctx.tx, mandate.proxy))?.name ?? '')
  await notify(ctx, {
    to: { person: mandate.principal },
    kind: 'mandate_used',
    params: { name },
    subject: null,
    urgent: false,
    place: mandate.place,
  })
  ctx.concerns?.(mandate.principal)
}
