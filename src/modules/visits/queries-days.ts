import { answer, type AskContext } from '#kernel/ask.ts'
import { DAY_MS, dayNumber, dayOf, dayOfNumber, startOfDay } from '#kernel/clock.ts'
import { pageOf, readCursor } from '#kernel/cursor.ts'
import { refuse } from '#kernel/errors.ts'
import { placeTree } from '#modules/places/api.ts'
import { roster, withFormer, type Roster } from '#modules/posts/api.ts'
import { answerersOf } from '#modules/bonds/api.ts'
import { listFieldDays, listMeetings, listOutings, listProblems, type Problem, teamOfVillage } from './contract-days.ts'
import { holds, liftedOf } from './rules.ts'
import { fieldDaysAt, invitedTo, meetingsOf } from './store-days.ts'
import { daysWithOutings, outingsIn, postsOfOutings, type ProblemRow, problemsIn } from './store-outings.ts'

const LONGEST = 62
const rangeOf = (place: string) => ({ lo: place, hi: `${place}~` })
const named = (posts: Roster, id: string) => {
  const held = posts.get(id)
  return { post: id as never, name: held?.name ?? '', title: held?.title ?? '' }
}
const who = (posts: Roster, id: string | null) => {
  const held = id ? posts.get(id) : undefined
  return held ? { name: held.name, title: held.title } : null
}

const fieldDays = answer(listFieldDays, {
  permission: 'visits.fieldDays',
  async run(ctx, input) {
    const place = input.place ?? ctx.actor.place ?? ''
    const from = input.from ?? dayOf(ctx.now)
    const to = input.to ?? dayOfNumber(dayNumber(startOfDay(from)) + 34)
    const length = (startOfDay(to) - startOfDay(from)) / DAY_MS + 1
    if (length < 1 || length > LONGEST) refuse('invalid', { problems: [{ path: 'to', problem: 'too_long' }] })
    const rules = await fieldDaysAt(ctx.tx, place)
    const tree = await placeTree(ctx.platform)
    const outings = new Map(
      (await daysWithOutings(ctx.tx, { ...rangeOf(place), from, to })).map(({ day, n }) => [day, n]),
    )
    const meetings = await meetingsOf(ctx.tx, { post: ctx.actor.post, from, to, limit: 200, after: undefined })
    return {
      rows: rules.map(({ exceptions, ...rule }) => ({
        ...rule,
        id: rule.id as never,
        placeName: tree.nameOf(rule.place),
        exceptions: [...exceptions],
      })),
      days: Array.from({ length }, (_, i) => {
        const day = dayOfNumber(dayNumber(startOfDay(from)) + i)
        const at = rules.filter((rule) => holds(rule, place, day))
        const lifted = at.map((rule) => liftedOf(rule, place, day)).find((one) => one !== undefined)
        return {
          day,
          protected: at.some((rule) => !liftedOf(rule, place, day)),
          reason: lifted?.reason ?? null,
          outings: outings.get(day) ?? 0,
          meetings: meetings.filter((one) => one.day === day && !one.cancelled).length,
        }
      }),
    }
  },
})

const meetings = answer(listMeetings, {
  permission: 'visits.meetings',
  async run(ctx, { from, limit, cursor }) {
    const found = await meetingsOf(ctx.tx, {
      post: ctx.actor.post,
      from: from ?? dayOf(ctx.now),
      limit: limit + 1,
      after: readCursor(cursor, 2),
    })
    const { rows, next } = pageOf(found, limit, ({ day, id }) => [day, id])
    const invited = await invitedTo(
      ctx.tx,
      rows.map(({ id }) => id),
    )
    const posts = await withFormer(
      ctx.tx,
      await roster(ctx.platform),
      [...invited, ...rows].map(({ post }) => post),
    )
    return {
      rows: rows.map(({ post, ...row }) => ({
        ...row,
        id: row.id as never,
        by: who(posts, post),
        mine: post === ctx.actor.post,
        invited: invited
          .filter(({ meeting }) => meeting === row.id)
          .map((one) => ({
            ...named(posts, one.post),
            answer: one.coming === null ? null : one.coming ? ('yes' as const) : ('no' as const),
          })),
      })),
      next,
    }
  },
})

const outings = answer(listOutings, {
  permission: 'visits.outings',
  async run(ctx, { place, from, to, limit, cursor }) {
    const [lo, hi] = within(ctx.scope, place ?? ctx.actor.place ?? '')
    const start = from ?? dayOf(ctx.now)
    const found = await outingsIn(ctx.tx, {
      lo,
      hi,
      from: start,
      to: to ?? dayOfNumber(dayNumber(startOfDay(start)) + LONGEST),
      limit: limit + 1,
      after: readCursor(cursor, 2),
    })
    const { rows, next } = pageOf(found, limit, ({ day, id }) => [day, id])
    const team = await postsOfOutings(
      ctx.tx,
      rows.map(({ id }) => id),
    )
    const posts = await withFormer(
      ctx.tx,
      await roster(ctx.platform),
      team.map(({ post }) => post),
    )
    const tree = await placeTree(ctx.platform)
    const plans = ctx.reaches('visits.planOuting')
    return {
      rows: rows.map(({ post: _by, ...row }) => ({
        ...row,
        id: row.id as never,
        villageName: tree.shortName(row.village),
        team: team.filter(({ outing }) => outing === row.id).map((one) => named(posts, one.post)),
        can:
          plans && row.village >= plans.lo && row.village < plans.hi && row.day >= dayOf(ctx.now)
            ? (['change', 'cancel'] as const).slice()
            : [],
      })),
      next,
    }
  },
})

/** The narrower of what is asked for and what may be seen. */
const within = (scope: { lo: string; hi: string }, place: string): [string, string] => [
  place > scope.lo ? place : scope.lo,
  `${place}~` < scope.hi ? `${place}~` : scope.hi,
]

const teamOf = answer(teamOfVillage, {
  permission: 'visits.outings',
  async run(ctx, { village }) {
    const found = await answerersOf(ctx.tx, { household: null, dwelling: null, place: village }, dayOf(ctx.now))
    const held = await roster(ctx.platform)
    const bound = found.flatMap(({ post }) => (post ? [post] : []))
    const here = held.at(village, 'village_cadre').map(({ post }) => post)
    const posts = [...new Set([...bound, ...here])].filter((post) => held.get(post))
    return { rows: posts.map((post) => named(held, post)) }
  },
})

const problems = answer(listProblems, {
  permission: 'visits.problems',
  async run(ctx, { place, state, mine, limit, cursor }) {
    const found = await problemsIn(ctx.tx, ctx.scope, {
      place: place ?? ctx.actor.place ?? '',
      state,
      mine,
      limit: limit + 1,
      after: readCursor(cursor, 2),
    })
    const { rows, next } = pageOf(found, limit, ({ foundAt, id }) => [foundAt, id])
    const posts = await withFormer(
      ctx.tx,
      await roster(ctx.platform),
      rows.flatMap(({ owner, foundPost }) => [owner, foundPost]),
    )
    const tree = await placeTree(ctx.platform)
    return {
      rows: rows.map(({ foundPost, owner, ...row }) => ({
        ...row,
        id: row.id as never,
        outing: row.outing as never,
        placeName: tree.shortName(row.place),
        foundBy: who(posts, foundPost),
        owner: named(posts, owner),
        late: row.state === 'open' && row.due < dayOf(ctx.now),
        can: canOf(ctx, { foundPost, owner, ...row }),
      })),
      next,
    }
  },
})

function canOf(ctx: Pick<AskContext, 'actor' | 'reaches'>, row: ProblemRow): Problem['can'] {
  const judges = ctx.reaches('visits.judgeProblem')
  const mine = row.owner === ctx.actor.post
  const second =
    !mine && (row.foundPost === ctx.actor.post || (judges && row.place >= judges.lo && row.place < judges.hi))
  if (row.state === 'open') return mine ? ['answer'] : []
  return row.state === 'answered' && second ? ['accept', 'return'] : []
}

export const dayAnswers = [fieldDays, meetings, outings, teamOf, problems]
