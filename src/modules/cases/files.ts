import { answer } from '#kernel/ask.ts'
import { covers } from '#kernel/authorise.ts'
import { refuse } from '#kernel/errors.ts'
import { handler } from '#kernel/pipeline.ts'
import { dropLoose, findFile, keepFile } from './contract-inward.ts'
import type { Job } from '#kernel/jobs.ts'
import { addFile, dropFile, fileOf, looseFiles } from './store-files.ts'

export const keep = handler(keepFile, {
  load: () => Promise.resolve(undefined),
  allow: { permission: 'cases.upload', where: (_found, input) => ({ subject: input.id }) },
  async handle(ctx, input) {
    await addFile(ctx.tx, { ...input, by: ctx.actor.person, now: ctx.now })
    return { id: input.id, url: `/api/files/${input.id}`, thumb: `/api/files/${input.id}/thumb` }
  },
})

/** Staff see all files of a case that they may see; others what is public of it. Row-level security says the same. */
export const file = answer(findFile, {
  permission: 'cases.file',
  secret: (input) => input.secret,
  async run(ctx, input) {
    const found = (await fileOf(ctx.tx, input.id)) ?? refuse('not_found')
    if (!covers(ctx.scope, found) || !(found.public || ctx.actor.kind === 'staff')) refuse('not_found')
    return { key: found.key, thumbKey: found.thumbKey }
  },
})

export const drop = handler(dropLoose, {
  load: () => Promise.resolve(undefined),
  allow: { permission: 'cases.tick', where: (_found, input) => ({ subject: input.id }) },
  async handle(ctx, input) {
    const gone = await dropFile(ctx.tx, input.id)
    if (!gone) return { dropped: false }
    // The bytes go last: a crash in between leaves bytes that nothing names, never a name without bytes.
    if (!gone.shared) for (const key of [gone.key, gone.thumbKey]) await ctx.platform.ports.files.remove(key)
    return { dropped: true }
  },
})

export const looseJob: Job = {
  name: 'cases.looseFiles',
  everySeconds: 600,
  find: async (tx, now, limit) =>
    (await looseFiles(tx, now, limit)).map(({ id }) => ({ command: dropLoose.name, input: { id }, because: id })),
}
