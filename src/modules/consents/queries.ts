import { answer } from '#kernel/ask.ts'
import { DAY_MS, instant } from '#kernel/clock.ts'
import { pageOf, readCursor } from '#kernel/cursor.ts'
import { refuse } from '#kernel/errors.ts'
import { type Act, countLooks, looksAt } from '#kernel/record-reading.ts'
import { organs } from '#modules/people/api.ts'
import { type Consent, listLooks, listPurposes, type Look, myConsents } from './contract.ts'
import { PURPOSES } from './messages.ts'
import { officeOf } from './offices.ts'
import { purposeOf } from './rules.ts'
import { listGiven, postTitles } from './store.ts'

export const purposes = answer(listPurposes, {
  permission: 'consents.purposes',
  run: () => Promise.resolve({ rows: [...PURPOSES] }),
})

export const looks = answer(listLooks, {
  permission: 'consents.looks',
  async run(ctx, { limit, cursor }) {
    const person = ctx.actor.person ?? refuse('forbidden')
    const [at, seq] = readCursor(cursor, 2) ?? []
    const acts = await looksAt(ctx.tx, person, { withheld: [], limit: limit + 1, after: at && seq ? { at, seq } : undefined })
    const { rows, next } = pageOf(acts, limit, (act) => [act.at, act.seq])
    const month = await countLooks(ctx.tx, person, { withheld: [], from: instant(ctx.now - 30 * DAY_MS) })
    const titles = await postTitles(
      ctx.tx,
      rows.flatMap(({ post }) => post ?? []),
    )
    const title = new Map(titles.map((post) => [post.id, post.title]))
    const office = officeOf(await organs(ctx.platform))
    return {
      rows: rows.map((act) => lookOf(act, office(act), title.get(act.post ?? '') ?? null)),
      next,
      total30: month.total,
      organs30: month.organs,
    }
  },
})

function lookOf(act: Act, organ: string | null, post: string | null): Look {
  const purpose = act.purpose === null ? undefined : purposeOf(act.purpose)
  return {
    at: act.at,
    organ,
    role: act.role,
    post,
    purpose: purpose ? { key: purpose.key, ...purpose.name } : null,
    basis: purpose?.basis ?? null,
    what: act.name,
    fields: act.fields,
    subject: act.subject,
  }
}

export const mine = answer(myConsents, {
  permission: 'consents.mine',
  async run(ctx) {
    const rows = await listGiven(ctx.tx, ctx.actor.person ?? refuse('forbidden'))
    return { rows: rows.map(({ person: _person, ...consent }) => consent as Consent) }
  },
})
