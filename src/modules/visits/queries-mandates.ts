import { answer } from '#kernel/ask.ts'
import { refuse } from '#kernel/errors.ts'
import { maskName } from '#modules/people/api.ts'
import { roster, withFormer } from '#modules/posts/api.ts'
import { dayOf } from '#kernel/clock.ts'
import { type Mandate, myMandates } from './contract-mandates.ts'
import { isLive } from './rules.ts'
import { namesOf } from './store-homes.ts'
import { mandatesOf, usesOf } from './store-mandates.ts'

export const mandates = answer(myMandates, {
  permission: 'visits.mandates',
  purpose: 'visit',
  async run(ctx) {
    const me = ctx.actor.person ?? refuse('unauthenticated')
    const rows = await mandatesOf(ctx.tx, me)
    const others = rows.map(({ principal, proxy }) => (principal === me ? proxy : principal))
    const names = new Map((await namesOf(ctx.tx, others)).map(({ id, name }) => [id, name]))
    ctx.saw(others, { fields: 'name' })
    const uses = await usesOf(
      ctx.tx,
      rows.map(({ id }) => id),
    )
    const posts = await withFormer(
      ctx.tx,
      await roster(ctx.platform),
      rows.map(({ witness }) => witness),
    )
    return {
      rows: rows.map((row): Mandate => {
        const given = row.principal === me
        const witness = row.witness ? posts.get(row.witness) : undefined
        return {
          id: row.id as never,
          side: given ? 'given' : 'held',
          who: maskName(names.get(given ? row.proxy : row.principal) ?? ''),
          matters: row.matters as Mandate['matters'],
          from: row.from,
          until: row.until,
          ended: !isLive(row, dayOf(ctx.now)),
          way: row.way,
          witness: witness ? { name: witness.name, title: witness.title } : null,
          uses: uses
            .filter(({ mandate }) => mandate === row.id)
            .map(({ at, matter, what }) => ({ at, matter: matter as Mandate['matters'][number], what })),
        }
      }),
    }
  },
})
