import type { Reaction, ReactionContext } from '#kernel/platform.ts'
import { roster } from '#modules/posts/api.ts'
import { notify, type NoticeKind } from './api.ts'

/** As `fields.contestMoved` tells it; this slice stands below no slice that knows the field registry. */
type Moved = {
  person: string | null
  post: string | null
  step: string
  place: string
  organ: string | null
}

const TOWNSHIP = 9
const TO_OFFICE: Record<string, NoticeKind> = {
  contested: 'contest_came',
  passed: 'contest_came',
  overdue: 'contest_overdue',
}

/** 异议: the office whose turn it is learns of it, the contester of the answer. What it is about stands in no notice. */
async function tell(ctx: ReactionContext, { person, post, step, place, organ }: Moved): Promise<void> {
  const of = { params: {}, subject: null, urgent: false, place }
  const kind = TO_OFFICE[step]
  if (kind) {
    const posts = await roster(ctx.platform)
    const office = organ ? posts.ofOrgan(organ) : posts.at(place.slice(0, TOWNSHIP), 'township_room')
    for (const holder of office) await notify(ctx, { ...of, to: { post: holder.post }, kind })
  }
  if (step === 'accepted' || step === 'refused') {
    const to = post ? { post } : { person: person ?? '' }
    await notify(ctx, { ...of, to, kind: 'contest_answered' })
  }
}

/** Somebody else entered a consent of theirs: they are told, and may take it back. */
async function tellSigner(ctx: ReactionContext, { person, place }: { person: string; place: string }): Promise<void> {
  await notify(ctx, { to: { person }, kind: 'paper_taken', params: {}, subject: null, urgent: false, place })
}

export const contestReactions: [string, Reaction][] = [
  ['fields.contestMoved', tell],
  ['fields.paperTaken', tellSigner],
]
