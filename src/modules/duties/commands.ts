import { dayOf, instant } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { handler } from '#kernel/pipeline.ts'
import { ancestorAt } from '#modules/places/contract.ts'
import { roster } from '#modules/posts/api.ts'
import { dutiesChanged, reviseDuty } from './contract.ts'
import { contradiction, dated, dutyOf, inForce } from './rules.ts'
import { insertVersions, lockVersions, readLines } from './store.ts'

export const revise = handler(reviseDuty, {
  load: async (ctx, input) => ({ versions: await lockVersions(ctx.tx, input.code), office: ctx.actor.place }),
  // The list holds for the whole city, so only a post whose place is the city reaches it.
  allow: { permission: 'duties.revise', where: ({ office }) => ({ place: office && ancestorAt(office, 'city') }) },
  async handle(ctx, input, { versions }) {
    if (input.from < dayOf(ctx.now)) refuse('invalid', { problems: [{ path: 'from', problem: 'in_the_past' }] })
    // What the change is made to: the entry as it would stand on that day without it.
    const before = inForce(dated(versions), input.from) ?? refuse('not_found', { code: input.code })
    const holder = ctx.actor.post ? (await roster(ctx.platform)).get(ctx.actor.post) : undefined
    const version = {
      ...before,
      ...input.changes,
      version: Math.max(...versions.map((one) => one.version)) + 1,
      from: input.from,
      reason: input.reason,
      by: holder?.title ?? null,
      byPost: ctx.actor.post,
      at: instant(ctx.now),
    }
    const wrong = contradiction(version)
    if (wrong) refuse('invalid', { problems: [{ path: wrong, problem: 'levels_out_of_order' }] })
    const line = (await readLines(ctx.tx)).find((one) => one.key === version.line)
    const lineName = line?.name ?? refuse('invalid', { problems: [{ path: 'changes.line', problem: 'unknown_line' }] })
    await insertVersions(ctx.tx, [version])
    ctx.emit(dutiesChanged, input.code, null, { code: input.code })
    const now = dated([...versions, { ...version, lineName }])
    return dutyOf(now.find((one) => one.version === version.version) ?? refuse('internal'))
  },
})
