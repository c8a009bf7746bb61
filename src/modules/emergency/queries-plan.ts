import { z } from 'zod'
import { answer, type AskContext } from '#kernel/ask.ts'
import { covers } from '#kernel/authorise.ts'
import { type Day, DAY_MS, dayOf, HOUR_MS, instant, startOfDay } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { placeTree, type Tree } from '#modules/places/api.ts'
import { type LevelPlan, listLevers, listPlaybooks, preview, type Response, tryOnPast } from './contract-playbooks.ts'
import { type Changes, changesOf, demandPlaybook, isCapability, leversOf, playbooks } from './playbook-index.ts'
import { countByRole, type Worked, workOut } from './planning.ts'
import { nodeAbove, touches, trimArea } from './rules.ts'
import { type Past, pastCases, pastNotices, pastOrders } from './store-past.ts'
import { readLive } from './store.ts'

const MOST_DAYS = 92

const list = answer(listPlaybooks, {
  permission: 'emergency.playbooks',
  async run(ctx, { kind, history }) {
    const index = await playbooks(ctx.platform)
    const rows = history ? index.all() : index.inForce(dayOf(ctx.now))
    return { rows: rows.filter((one) => kind === undefined || one.kind === kind) }
  },
})

const levers = answer(listLevers, {
  permission: 'emergency.playbooks',
  run: (ctx) =>
    Promise.resolve({
      rows: [...leversOf(ctx.platform).values()].map((one) => ({
        lever: one.name,
        doc: one.doc,
        usual: one.usual as never,
        capability: isCapability(one),
        shape: z.toJSONSchema(one.shape) as never,
      })),
    }),
})

type Asked = { playbook: string; level: Response; area: readonly string[] }
async function planned(ctx: AskContext, { playbook, level, area }: Asked) {
  const tree = await placeTree(ctx.platform)
  const trimmed = trimArea(area)
  trimmed.forEach(
    (code, at) =>
      tree.get(code) ?? refuse('not_found', { problems: [{ path: `area.${at}`, problem: 'unknown_place' }] }),
  )
  const place = nodeAbove(trimmed)
  if (!covers(ctx.scope, { place })) refuse('forbidden', { place })
  const book = await demandPlaybook(ctx.platform, playbook, ctx.now)
  return { tree, area: trimmed, place, book, plan: book.levels[level] }
}

const shownChange = ({ lever, value, why }: Changes['levers'][number]) => ({
  lever: lever.name,
  doc: lever.doc,
  usual: lever.usual as never,
  value: value as never,
  why,
})

const FIRST = 100
const shownWork = (worked: Worked, plan: LevelPlan, tree: Tree) => ({
  seats: plan.seats.map((seat) => ({
    title: seat.title,
    group: seat.group,
    role: seat.role,
    count: worked.seats.filter((one) => one.seat === seat).length,
  })),
  vacant: worked.vacant
    .slice(0, FIRST)
    .map(({ seat, place }) => ({ title: seat.title, place, placeName: tree.shortName(place) })),
  bonds: plan.bonds.map((raise) => ({
    kind: raise.kind,
    count: worked.bonds.filter((one) => one.raise === raise).length,
    without: worked.without.get(raise.kind) ?? 0,
  })),
})

const look = answer(preview, {
  permission: 'emergency.plan',
  async run(ctx, input) {
    const { tree, area, place, book, plan } = await planned(ctx, input)
    const { levers, opens, missing } = changesOf(ctx.platform, plan)
    const worked = await workOut(ctx.platform, ctx.tx, area, plan)
    const live = await readLive(ctx.tx, ctx.now)
    const clashes = live.filter((one) => one.drill === input.drill && one.area.some((code) => touches(area, code)))
    return {
      playbook: book.code,
      version: book.version,
      place,
      authority: input.drill ? [] : plan.authority,
      levers: input.drill ? [] : levers.map(shownChange),
      opens: opens.map(({ name, doc }) => ({ lever: name, doc })),
      missing,
      ...shownWork(worked, plan, tree),
      told: countByRole(worked.told),
      places: tree.all().filter(({ code }) => area.some((root) => code.startsWith(root))).length,
      reports: plan.reports,
      clashes: clashes.map(({ number, kind, level }) => ({ number, kind, level })),
    }
  },
})

const past = answer(tryOnPast, {
  permission: 'emergency.plan',
  async run(ctx, { from, until, ...asked }) {
    demandSpan(from, until, dayOf(ctx.now))
    const { area, plan } = await planned(ctx, asked)
    const span: Past = { area, from: instant(startOfDay(from)), until: instant(startOfDay(until)) }
    const met = await meetings(ctx, span)
    const worked = await workOut(ctx.platform, ctx.tx, area, plan)
    const { levers } = changesOf(ctx.platform, plan)
    return {
      cases: met.cases.all,
      notices: met.notices,
      orders: met.orders,
      rows: levers.map((one) => ({ ...shownChange(one), ...meets(one.lever.name, one.lever.usual, met) })),
      posts: worked.seats.length,
      bonds: worked.bonds.length,
      reportsDue: Math.floor((startOfDay(until) - startOfDay(from)) / (plan.reports.everyHours * HOUR_MS)),
    }
  },
})

function demandSpan(from: Day, until: Day, today: Day): void {
  const days = (startOfDay(until) - startOfDay(from)) / DAY_MS
  if (days < 1 || days > MOST_DAYS || from >= today)
    refuse('invalid', { problems: [{ path: 'until', problem: 'no_such_time' }] })
}

type Met = {
  cases: { all: number; asked: number }
  hours: { hour: number; all: number; calm: number }[]
  notices: number
  orders: number
}
async function meetings(ctx: AskContext, span: Past): Promise<Met> {
  const hours = await pastNotices(ctx.tx, span)
  return {
    cases: await pastCases(ctx.tx, span),
    hours,
    notices: hours.reduce((sum, { all }) => sum + all, 0),
    orders: await pastOrders(ctx.tx, span),
  }
}

type Meeting = { touched: number | null; of: number | null; what: 'cases' | 'notices' | 'orders' | 'none' }
/** How many matters of that time a lever decided about. Of a lever that is not here nothing is claimed. */
function meets(lever: string, usual: unknown, met: Met): Meeting {
  if (lever === 'cases.hoursToConfirm') return { touched: met.cases.asked, of: met.cases.all, what: 'cases' }
  if (lever === 'orders.minutesPerGridDay') return { touched: met.orders, of: met.orders, what: 'orders' }
  if (lever === 'notices.quietHours') {
    const { from, to } = usual as { from: number; to: number }
    const quiet = (hour: number): boolean => (from <= to ? hour >= from && hour < to : hour >= from || hour < to)
    const waited = met.hours.filter(({ hour }) => quiet(hour)).reduce((sum, { calm }) => sum + calm, 0)
    return { touched: waited, of: met.notices, what: 'notices' }
  }
  return { touched: null, of: null, what: 'none' }
}

export const planAnswers = [list, levers, look, past]
