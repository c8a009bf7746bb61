import { dayOf, instant, millis } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { liveHolds } from '#kernel/holds.ts'
import { pull } from '#kernel/levers.ts'
import { type CommandContext, handler } from '#kernel/pipeline.ts'
import { openOfPosts } from '#modules/cases/api.ts'
import { notify } from '#modules/notices/api.ts'
import { placeTree } from '#modules/places/api.ts'
import { type Passed, passPosts } from '#modules/posts/api.ts'
import { bondsChanged } from './contract.ts'
import { checkRotation, fileOpened, type Finding, receive, remindFile, rotate } from './contract-rotation.ts'
import { abandonedOf, repeatedIn } from './conflicts.ts'
import { handOverClock } from './levers.ts'
import { type Opened, openFiles } from './opening.ts'
import { findingsOf, type Planned, planOf, standing } from './rotating.ts'
import { notPast } from './rules.ts'
import { lockFile, markReceived, markReminded } from './store-files.ts'
import { countOf, countWithout, insertRotation, readTargets } from './store-rotation.ts'

/** The place that holds all of the posts; the plan is one act of whoever reaches it. */
function commonPlace(plan: readonly Planned[]): string {
  let common = plan[0]?.seat.place ?? ''
  for (const { seat } of plan) while (!seat.place.startsWith(common)) common = common.slice(0, -1)
  const level = [17, 15, 12, 9, 6, 4].find((length) => length <= common.length) ?? 4
  return common.slice(0, level)
}

function readable(moves: readonly { seat: string; from: string | null; newId: string }[]): void {
  const twice = repeatedIn(moves)
  if (twice.length > 0)
    refuse('invalid', { problems: twice.map((post) => ({ path: 'moves', problem: `twice ${post}` })) })
}

const check = handler(checkRotation, {
  async load(ctx, { moves, day }) {
    readable(moves)
    notPast('day', day, dayOf(ctx.now))
    const plan = await planOf(ctx.tx, moves)
    return { plan, place: commonPlace(plan) }
  },
  allow: { permission: 'bonds.checkRotation', where: ({ place }) => ({ place }) },
  purpose: 'door_bond',
  keepsAnswer: false,
  async handle(ctx, { moves, day }, { plan }) {
    const seats = plan.map(({ seat }) => seat.id)
    const tree = await placeTree(ctx.platform)
    const bonds = Map.groupBy(await readTargets(ctx.tx, seats, day), ({ post }) => post)
    const cases = Map.groupBy(await openOfPosts(ctx.tx, seats), ({ assignee }) => assignee)
    ctx.concerns(...plan.flatMap(({ seat, person }) => [seat.person, person.id]))
    return {
      rows: plan.map(({ seat, person }) => ({
        seat: seat.id as Finding['seat'],
        title: seat.title,
        place: seat.place,
        placeName: tree.shortName(seat.place),
        from: seat.name,
        to: person.name,
        bonds: bonds.get(seat.id)?.length ?? 0,
        cases: cases.get(seat.id)?.length ?? 0,
      })),
      findings: await findingsOf(ctx, plan, day),
      abandoned: abandonedOf(moves) as Finding['seat'][],
    }
  },
})

const turn = handler(rotate, {
  async load(ctx, { moves, day }) {
    readable(moves)
    notPast('day', day, dayOf(ctx.now))
    const plan = await planOf(ctx.tx, moves)
    return { plan, place: commonPlace(plan) }
  },
  allow: { permission: 'bonds.rotate', where: ({ place }, { id }) => ({ place, subject: id }) },
  purpose: 'door_bond',
  async handle(ctx, input, { plan, place }) {
    const { id, day, moves, note, despite } = input
    const abandoned = abandonedOf(moves)
    if (abandoned.length > 0) refuse('left_without', { posts: abandoned })
    const against = standing(await findingsOf(ctx, plan, day), despite)
    if (against.length > 0)
      refuse('conflict_of_interest', { findings: against.map(({ seat, rule, weight }) => ({ seat, rule, weight })) })
    const seats = moves.map(({ seat }) => seat)
    const before = await countOf(ctx.tx, seats, day)
    const passing = plan.map(({ move, person }) => ({ seat: move.seat, person: person.id, newId: move.newId }))
    const passed = await passPosts(ctx, passing, { day, note })
    const decided = { by: ctx.actor.post, now: ctx.now }
    await insertRotation(ctx.tx, { id, place, day, note, moves: moves.length, despite, ...decided })
    const opened = await handOn(ctx, { rotation: id, note, passed })
    await nothingLeft(ctx.tx, [...seats, ...moves.map(({ newId }) => newId)], day, before)
    for (const { id: file, was, became, place: at } of opened.files)
      ctx.emit(fileOpened, file, at, { file, was, became, place: at })
    ctx.emit(bondsChanged, id, place, { place })
    return { id, moved: passed.length, bonds: opened.bonds, files: opened.files.length, dueAt: opened.dueAt }
  },
})

/** What the posts answer for goes on with their successors, each with a file and its clock. */
async function handOn(
  ctx: CommandContext,
  { rotation, note, passed }: { rotation: string; note: string; passed: readonly Passed[] },
): Promise<Opened> {
  const holds = await liveHolds(ctx.tx, ctx.now)
  const changing = passed.map(({ was, became }) => ({
    was: was.id,
    became: became.id,
    place: was.place,
    day: became.from,
  }))
  return openFiles(ctx.tx, changing, {
    rotation,
    note,
    clock: (at) => pull(handOverClock, holds, at, ctx.now),
    by: ctx.actor,
    why: rotate.name,
    now: ctx.now,
  })
}

/** The last word before the commit: on the day as many bonds as before, and none that nobody holds. */
async function nothingLeft(
  tx: Parameters<typeof countOf>[0],
  posts: string[],
  day: string,
  before: number,
): Promise<void> {
  const [after, without] = [await countOf(tx, posts, day), await countWithout(tx, posts, day)]
  if (after !== before || without > 0) refuse('left_without', { before, after, without })
}

const take = handler(receive, {
  async load(ctx, { id }) {
    const file = (await lockFile(ctx.tx, id)) ?? refuse('not_found')
    return file.receivedAt === null ? file : refuse('already', { at: file.receivedAt })
  },
  allow: { permission: 'bonds.receive', where: ({ became, id }) => ({ post: became, subject: id }) },
  async handle(ctx, { id, note }, file) {
    await markReceived(ctx.tx, id, note, ctx.now)
    ctx.emit(bondsChanged, id, file.place, { place: file.place })
    return { id, receivedAt: instant(ctx.now), late: millis(file.dueAt) < ctx.now }
  },
})

/** By the system, once: the successor and nobody else is told; that it is late everybody who may see the file sees. */
const remind = handler(remindFile, {
  load: async (ctx, { id }) => (await lockFile(ctx.tx, id)) ?? refuse('not_found'),
  allow: { permission: 'bonds.remind', where: ({ place, id }) => ({ place, subject: id }) },
  async handle(ctx, { id }, file) {
    await markReminded(ctx.tx, id, ctx.now)
    if (file.receivedAt === null)
      await notify(ctx, {
        to: { post: file.became },
        kind: 'hand_over_due',
        params: { day: dayOf(millis(file.dueAt)) },
        subject: null,
        urgent: false,
        place: file.place,
      })
    return {}
  },
})

export const rotationHandlers = [check, turn, take, remind]
