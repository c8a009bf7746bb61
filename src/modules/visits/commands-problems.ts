import { dayOf } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { handler } from '#kernel/pipeline.ts'
import { answerProblem, findProblem, judgeProblem, problemMoved } from './contract-days.ts'
import { demandPlace, demandPosts, wrong } from './commands-days.ts'
import { findOuting, findProblem as find, insertProblem, moveProblem } from './store-outings.ts'
import { tellAboutProblem } from './telling-staff.ts'

export const found = handler(findProblem, {
  load: (_ctx, { place }) => Promise.resolve({ place }),
  allow: { permission: 'visits.findProblem', where: ({ place }, { id }) => ({ place, subject: id }) },
  async handle(ctx, input) {
    await demandPlace(ctx, input.place, 'place')
    const [owner] = await demandPosts(ctx, [input.owner], 'owner')
    if (input.due < dayOf(ctx.now)) wrong('due', 'in_the_past')
    const outing = input.outing ? ((await findOuting(ctx.tx, input.outing)) ?? wrong('outing', 'no_such_outing')) : null
    if (outing && !input.place.startsWith(outing.village)) wrong('place', 'another_village')
    await insertProblem(ctx.tx, { ...input, outing: outing?.id ?? null, post: ctx.actor.post, now: ctx.now })
    await tellAboutProblem(ctx, owner?.post ?? null, 'problem_yours', input)
    ctx.emit(problemMoved, input.id, input.place, { id: input.id, place: input.place, state: 'open' })
    return { id: input.id }
  },
})

export const answeredBy = handler(answerProblem, {
  load: async (ctx, { id }) => (await find(ctx.tx, id)) ?? refuse('not_found'),
  allow: { permission: 'visits.answerProblem', where: ({ owner }, { id }) => ({ post: owner, subject: id }) },
  async handle(ctx, { id, answer }, problem) {
    if (problem.state !== 'open') refuse('conflict', { state: problem.state })
    await moveProblem(ctx.tx, { id, state: 'answered', answer, reason: null, now: ctx.now })
    await tellAboutProblem(ctx, problem.foundPost, 'problem_answered', problem)
    ctx.emit(problemMoved, id, problem.place, { id, place: problem.place, state: 'answered' })
    return {}
  },
})

/** A second pair of eyes: never the owner himself. */
export const judged = handler(judgeProblem, {
  load: async (ctx, { id }) => (await find(ctx.tx, id)) ?? refuse('not_found'),
  allow: {
    permission: 'visits.judgeProblem',
    where: ({ place, foundPost }, { id }) => ({ place, post: foundPost, subject: id }),
  },
  async handle(ctx, { id, solved, reason }, problem) {
    if (problem.owner === ctx.actor.post) refuse('same_person')
    if (problem.state !== 'answered') refuse('conflict', { state: problem.state })
    if (!solved && reason.length < 4) wrong('reason', 'reason_needed')
    const state = solved ? ('accepted' as const) : ('open' as const)
    await moveProblem(ctx.tx, { id, state, answer: null, reason: solved ? null : reason, now: ctx.now })
    if (!solved) await tellAboutProblem(ctx, problem.owner, 'problem_returned', problem)
    ctx.emit(problemMoved, id, problem.place, { id, place: problem.place, state })
    return {}
  },
})
