import { refuse } from '#kernel/errors.ts'
import { drop, findDead, revive } from '#kernel/outbox.ts'
import { handler } from '#kernel/pipeline.ts'
import { dropLetter, reviveLetter } from './contract.ts'
import { insertGivenUp } from './store.ts'

export const reviveDead = handler(reviveLetter, {
  load: (ctx) => Promise.resolve({ place: ctx.actor.place }),
  allow: { permission: 'oversight.revive', where: (office) => office },
  async handle(ctx, { id }) {
    if (!(await revive(ctx.tx, id, ctx.now))) refuse('not_found', { id })
    return {}
  },
})

export const dropDead = handler(dropLetter, {
  load: (ctx) => Promise.resolve({ place: ctx.actor.place }),
  allow: { permission: 'oversight.drop', where: (office) => office },
  async handle(ctx, { id, reason }) {
    const letter = (await findDead(ctx.tx, id)) ?? refuse('not_found', { id })
    const { person, post } = ctx.actor
    if (!(await drop(ctx.tx, id))) refuse('not_found', { id })
    await insertGivenUp(ctx.tx, {
      letter: id,
      name: letter.name,
      key: letter.key,
      problem: letter.problem,
      reason,
      person,
      post,
      at: ctx.now,
    })
    return {}
  },
})
