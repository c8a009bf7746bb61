import { covers, type Scope } from '#kernel/authorise.ts'
import { millis } from '#kernel/clock.ts'
import { dayOf } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import type { Platform } from '#kernel/platform.ts'
import type { Tx } from '#kernel/tx.ts'
import { PURPOSES } from '#modules/consents/messages.ts'
import { definitions, findForm } from '#modules/fields/api.ts'
import { dutyList } from '#modules/duties/api.ts'
import { placeTree } from '#modules/places/api.ts'
import type { Audience } from './contract.ts'
import { commonRoot, dueLater, wantsPosts } from './rules.ts'
import type { Asked } from './store-audience.ts'

const wrong = (path: string, problem: string): never => refuse('invalid', { problems: [{ path, problem }] })

type Asking = { platform: Platform; tx: Tx; now: number }

/** The places of a rule are there today and lie where the asker reaches; returns their common root. */
export async function demandAudience({ platform, now }: Asking, audience: Audience): Promise<string> {
  const tree = await placeTree(platform)
  if (audience.within.some((code) => !tree.get(code))) wrong('audience.within', 'unknown_place')
  const { tagged } = audience
  if (tagged && !(await definitions(platform)).on(dayOf(now)).some(({ key }) => key === tagged.field))
    wrong('audience.tagged', 'unknown_field')
  return commonRoot(audience.within)
}

type Facts = { purpose: string; subject: string | null; form: string | null; dueAt: string }

/** What an order rests on is there: a purpose that is said to everybody, a kind of matter, an open form, a deadline to come. */
export async function demandFacts(
  { platform, tx, now }: Asking,
  { purpose, subject, form, dueAt }: Facts,
): Promise<void> {
  if (!PURPOSES.some(({ key }) => key === purpose)) wrong('purpose', 'unknown')
  if (subject !== null && !(await dutyList(platform)).get(subject)) wrong('subject', 'unknown')
  if (form !== null && (await findForm(tx, form))?.state !== 'open') wrong('form', 'not_open')
  dueLater(millis(dueAt), now)
}

export const askedOf = (audience: Audience, now: number, but: string | null): Asked => ({
  audience,
  wantsPosts: wantsPosts(audience),
  day: dayOf(now),
  but,
})

/** An office reads beyond its own orders only what lies in its place. */
export const inReach = (scope: Scope, place: string, organ: string | null): boolean => covers(scope, { place, organ })
