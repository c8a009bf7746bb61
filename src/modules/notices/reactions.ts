import type { PayloadOf } from '#kernel/contract.ts'
import type { Reaction, ReactionContext } from '#kernel/platform.ts'
import { contactOf, maskPhone } from '#modules/people/api.ts'
import { roster } from '#modules/posts/api.ts'
import { postHandedOver } from '#modules/posts/contract.ts'
import { smsWanted } from './contract.ts'
import { noticeText } from './messages.ts'
import { contestReactions } from './reactions-contests.ts'
import { moveUnread } from './store.ts'
import { endText, findText, type Outcome, type Text } from './store-sms.ts'

type Wanted = PayloadOf<typeof smsWanted>

/** At least once: a crash between the sending and the commit sends it again, and somebody is told twice rather than never. */
async function send(ctx: ReactionContext, { notice }: Wanted): Promise<void> {
  const text = await findText(ctx.tx, notice)
  if (!text || text.outcome === 'sent') return
  await end(ctx, notice, await outcomeOf(ctx, text))
}

async function outcomeOf(ctx: ReactionContext, text: Text): Promise<Outcome> {
  if (text.read) return 'read_before'
  const number = await numberOf(ctx, text)
  if (!number) return 'no_number'
  try {
    await ctx.platform.ports.sms.send(number, noticeText(text.kind, text.params))
  } catch (error) {
    // What the messenger says goes to logs and the console, where no number may stand.
    const said = error instanceof Error ? error.message : String(error)
    throw new Error(said.replaceAll(number, maskPhone(number)))
  }
  return 'sent'
}

async function numberOf(ctx: ReactionContext, { phone, person, post }: Text): Promise<string | null> {
  if (phone) return phone
  const whom = post ? (await roster(ctx.platform)).get(post)?.person : person
  return whom ? ((await contactOf(ctx.tx, whom))?.phone ?? null) : null
}

const end = (ctx: ReactionContext, notice: string, outcome: Outcome): Promise<void> =>
  endText(ctx.tx, { notice, outcome, attempts: ctx.attempt, at: ctx.now })

const giveUp = (ctx: ReactionContext, { notice }: Wanted): Promise<void> => end(ctx, notice, 'failed')

const passOn = (ctx: ReactionContext, { from, to }: PayloadOf<typeof postHandedOver>): Promise<void> =>
  moveUnread(ctx.tx, from, to)

export const reactions: [string, Reaction][] = [
  ...contestReactions,
  [smsWanted.name, send],
  [`${smsWanted.name}.gaveUp`, giveUp],
  [postHandedOver.name, passOn],
]
