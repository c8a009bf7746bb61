import { covers, type Scope } from '#kernel/authorise.ts'
import { dayOf } from '#kernel/clock.ts'
import type { Actor } from '#kernel/authorise.ts'
import { reachesOf, scopeOf } from '#kernel/authorise.ts'
import type { Platform } from '#kernel/platform.ts'
import type { Tx } from '#kernel/tx.ts'
import { liveConsents } from '#modules/consents/api.ts'
import { PURPOSES } from '#modules/consents/messages.ts'
import { isMinor, type OrganIndex, organs } from '#modules/people/api.ts'
import { ancestorAt } from '#modules/places/contract.ts'
import type { Definition, SubjectKind } from './contract.ts'
import { findNamed } from './store-named.ts'

/**
 * 敏感个人信息 (PIPL art. 28 to 31): illness, disability, and whatever is asked about a child under 14. Two questions, each with
 * a no of its own:
 *   may it be held      where every purpose of a datum rests on consent, only with that person's; of a child only for the care
 *                       of minors, with a guardian's. Without it the value can be neither entered nor read, by anybody, at once
 *   may this one read   the worker of that very grid, and the department of the datum's line: permission `fields.sensitive`
 */
export const MINOR_CARE = 'minor_care'
const BY_CONSENT = new Set(PURPOSES.filter(({ basis }) => basis === 'consent').map(({ key }) => key))

type Datum = Pick<Definition, 'key' | 'sensitivity' | 'purposes' | 'core' | 'source'>
type Asking = { tx: Tx; now: number }

/** Purposes of which one consent is needed before it may be held; empty: none is. */
export function consentNeeded({ purposes, core }: Datum, minor: boolean): string[] {
  if (core) return []
  if (minor) return [MINOR_CARE]
  const ofAge = purposes.filter((purpose) => purpose !== MINOR_CARE)
  return ofAge.every((purpose) => BY_CONSENT.has(purpose)) ? ofAge : []
}
/** Of a child only what is meant for the care of minors may be held, and that of nobody else. */
export const meantFor = ({ core, purposes }: Datum, minor: boolean): boolean =>
  core || (minor ? purposes.includes(MINOR_CARE) : purposes.some((purpose) => purpose !== MINOR_CARE))

export const isSensitive = ({ sensitivity, core }: Datum, minor: boolean): boolean =>
  !core && (sensitivity === 'S3' || minor)

/** Which data may be held of which persons now; of other subjects all. */
export type Holdable = {
  may: (definition: Datum, kind: SubjectKind, subject: string) => boolean
  minor: (subject: string) => boolean
}
export async function holdable({ tx, now }: Asking, persons: readonly string[]): Promise<Holdable> {
  if (persons.length === 0) return { minor: () => false, may: () => true }
  const day = dayOf(now)
  const young = new Set((await findNamed(tx, persons)).filter(({ born }) => isMinor(born, day)).map(({ id }) => id))
  const consents = new Set((await liveConsents(tx, persons)).map(({ person, purpose }) => `${person} ${purpose}`))
  return {
    minor: (subject) => young.has(subject),
    may(definition, kind, subject) {
      if (kind !== 'person') return true
      const minor = young.has(subject)
      const needed = consentNeeded(definition, minor)
      return (
        meantFor(definition, minor) &&
        (needed.length === 0 || needed.some((purpose) => consents.has(`${subject} ${purpose}`)))
      )
    },
  }
}

type Reading = { actor: Actor; platform: Platform }
/** Whether this reader reaches sensitive data of a line at a place; the same grants table as everything else. */
export async function sensitiveReach({
  actor,
  platform,
}: Reading): Promise<(source: string, place: string) => boolean> {
  const reaches = reachesOf(platform.slices.grants, 'fields.sensitive', actor)
  if (reaches.length === 0) return () => false
  const scope = scopeOf(actor, reaches)
  const index = await organs(platform)
  return (source, place) => covers(scope, whereOf(index, scope, source, place))
}
const whereOf = (index: OrganIndex, _scope: Scope, source: string, place: string) => ({
  place,
  organ: index.byLine(ancestorAt(place, 'county'), source)?.id ?? null,
})

/** Whether a reader may read one datum of one subject: it may be held, his role may read it, and sensitive ones he reaches. */
export async function isOpenTo(
  ctx: Asking & Reading,
  definition: Definition,
  about: { kind: SubjectKind; subject: string; place: string },
): Promise<boolean> {
  const holds = await holdable(ctx, about.kind === 'person' ? [about.subject] : [])
  if (!holds.may(definition, about.kind, about.subject)) return false
  if (ctx.actor.kind === 'staff' && !definition.readers.includes(ctx.actor.role)) return false
  const minor = about.kind === 'person' && holds.minor(about.subject)
  return !isSensitive(definition, minor) || (await sensitiveReach(ctx))(definition.source, about.place)
}
