import { liveHolds } from '#kernel/holds.ts'
import { uuidv7 } from '#kernel/ids.ts'
import { pull } from '#kernel/levers.ts'
import type { Tx } from '#kernel/tx.ts'
import { exercisesFor } from './exercise.ts'
import type { NoticeKind, NoticeParams } from './messages.ts'
import { quietHours } from './levers.ts'
import { afterQuiet, type Recipient, wantsSms } from './rules.ts'
import { insertToEach } from './store-many.ts'
import { insertNotice } from './store.ts'

export type { NoticeKind, Recipient }

export type Telling = {
  /** Exactly one of them. */
  to: Recipient
  kind: NoticeKind
  /** Of the text; no personal data beyond what the recipient may know. */
  params: NoticeParams
  /** Id of the case it is about. */
  subject: string | null
  urgent: boolean
  /** Where the matter is: decides which quiet hours hold. */
  place: string
}

/**
 * Tells a person or post something, in the caller's transaction: there if that commits, gone if it does not. The text
 * message, if one is wanted, leaves later by way of the outbox (jobs.ts, reactions.ts).
 */
export async function notify(ctx: { tx: Tx; now: number }, { to, ...what }: Telling): Promise<void> {
  const exercised = await exercisesFor(ctx, what.kind)
  await insertNotice(ctx.tx, {
    ...what,
    params: exercised(what.place, what.params),
    id: uuidv7(ctx.now),
    at: ctx.now,
    person: to.person ?? null,
    post: to.post ?? null,
    phone: to.phone ?? null,
    texted: wantsSms(to, what.kind, what.urgent),
  })
}

/** Tells many the same, in one statement; some hundreds to thousands at once. */
export async function tellEach(
  ctx: { tx: Tx; now: number },
  to: readonly { person: string | null; post: string | null; place: string; params?: NoticeParams }[],
  what: Pick<Telling, 'kind' | 'params' | 'subject' | 'urgent'>,
): Promise<void> {
  if (to.length === 0) return
  const exercised = await exercisesFor(ctx, what.kind)
  await insertToEach(
    ctx.tx,
    { ...what, at: ctx.now, texted: wantsSms({ post: '' }, what.kind, what.urgent) },
    to.map((one) => ({ ...one, id: uuidv7(ctx.now), params: exercised(one.place, one.params ?? {}) })),
  )
}

/** The first instant from `at` on that is not in the quiet hours of a place. */
export const notQuiet = async ({ tx, now }: { tx: Tx; now: number }, place: string, at: number): Promise<number> =>
  afterQuiet(pull(quietHours, await liveHolds(tx, now), place, at), at)
