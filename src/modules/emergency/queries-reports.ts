import { answer, type AskContext } from '#kernel/ask.ts'
import { covers } from '#kernel/authorise.ts'
import { instant } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import type { z } from 'zod'
import { levelOf } from '#modules/places/contract.ts'
import { type ReportNode, situation, trend } from './contract-reports.ts'
import { reportsOf, type Reports } from './reporting.ts'
import { type Sums, sumOf } from './rules.ts'
import { isInForce } from './store.ts'
import { fixedOver, isApproved, type Report, reportsAt } from './store-reports.ts'

type Node = z.infer<typeof ReportNode>
type Seen = { reports: Reports; no: number; all: ReadonlyMap<string, Report>; aboveFixed: boolean }

/** The node that was asked for, or that of the acting post: within the activation and within what he reaches. */
function nodeOf(ctx: AskContext, reports: Reports, place: string | undefined): string {
  const own = ctx.actor.place ?? ''
  const wanted = place ?? (reports.isNode(own) ? own : reports.a.place)
  if (!reports.isNode(wanted)) refuse('not_found', { problems: [{ path: 'place', problem: 'no_node' }] })
  return covers(ctx.scope, { place: wanted }) ? wanted : refuse('forbidden', { place: wanted })
}

const round = answer(situation, {
  permission: 'emergency.situation',
  async run(ctx, { activation, place, no }) {
    const reports = await reportsOf(ctx, activation)
    const node = nodeOf(ctx, reports, place)
    const which = Math.min(no ?? reports.last, reports.last)
    const children = reports.childrenOf(node)
    const grand = children.flatMap((child) => reports.childrenOf(child))
    const all = await reportsAt(ctx.tx, { activation, no: which }, [node, ...children, ...grand])
    const above = reports.above(node)
    const seen: Seen = {
      reports,
      no: which,
      all: new Map(all.map((one) => [one.place, one])),
      aboveFixed: above !== undefined && (await isApproved(ctx.tx, { activation, no: which }, above)),
    }
    const before = which > 1 ? await reportsAt(ctx.tx, { activation, no: which - 1 }, [node]) : []
    const shown = shownNode(ctx, seen, node)
    const nodeFixed = shown.state === 'approved'
    return {
      no: which,
      last: reports.last,
      dueAt: instant(reports.dueAt(which)),
      figures: reports.asks.figures,
      node: shown,
      children: children.map((child) => shownNode(ctx, { ...seen, aboveFixed: nodeFixed }, child)),
      before: before[0]?.figures ?? null,
    }
  },
})

function shownNode(ctx: AskContext, { reports, no, all, aboveFixed }: Seen, place: string): Node {
  const own = all.get(place)
  const children = reports.childrenOf(place)
  const fixed = children.flatMap((child) => (all.get(child)?.state === 'approved' ? [all.get(child)] : []))
  const sofar: Sums = own?.figures ?? sumOf([own?.own ?? {}, ...fixed.map((one) => one?.figures ?? {})])
  return {
    place,
    placeName: reports.tree.nameOf(place),
    level: levelOf(place),
    state: own?.state ?? 'open',
    figures: sofar,
    own: own?.own ?? {},
    remark: own?.remark ?? '',
    toldAt: own?.toldAt ?? null,
    approvedAt: own?.approvedAt ?? null,
    late: own?.late ?? ctx.now > reports.dueAt(no),
    whyReturned: own?.whyReturned ?? null,
    without: (own?.without ?? []).map((one) => ({ ...one, placeName: reports.tree.nameOf(one.place) })),
    children: { all: children.length, approved: fixed.length },
    can: canOf(ctx, reports, { place, state: own?.state ?? 'open', aboveFixed }),
  }
}

type At = { place: string; state: Node['state']; aboveFixed: boolean }
function canOf(ctx: AskContext, reports: Reports, { place, state, aboveFixed }: At): Node['can'] {
  if (!isInForce(reports.a, ctx.now) || aboveFixed) return []
  const may = (permission: string, at: string): boolean => {
    const scope = ctx.reaches(permission)
    return scope !== undefined && covers(scope, { place: at })
  }
  if (state === 'approved') return may('emergency.approve', reports.above(place) ?? place) ? ['giveBack'] : []
  return [
    ...(may('emergency.tell', place) ? (['tell'] as const) : []),
    ...(may('emergency.approve', place) ? (['approve'] as const) : []),
  ]
}

const curve = answer(trend, {
  permission: 'emergency.situation',
  async run(ctx, { activation, place, figure }) {
    const reports = await reportsOf(ctx, activation)
    const node = nodeOf(ctx, reports, place)
    const children = reports.childrenOf(node)
    const fixed = await fixedOver(ctx.tx, activation, [node, ...children])
    const valueAt = (at: string, no: number): number | null =>
      fixed.find((one) => one.place === at && one.no === no)?.figures[figure] ?? null
    return {
      rows: Array.from({ length: reports.last }, (_, i) => ({
        no: i + 1,
        dueAt: instant(reports.dueAt(i + 1)),
        value: valueAt(node, i + 1),
      })),
      places: children.map((child) => ({
        place: child,
        placeName: reports.tree.nameOf(child),
        value: lastOf(fixed, child, figure),
      })),
    }
  },
})

/** The newest that a place has fixed. */
const lastOf = (fixed: readonly { place: string; figures: Sums }[], place: string, figure: string): number | null =>
  fixed.findLast((one) => one.place === place)?.figures[figure] ?? null

export const reportAnswers = [round, curve]
