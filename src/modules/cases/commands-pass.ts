import { refuse } from '#kernel/errors.ts'
import { handler } from '#kernel/pipeline.ts'
import type { ReactionContext } from '#kernel/platform.ts'
import { SYSTEM } from '#kernel/authorise.ts'
import { keyOf } from '#kernel/jobs.ts'
import { run } from '#kernel/pipeline.ts'
import { passCase } from './contract-inward.ts'
import { BY_RULE, move } from './moving.ts'
import { lockCase } from './store.ts'
import { openOfAssignee } from './store-parts.ts'

export const pass = handler(passCase, {
  load: async (ctx, input) => (await lockCase(ctx.tx, input.id)) ?? refuse('not_found'),
  allow: { permission: 'cases.tick', where: (found) => ({ place: found.place, subject: found.id }) },
  async handle(ctx, input, found) {
    if (found.course.assignee === input.from)
      await move(ctx, found, [{ action: 'comment', assignee: input.to, ...BY_RULE, reason: 'handed_over' }])
    return {}
  },
})

/** Open cases go with the post; each down the ordinary road, so that each has its step and its record. */
export async function passOn(ctx: ReactionContext, handed: { from: string; to: string }): Promise<void> {
  for (const { id } of await openOfAssignee(ctx.tx, handed.from)) {
    const key = keyOf(`pass ${id} ${handed.from} ${handed.to}`)
    await run(ctx.platform, SYSTEM, passCase.name, { id, ...handed }, { key, request: key })
  }
}
