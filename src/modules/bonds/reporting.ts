import { answer } from '#kernel/ask.ts'
import { subtree } from '#kernel/authorise.ts'
import { dayOf, instant, startOfDay } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { handler } from '#kernel/pipeline.ts'
import { workIn } from '#modules/cases/api.ts'
import { placeTree, type Tree } from '#modules/places/api.ts'
import { bondsChanged } from './contract.ts'
import { claimWork, leaveWork, listReporting, offerWork } from './contract-reporting.ts'
import { inOrder, notPast } from './rules.ts'
import {
  countDone,
  insertClaim,
  insertWork,
  leaveClaim,
  lockClaim,
  lockWork,
  readDepartments,
  readWork,
  reportsIn,
  type StoredWork,
} from './store-reporting.ts'

const shown = (work: StoredWork, tree: Tree) => ({
  ...work,
  id: work.id as never,
  mine: work.mine as never,
  placeName: tree.shortName(work.place),
})

const offer = handler(offerWork, {
  async load(ctx, { place, from, until }) {
    notPast('from', from, dayOf(ctx.now))
    inOrder(from, until)
    const tree = await placeTree(ctx.platform)
    if (place.length < 12 || !tree.get(place))
      refuse('not_found', { problems: [{ path: 'place', problem: 'village_or_grid' }] })
    return tree
  },
  allow: { permission: 'bonds.offerWork', where: (_, { id, place }) => ({ place, subject: id }) },
  async handle(ctx, input, tree) {
    await insertWork(ctx.tx, [input], { by: ctx.actor.post, now: ctx.now })
    ctx.emit(bondsChanged, input.id, input.place, { place: input.place })
    return shown({ ...input, taken: 0, mine: null }, tree)
  },
})

const claim = handler(claimWork, {
  async load(ctx, { work }) {
    const today = dayOf(ctx.now)
    const found = (await lockWork(ctx.tx, work, ctx.actor.person, today)) ?? refuse('not_found')
    const { organ, person } = ctx.actor
    // Who is not of a department that was sent there takes part as a resident, not by reporting in.
    if (!organ || !person || !(await reportsIn(ctx.tx, organ, found.place, today)))
      return refuse('forbidden', { place: found.place })
    return { found, organ, person }
  },
  allow: { permission: 'bonds.claimWork', where: ({ person }, { id }) => ({ person, subject: id }) },
  async handle(ctx, { id, work }, { found, organ, person }) {
    if (found.mine) refuse('already')
    if (found.taken >= found.seats) refuse('quota_full', { most: found.seats })
    await insertClaim(ctx.tx, { id, work, place: found.place, person, organ, now: ctx.now })
    ctx.concerns(person)
    ctx.emit(bondsChanged, id, found.place, { place: found.place })
    return { id, left: found.seats - found.taken - 1 }
  },
})

const leave = handler(leaveWork, {
  async load(ctx, { id }) {
    const found = (await lockClaim(ctx.tx, id)) ?? refuse('not_found')
    return found.leftAt === null ? found : refuse('already')
  },
  allow: { permission: 'bonds.leaveWork', where: ({ person, id }) => ({ person, subject: id }) },
  async handle(ctx, { id, reason }, found) {
    await leaveClaim(ctx.tx, id, reason, ctx.now)
    ctx.emit(bondsChanged, id, found.place, { place: found.place })
    return { id }
  },
})

/** What a department did is the sum of its members; no figure of one person is made. */
const list = answer(listReporting, {
  permission: 'bonds.reporting',
  async run(ctx, { place = ctx.actor.place ?? '' }) {
    const day = dayOf(ctx.now)
    const range = subtree(place)
    const tree = await placeTree(ctx.platform)
    const departments = await Promise.all(
      (await readDepartments(ctx.tx, { ...range, day })).map(async ({ members, ...rest }) => {
        const since = instant(startOfDay(rest.from))
        const told = await countDone(ctx.tx, { organ: rest.organ, place: rest.place, since })
        const done = members.length > 0 ? await workIn(ctx.tx, members, rest.place, since) : []
        return {
          ...rest,
          placeName: tree.shortName(rest.place),
          members: members.length,
          reported: done.reduce((sum, { reported }) => sum + reported, 0),
          handled: done.reduce((sum, { steps }) => sum + steps, 0),
          visits: told.visit,
          orders: told.order,
        }
      }),
    )
    const work = await readWork(ctx.tx, { ...range, day, person: ctx.actor.person })
    return { departments, work: work.map((one) => shown(one, tree)) }
  },
})

export const reportingHandlers = [offer, claim, leave]
export const reportingAnswers = [list]
