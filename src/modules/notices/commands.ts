import { liveHolds } from '#kernel/holds.ts'
import { pull } from '#kernel/levers.ts'
import { handler } from '#kernel/pipeline.ts'
import { forgetSpent, handOverTexts, readNotices, smsWanted } from './contract.ts'
import { quietHours } from './levers.ts'
import { afterQuiet } from './rules.ts'
import { countUnread, markRead } from './store.ts'
import { forgetSpent as forgetRows } from './store-spent.ts'
import { endText, lockDue, setNext } from './store-sms.ts'

export const read = handler(readNotices, {
  load: (ctx) => Promise.resolve({ person: ctx.actor.person, place: ctx.actor.place }),
  allow: { permission: 'notices.read', where: (me) => me },
  async handle(ctx, { ids }) {
    await markRead(ctx.tx, ctx.scope, { ids, by: ctx.actor.person, at: ctx.now })
    return { unread: await countUnread(ctx.tx, ctx.scope) }
  },
})

/** Only hands over: the message itself leaves by the relay, so that a messenger out of order holds nobody up. */
export const handOver = handler(handOverTexts, {
  load: async (ctx, { ids }) => ({
    texts: await lockDue(ctx.tx, ids, ctx.now),
    holds: await liveHolds(ctx.tx, ctx.now),
  }),
  allow: { permission: 'notices.text', where: () => ({}) },
  keepsAnswer: false,
  async handle(ctx, _input, { texts, holds }) {
    let handed = 0
    for (const { notice, urgent, place, read: seen } of texts) {
      const from = urgent ? ctx.now : afterQuiet(pull(quietHours, holds, place, ctx.now), ctx.now)
      if (seen) await endText(ctx.tx, { notice, outcome: 'read_before', attempts: 0, at: ctx.now })
      else if (from > ctx.now) await setNext(ctx.tx, notice, from)
      else {
        await setNext(ctx.tx, notice, null)
        ctx.emit(smsWanted, `sms ${notice}`, place, { notice })
        handed++
      }
    }
    return { handed, postponed: texts.length - handed }
  },
})

export const forget = handler(forgetSpent, {
  load: () => Promise.resolve(undefined),
  allow: { permission: 'notices.forget', where: () => ({}) },
  keepsAnswer: false,
  handle: async (ctx) => ({ notices: await forgetRows(ctx.tx) }),
})
