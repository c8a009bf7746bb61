import { uuidv7 } from '#kernel/ids.ts'
import type { Tx } from '#kernel/tx.ts'
import type { NoticeKind, NoticeParams } from './messages.ts'
import { type Recipient, wantsSms } from './rules.ts'
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
  await insertNotice(ctx.tx, {
    ...what,
    id: uuidv7(ctx.now),
    at: ctx.now,
    person: to.person ?? null,
    post: to.post ?? null,
    phone: to.phone ?? null,
    texted: wantsSms(to, what.kind, what.urgent),
  })
}
