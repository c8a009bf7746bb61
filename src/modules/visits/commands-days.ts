import { dayOf } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { type CommandContext, handler } from '#kernel/pipeline.ts'
import { notify } from '#modules/notices/api.ts'
import { placeTree } from '#modules/places/api.ts'
import { levelOf } from '#modules/places/contract.ts'
import { type Holder, roster } from '#modules/posts/api.ts'
import {
  answerMeeting,
  callMeeting,
  cancelMeeting,
  cancelOuting,
  exceptDay,
  meetingCalled,
  planOuting,
  setFieldDay,
} from './contract-days.ts'
import { protectionOf, weekdayOf } from './rules.ts'
import {
  answerInvitation,
  cancelMeeting as cancel,
  fieldDaysAt,
  findFieldDay,
  findMeeting,
  insertException,
  insertFieldDay,
  insertMeeting,
} from './store-days.ts'
import { cancelOuting as takeOff, findOuting, putOuting } from './store-outings.ts'

export const wrong = (path: string, problem: string): never => refuse('invalid', { problems: [{ path, problem }] })

/** A place that exists today. */
export async function demandPlace(ctx: CommandContext, code: string, path: string): Promise<void> {
  if (!(await placeTree(ctx.platform)).get(code)) wrong(path, 'unknown_place')
}
/** Posts that are held today. */
export async function demandPosts(ctx: CommandContext, ids: readonly string[], path: string): Promise<Holder[]> {
  const all = await roster(ctx.platform)
  return ids.map((id, i) => all.get(id) ?? wrong(`${path}.${i}`, 'no_such_post'))
}

export const setDay = handler(setFieldDay, {
  load: (_ctx, { place }) => Promise.resolve({ place }),
  allow: { permission: 'visits.setFieldDay', where: ({ place }, { id }) => ({ place, subject: id }) },
  async handle(ctx, input) {
    await demandPlace(ctx, input.place, 'place')
    if (input.from < dayOf(ctx.now)) wrong('from', 'in_the_past')
    if (input.until && input.until <= input.from) wrong('until', 'before_from')
    await insertFieldDay(ctx.tx, { ...input, until: input.until ?? null, post: ctx.actor.post })
    return { id: input.id }
  },
})

/** Lifts one day; never for all days to come, and never without saying why. */
export const except = handler(exceptDay, {
  load: async (ctx, { fieldDay }) => (await findFieldDay(ctx.tx, fieldDay)) ?? refuse('not_found'),
  allow: { permission: 'visits.exceptDay', where: (_found, { place, fieldDay }) => ({ place, subject: fieldDay }) },
  async handle(ctx, input, { place, weekday }) {
    if (!input.place.startsWith(place)) wrong('place', 'outside_rule')
    if (weekdayOf(input.day) !== weekday) wrong('day', 'not_protected')
    if (input.day < dayOf(ctx.now)) wrong('day', 'in_the_past')
    await insertException(ctx.tx, { ...input, post: ctx.actor.post, now: ctx.now })
    return {}
  },
})

/** An invitation that would take anybody off the villages on his protected day does not go out. */
export const call = handler(callMeeting, {
  load: (ctx) => Promise.resolve({ post: ctx.actor.post, place: ctx.actor.place ?? '' }),
  allow: { permission: 'visits.callMeeting', where: ({ post }, { id }) => ({ post, subject: id }) },
  async handle(ctx, input, { post, place }) {
    if (input.to <= input.from) wrong('to', 'before_from')
    if (input.day < dayOf(ctx.now)) wrong('day', 'in_the_past')
    const invited = await demandPosts(ctx, [...new Set<string>(input.posts)], 'posts')
    await refuseOnFieldDay(ctx, [place, ...new Set(invited.map((one) => one.place))], input.day)
    await insertMeeting(ctx.tx, {
      ...input,
      place,
      post: post ?? refuse('forbidden'),
      posts: invited.map((one) => one.post),
      now: ctx.now,
    })
    ctx.emit(meetingCalled, input.id, place, { id: input.id, place })
    return { id: input.id }
  },
})

async function refuseOnFieldDay(ctx: CommandContext, places: readonly string[], day: string): Promise<void> {
  for (const place of places) {
    const rule = protectionOf(await fieldDaysAt(ctx.tx, place), place, day)
    if (rule) refuse('field_day', { rule: rule.rule, day, place: rule.place })
  }
}

const meetingOf = async (ctx: CommandContext, id: string) => (await findMeeting(ctx.tx, id)) ?? refuse('not_found')

export const answerCall = handler(answerMeeting, {
  load: async (ctx, { id }) => ({ meeting: await meetingOf(ctx, id), post: ctx.actor.post }),
  allow: { permission: 'visits.answerMeeting', where: ({ post }, { id }) => ({ post, subject: id }) },
  async handle(ctx, { id, coming }, { meeting, post }) {
    if (meeting.cancelled) refuse('gone')
    if (!(await answerInvitation(ctx.tx, { id, post: post ?? '', coming }))) refuse('not_found')
    return {}
  },
})

export const callOff = handler(cancelMeeting, {
  load: (ctx, { id }) => meetingOf(ctx, id),
  allow: { permission: 'visits.cancelMeeting', where: ({ post }, { id }) => ({ post, subject: id }) },
  async handle(ctx, { id }, { post }) {
    if (post !== ctx.actor.post) refuse('forbidden', { permission: 'visits.cancelMeeting' })
    if (!(await cancel(ctx.tx, id, ctx.now))) refuse('already')
    return {}
  },
})

// ---- teams that go down ----------------------------------------------------------------------------------------------

export const plan = handler(planOuting, {
  load: async (ctx, { id, village }) => (await findOuting(ctx.tx, id)) ?? { id, village, day: null, cancelled: false },
  allow: { permission: 'visits.planOuting', where: ({ village }, { id }) => ({ place: village, subject: id }) },
  async handle(ctx, input, before) {
    if (before.cancelled) refuse('gone')
    if (before.village !== input.village) wrong('village', 'another_village')
    if (levelOf(input.village) !== 'village') wrong('village', 'no_village')
    await demandPlace(ctx, input.village, 'village')
    if (input.day < dayOf(ctx.now)) wrong('day', 'in_the_past')
    const team = await demandPosts(ctx, [...new Set<string>(input.posts)], 'posts')
    await putOuting(ctx.tx, { ...input, post: ctx.actor.post, posts: team.map(({ post }) => post) })
    if (before.day !== input.day) await tellTeam(ctx, team, input)
    return { id: input.id }
  },
})

async function tellTeam(
  ctx: CommandContext,
  team: readonly Holder[],
  { day, village }: { day: string; village: string },
) {
  const name = (await placeTree(ctx.platform)).shortName(village)
  for (const { post } of team)
    await notify(ctx, {
      to: { post },
      kind: 'outing_planned',
      params: { title: name, day },
      subject: null,
      urgent: false,
      place: village,
    })
}

export const takeOffRoster = handler(cancelOuting, {
  load: async (ctx, { id }) => (await findOuting(ctx.tx, id)) ?? refuse('not_found'),
  allow: { permission: 'visits.planOuting', where: ({ village }, { id }) => ({ place: village, subject: id }) },
  async handle(ctx, { id, reason }, { cancelled }) {
    if (cancelled) refuse('already')
    await takeOff(ctx.tx, id, reason, ctx.now)
    return {}
  },
})
