import { answer } from '#kernel/ask.ts'
import { refuse } from '#kernel/errors.ts'
import { handler } from '#kernel/pipeline.ts'
import { findFile, keepFile } from './contract-inward.ts'
import { addFile, fileOf } from './store-files.ts'

export const keep = handler(keepFile, {
  load: () => Promise.resolve(undefined),
  allow: { permission: 'cases.upload', where: (_found, input) => ({ subject: input.id }) },
  async handle(ctx, input) {
    await addFile(ctx.tx, { ...input, by: ctx.actor.person, now: ctx.now })
    return { id: input.id, url: `/api/files/${input.id}`, thumb: `/api/files/${input.id}/thumb` }
  },
})

/** Row-level security shows a file only to whoever may see its case. */
export const file = answer(findFile, {
  permission: 'cases.file',
  secret: (input) => input.secret,
  run: async (ctx, input) => (await fileOf(ctx.tx, input.id, ctx.actor.kind === 'staff')) ?? refuse('not_found'),
})
