import { answer, type AskContext } from '#kernel/ask.ts'
import { instant } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { followCase, myReport, myReports, type PublicCase } from './contract.ts'
import { deadlineOf } from './course.ts'
import { calendarOf } from './present.ts'
import { cursorFrom } from './queries-list.ts'
import { fileView, stepView, thenOf } from './queries-one.ts'
import { cityOf, type City, deskName } from './routing.ts'
import { numberFrom } from './rules.ts'
import { type Case, findCase } from './store.ts'
import { filesOf, stepsOf } from './store-parts.ts'
import { findByNumber, ofReporter } from './store-list.ts'

/** Internal doings that tell the reporter nothing. */
const HIDDEN = ['comment', 'warn', 'absorb']

type Head = Omit<PublicCase, 'steps' | 'files' | 'description'>

function headOf(city: City, c: Case, into: string | null): Head {
  const due = deadlineOf(c.course, calendarOf(c.course.calendar))
  const at = (ms: number | null) => (ms === null ? null : instant(ms))
  return {
    id: c.id as never,
    number: c.number,
    kindName: city.duties.get(c.kind)?.name ?? { zh: c.kind },
    title: c.title,
    placeName: city.tree.shortName(c.place),
    state: c.course.state,
    desk: deskName(city, c.course),
    receivedAt: instant(c.course.receivedAt),
    promisedAt: at(c.course.promisedAt),
    dueAt: at(due),
    late: c.course.late,
    reopened: c.course.reopened,
    publicAnswer: c.course.publicAnswer,
    windowEndsAt: at(c.course.windowEndsAt),
    mergedInto: into,
    can: actionsOf(c),
  }
}

function actionsOf(c: Case): PublicCase['can'] {
  const { state } = c.course
  if (state === 'confirming') return ['confirm', 'reopen']
  if (state === 'silent' || state === 'claimed' || state === 'declined') return ['reopen']
  return ['received', 'assigned', 'handling', 'paused', 'verifying'].includes(state) ? ['withdraw'] : []
}

async function publicView(ctx: AskContext, c: Case): Promise<PublicCase> {
  const [city, steps, files] = await Promise.all([cityOf(ctx.platform), stepsOf(ctx.tx, c.id), filesOf(ctx.tx, c.id)])
  const shown = steps.filter((s) => !HIDDEN.includes(s.action))
  const then = await thenOf(ctx, city, shown)
  return {
    ...headOf(city, c, await numberOf(ctx, c.course.mergedInto)),
    description: c.description,
    steps: shown.map((s) => stepView(then, s, 'public')),
    files: files.filter((f) => f.public).map(fileView),
  }
}

/** The number of the case that goes on; the reporter of the merged one follows that. */
const numberOf = async (ctx: AskContext, id: string | null): Promise<string | null> =>
  id ? ((await findCase(ctx.tx, id))?.number ?? null) : null

export const follow = answer(followCase, {
  permission: 'cases.follow',
  secret: (input) => input.secret,
  async run(ctx, input) {
    const found = await findByNumber(ctx.tx, numberFrom(input.number))
    // Wrong number and wrong secret look alike.
    return publicView(ctx, found && found.token === ctx.scope.token ? found : refuse('not_found'))
  },
})

export const mineOne = answer(myReport, {
  permission: 'cases.mine',
  async run(ctx, input) {
    const found = await findCase(ctx.tx, input.id)
    return publicView(ctx, found && found.reporter === ctx.actor.person ? found : refuse('not_found'))
  },
})

export const mine = answer(myReports, {
  permission: 'cases.mine',
  async run(ctx, input) {
    const city = await cityOf(ctx.platform)
    const found = await ofReporter(ctx.tx, ctx.actor.person ?? '', input.limit + 1, cursorFrom(input.cursor))
    const last = found.length > input.limit ? found[input.limit - 1] : undefined
    return {
      rows: found.slice(0, input.limit).map((c) => headOf(city, c, null)),
      next: last ? `${instant(last.course.receivedAt)}_${last.id}` : null,
    }
  },
})
