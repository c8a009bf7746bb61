import { answer } from '#kernel/ask.ts'
import { refuse } from '#kernel/errors.ts'
import type { Job } from '#kernel/jobs.ts'
import { handler } from '#kernel/pipeline.ts'
import { dropVoice, findVoice, keepVoice } from './contract-inward.ts'
import { addVoice, dropVoice as drop, looseVoices, voiceOf } from './store-voices.ts'

export const keep = handler(keepVoice, {
  load: () => Promise.resolve(undefined),
  allow: { permission: 'visits.keepVoice', where: (_found, { id }) => ({ subject: id }) },
  async handle(ctx, input) {
    await addVoice(ctx.tx, { ...input, by: ctx.actor.person, now: ctx.now })
    return { id: input.id, url: `/api/voices/${input.id}` }
  },
})

/** Whoever may read the visit may hear it; the household hears what was recorded of it. */
export const voice = answer(findVoice, {
  permission: 'visits.voice',
  secret: (input) => input.secret,
  run: async (ctx, { id }) => (await voiceOf(ctx.tx, ctx.scope, id)) ?? refuse('not_found'),
})

export const dropLoose = handler(dropVoice, {
  load: () => Promise.resolve(undefined),
  allow: { permission: 'visits.dropVoice', where: (_found, { id }) => ({ subject: id }) },
  async handle(ctx, { id }) {
    const gone = await drop(ctx.tx, id)
    if (!gone) return { dropped: false }
    if (!gone.shared) await ctx.platform.ports.files.remove(gone.key)
    return { dropped: true }
  },
})

export const looseJob: Job = {
  name: 'visits.looseVoices',
  everySeconds: 3600,
  find: async (tx, now, limit) =>
    (await looseVoices(tx, now, limit)).map(({ id }) => ({ command: dropVoice.name, input: { id }, because: id })),
}
