import { answer } from '#kernel/ask.ts'
import { pageOf, readCursor } from '#kernel/cursor.ts'
import { refuse } from '#kernel/errors.ts'
import { type CommandContext, handler } from '#kernel/pipeline.ts'
import { notify } from '#modules/notices/api.ts'
import { type OrganIndex, organs } from '#modules/people/api.ts'
import { roster } from '#modules/posts/api.ts'
import {
  answerFirm,
  askForFirm,
  FIRM_STATES,
  firmProgress,
  listFirmProblems,
  listFirms,
  sayFirm,
} from './contract-firms.ts'
import { firms } from './levers.ts'
import { addRow, countStates, listRows, setRow } from './store.ts'
import { FIRM, FIRM_PROBLEM, type FirmProblemRow, firmProblemsIn, type FirmRow, putFirm } from './store-firms.ts'
import { lengthBelow, lockHeld, may, namesFor, progressOf, stamp, tell, wrong } from './tool.ts'

async function demandFirm(ctx: CommandContext, id: string) {
  const found = (await organs(ctx.platform)).get(id)
  return found?.kind === 'firm' ? found : wrong('firm', 'no_such_firm')
}

const ask = handler(askForFirm, {
  async load(ctx, { firm, owner }) {
    if (!(await organs(ctx.platform)).get(owner)) wrong('owner', 'no_such_organ')
    return demandFirm(ctx, firm)
  },
  allow: { permission: 'relief.askForFirm', where: ({ place }, { id }) => ({ place, subject: id }) },
  async handle(ctx, { id, firm, kind, text, owner }, { place }) {
    const stamped = await stamp(ctx, firms, place)
    const asked = { firm, kind, text, owner, askedAt: stamped.touchedAt, askedPost: ctx.actor.post }
    await addRow(ctx.tx, FIRM_PROBLEM, { id, ...stamped, ...asked })
    const rest = { subject: null, urgent: false, place }
    for (const { post } of (await roster(ctx.platform)).ofOrgan(owner))
      await notify(ctx, { to: { post }, kind: 'relief_firm', params: { title: text }, ...rest })
    tell(ctx, firms, { id, place })
    return { id }
  },
})

const answered = handler(answerFirm, {
  load: (ctx, { id }) => lockHeld<FirmProblemRow>(ctx, FIRM_PROBLEM, id),
  allow: {
    permission: 'relief.answerFirm',
    where: ({ id, place, owner }) => ({ place, organ: owner, subject: id }),
  },
  async handle(ctx, { id, answer: said, solved }, row) {
    const stamped = await stamp(ctx, firms, row.place)
    if (row.solved) refuse('already')
    const facts = { answer: said, solved, answeredAt: stamped.touchedAt, answeredPost: ctx.actor.post }
    await setRow(ctx.tx, FIRM_PROBLEM, id, { ...stamped, ...facts })
    tell(ctx, firms, row)
    return { id }
  },
})

const say = handler(sayFirm, {
  load: (ctx, { firm }) => demandFirm(ctx, firm),
  allow: { permission: 'relief.askForFirm', where: ({ place, id }) => ({ place, subject: id }) },
  async handle(ctx, { firm, state, workers, note }, { place }) {
    const stamped = await stamp(ctx, firms, place)
    await putFirm(ctx.tx, { ...stamped, id: ctx.key, firm, state, workers, note, post: ctx.actor.post })
    tell(ctx, firms, { id: firm, place })
    return { firm, state }
  },
})

const named = (held: OrganIndex, id: string) => ({ id: id as never, name: held.get(id)?.name.zh ?? '' })

const problems = answer(listFirmProblems, {
  permission: 'relief.firmProblems',
  async run(ctx, { place = '', limit, cursor, waiting }) {
    const after = readCursor(cursor, 2)
    const found = await firmProblemsIn(ctx.tx, { scope: ctx.scope, place, limit: limit + 1, after, waiting })
    const { rows, next } = pageOf(found, limit, (row) => [row.place, row.id])
    const held = await organs(ctx.platform)
    const names = await namesFor(
      ctx,
      rows.map(({ by }) => by),
    )
    return {
      rows: rows.map(({ firm, owner, by, ...row }) => ({
        ...row,
        id: row.id as never,
        placeName: names.placeName(row.place),
        firm: named(held, firm),
        owner: named(held, owner),
        by: names.by(by),
        can:
          !row.solved && may(ctx, 'relief.answerFirm', { place: row.place, organ: owner }) ? ['answer' as const] : [],
      })),
      next,
    }
  },
})

const list = answer(listFirms, {
  permission: 'relief.askForFirm',
  async run(ctx, { place = '', limit, cursor }) {
    const after = readCursor(cursor, 2)
    const found = await listRows<FirmRow>(ctx.tx, FIRM, { scope: ctx.scope, place, limit: limit + 1, after })
    const { rows, next } = pageOf(found, limit, (row) => [row.place, row.id])
    const held = await organs(ctx.platform)
    const { placeName } = await namesFor(ctx, [])
    return {
      rows: rows.map(({ firm, ...row }) => ({ ...row, ...named(held, firm), placeName: placeName(row.place) })),
      next,
    }
  },
})

const howFar = answer(firmProgress, {
  permission: 'relief.askForFirm',
  async run(ctx, { place: wanted }) {
    const place = wanted ?? ctx.actor.place ?? ''
    const counted = await countStates(ctx.tx, FIRM, { scope: ctx.scope, place, length: lengthBelow(place) })
    return { rows: progressOf(counted, FIRM_STATES, (await namesFor(ctx, [])).placeName) }
  },
})

export const firmHandlers = [ask, answered, say]
export const firmAnswers = [problems, list, howFar]
