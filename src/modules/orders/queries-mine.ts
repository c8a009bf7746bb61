import { answer, type AskContext } from '#kernel/ask.ts'
import { millis } from '#kernel/clock.ts'
import type { OutputOf } from '#kernel/contract.ts'
import { pageOf, readCursor } from '#kernel/cursor.ts'
import { refuse } from '#kernel/errors.ts'
import { withFormer } from '#modules/posts/api.ts'
import { myOrder, myOrders } from './contract-answers.ts'
import { differenceOf } from './difference.ts'
import { settles } from './rules-answer.ts'
import { type Known, knownOf, officeName, shownPhotos, shownRow } from './shown.ts'
import { readVersions } from './store.ts'
import { answersOf, chainOf, findMine, listAnsweredMine, listOpenMine, type Mine } from './store-mine.ts'

type Shown = OutputOf<typeof myOrders>['rows'][number]

function shownMine(row: Mine, known: Known, now: number): Shown {
  const due = row.ownDueAt ?? row.dueAt
  return {
    ...shownRow(row, known),
    who: row.who,
    forName: row.own ? null : (known.roster.get(row.who)?.name ?? ''),
    answer: row.answer,
    due,
    late: millis(due) < now && !settles(row.answer),
    minutes: row.minutes,
    evidence: row.evidence,
    doneWhen: row.doneWhen,
    changed: row.answered !== null && row.answered < row.version,
  }
}

/** The holders of posts one stands in for, also when they have left since. */
const knownWith = async (ctx: AskContext, rows: readonly Mine[]): Promise<Known> => {
  const known = await knownOf(ctx.platform)
  return {
    ...known,
    roster: await withFormer(
      ctx.tx,
      known.roster,
      rows.filter(({ own }) => !own).map(({ who }) => who),
    ),
  }
}

const mine = answer(myOrders, {
  permission: 'orders.mine',
  async run(ctx, { open, limit, cursor }) {
    const me = { post: ctx.actor.post, person: ctx.actor.person }
    const asked = { after: readCursor(cursor, 2), limit: limit + 1 }
    if (open) {
      const { rows, next } = pageOf(await listOpenMine(ctx.tx, me, asked), limit, (row) => [
        row.ownDueAt ?? row.dueAt,
        row.id,
      ])
      const known = await knownWith(ctx, rows)
      return { rows: rows.map((row) => shownMine(row, known, ctx.now)), next }
    }
    const { rows, next } = pageOf(await listAnsweredMine(ctx.tx, me, asked), limit, (row) => [row.saidAt, row.id])
    const known = await knownWith(ctx, rows)
    return { rows: rows.map((row) => shownMine(row, known, ctx.now)), next }
  },
})

const mineOne = answer(myOrder, {
  permission: 'orders.mine',
  async run(ctx, { id }) {
    const row = (await findMine(ctx.tx, id, { post: ctx.actor.post, person: ctx.actor.person })) ?? refuse('not_found')
    const known = await knownWith(ctx, [row])
    const [first, ...additions] = await chainOf(ctx.tx, id)
    return {
      ...shownMine(row, known, ctx.now),
      text: first?.text ?? row.text,
      basis: row.basis,
      purpose: row.purpose,
      form: row.form,
      additions: additions.map((one) => ({ from: officeName(known, one), text: one.text, at: one.issuedAt ?? '' })),
      difference: await differenceFor(ctx, row),
      why: row.why,
      answers: (await answersOf(ctx.tx, id, row.who)).map((said) => ({ ...said, photos: shownPhotos(said.photos) })),
    }
  },
})

/** To the version that he answered; of an order that supersedes one he was asked before, to that one. */
async function differenceFor(ctx: AskContext, row: Mine): Promise<OutputOf<typeof myOrder>['difference']> {
  if (row.answered !== null && row.answered < row.version) {
    const versions = await readVersions(ctx.tx, row.id)
    const before = versions.find(({ version }) => version === row.answered)
    return before ? differenceOf(before.text, row.text) : null
  }
  if (!row.supersedes || row.answered !== null) return null
  const [last] = await readVersions(ctx.tx, row.supersedes)
  return last ? differenceOf(last.text, row.text) : null
}

export const mineAnswers = [mine, mineOne]
