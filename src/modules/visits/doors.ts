import { DAY_MS, dayOf } from '#kernel/clock.ts'
import type { AskContext } from '#kernel/ask.ts'
import { doorsOf } from '#modules/bonds/api.ts'
import { definitions } from '#modules/fields/api.ts'
import type { Reason } from './contract.ts'
import { AHEAD_DAYS, NEW_DAYS } from './rules.ts'
import { againDue, metSince, openRequests, type RequestRow, seenSince } from './store-doors.ts'
import { beganSince } from './store-homes.ts'
import { promisesDue } from './store-promises.ts'
import { staleDoors } from './store-stale.ts'

export type Due = { household: string; reasons: Reason[]; request: string | null }
type Ctx = Pick<AskContext, 'tx' | 'now' | 'actor' | 'platform'>

/** Whoever works in a grid or village goes to its doors; offices further up go to the doors that they are bound to. */
const AT_DOORS = ['grid_worker', 'village_cadre']
const NOWHERE = { lo: '~', hi: '' }
/** Enough to know what is one's own; a bond has a quota far below. */
const MOST_BOUND = 2000

/**
 * Doors with a reason, and nothing else: what was promised, wished for, put off, has newly moved in, or has data that grew old.
 * Nobody is sent to a door because he has been to too few.
 */
export async function dueDoors(ctx: Ctx): Promise<Due[]> {
  const { tx, now, actor } = ctx
  const today = dayOf(now)
  const range = AT_DOORS.includes(actor.role) && actor.place ? { lo: actor.place, hi: `${actor.place}~` } : NOWHERE
  const post = actor.post ?? ''
  const bound = await doorsOf(tx, { post: actor.post, person: actor.person }, today, { limit: MOST_BOUND })
  const own = bound.map(({ household }) => household)
  const due = new Map<string, Due>()
  const add = (household: string, reason: Omit<Reason, 'fields'> & Partial<Reason>): Due => {
    const one = due.get(household) ?? { household, reasons: [], request: null }
    one.reasons.push({ fields: [], ...reason })
    due.set(household, one)
    return one
  }
  for (const one of await promisesDue(tx, post, dayOf(now + AHEAD_DAYS * DAY_MS)))
    add(one.household, { kind: one.answeredAt ? 'disputed' : 'promise_due', what: one.text, day: one.due })
  for (const wish of await openRequests(tx, range, own))
    if (wish.household) add(wish.household, wished(wish)).request = wish.id
  for (const { household, again } of await againDue(tx, { ...range, post }, today))
    add(household, { kind: 'again', what: '', day: again })
  await addMovedIn(ctx, range, add)
  await addStale(ctx, range, add)
  return [...due.values()]
}

const wished = ({ text, at }: RequestRow) => ({ kind: 'requested' as const, what: text, day: dayOf(Date.parse(at)) })
type Range = { lo: string; hi: string }
type Add = (household: string, reason: Omit<Reason, 'fields'> & Partial<Reason>) => Due

async function addMovedIn({ tx, now }: Ctx, range: Range, add: Add): Promise<void> {
  const since = dayOf(now - NEW_DAYS * DAY_MS)
  const began = await beganSince(tx, range, since, dayOf(now))
  const met = await metSince(
    tx,
    began.map(({ household }) => household),
    since,
  )
  for (const one of began)
    if (!met.has(one.household)) add(one.household, { kind: 'moved_in', what: '', day: one.since })
}

/** Data that this role may read and that grow old; whoever was there in the last days is not gone to again for them. */
async function addStale({ tx, now, actor, platform }: Ctx, range: Range, add: Add): Promise<void> {
  if (range === NOWHERE) return
  const today = dayOf(now)
  const registry = await definitions(platform)
  const wants = registry
    .on(today)
    .filter(({ readers, sensitivity }) => readers.includes(actor.role) && sensitivity !== 'S3')
    .flatMap(({ key, freshDays }) => (freshDays === null ? [] : [{ key, fresh: freshDays }]))
  const stale = await staleDoors(tx, range, wants, today)
  const been = await seenSince(
    tx,
    stale.map(({ household }) => household),
    now - 7 * DAY_MS,
  )
  for (const { household, fields, day } of stale)
    if (!been.has(household))
      add(household, { kind: 'stale', what: '', day, fields: fields.flatMap((key) => registry.get(key)?.name ?? []) })
}
