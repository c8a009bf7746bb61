import { refuse } from '#kernel/errors.ts'
import { type CommandContext, handler } from '#kernel/pipeline.ts'
import { approve, giveBack, reported, tell } from './contract-reports.ts'
import { reportsOf, type Reports } from './reporting.ts'
import { type Sums, sumOf } from './rules.ts'
import { isInForce } from './store.ts'
import {
  isApproved,
  lockReport,
  type Report,
  reportsAt,
  saveApproved,
  saveReturned,
  saveTold,
} from './store-reports.ts'

type Which = { activation: string; place: string; no: number }
const told = (ctx: CommandContext, { activation: id, place, no }: Which): void =>
  ctx.emit(reported, id, place, { id, place, no })
type Loaded = { reports: Reports; report: Report | undefined }
const problem = (path: string, text: string) => ({ problems: [{ path, problem: text }] })

async function load(ctx: CommandContext, { activation, place, no }: Which): Promise<Loaded> {
  const reports = await reportsOf(ctx, activation)
  if (!isInForce(reports.a, ctx.now)) refuse('conflict', { state: reports.a.state })
  if (!reports.isNode(place)) refuse('not_found', problem('place', 'no_node'))
  if (no > reports.last) refuse('too_soon', { no: reports.last })
  return { reports, report: await lockReport(ctx.tx, { activation, no }, place) }
}
/** What the node above has summed up stays as it is until that is given back. */
async function demandUnlocked(ctx: CommandContext, reports: Reports, { activation, place, no }: Which): Promise<void> {
  const above = reports.above(place)
  if (above && (await isApproved(ctx.tx, { activation, no }, above))) refuse('conflict', { approved: above })
}

const say = handler(tell, {
  load,
  allow: { permission: 'emergency.tell', where: ({ reports }, { place }) => ({ place, subject: reports.a.id }) },
  async handle(ctx, input, { reports, report }) {
    const { activation, place, no, figures, remark } = input
    if (report?.state === 'approved') refuse('already', { state: report.state })
    await demandUnlocked(ctx, reports, input)
    const asked = new Set(reports.asks.figures.map(({ key }) => key))
    const unknown = Object.keys(figures).find((key) => !asked.has(key))
    if (unknown) refuse('invalid', problem(`figures.${unknown}`, 'not_asked'))
    const late = ctx.now > reports.dueAt(no)
    await saveTold(ctx.tx, { activation, place, no, own: figures, remark, by: ctx.actor.person, now: ctx.now, late })
    told(ctx, input)
    return { state: 'told' as const, late }
  },
})

const fix = handler(approve, {
  load,
  allow: { permission: 'emergency.approve', where: ({ reports }, { place }) => ({ place, subject: reports.a.id }) },
  async handle(ctx, input, { reports, report }) {
    const { activation, place, no, without } = input
    if (report?.state === 'approved') refuse('already', { state: report.state })
    await demandUnlocked(ctx, reports, input)
    const children = reports.childrenOf(place)
    const below = await reportsAt(ctx.tx, { activation, no }, children)
    const fixed = new Map(below.filter(({ state }) => state === 'approved').map((one) => [one.place, one]))
    const excused = new Set(without.map((one) => one.place))
    const missing = children.filter((child) => !fixed.has(child) && !excused.has(child))
    if (missing.length > 0) refuse('left_without', { missing: missing.slice(0, 50), count: missing.length })
    if (children.length === 0 && report === undefined) refuse('left_without', { missing: [place], count: 1 })
    const sums = [...fixed.values()].map(({ figures }) => figures ?? {})
    const figures: Sums = sumOf([report?.own ?? {}, ...sums])
    const late = ctx.now > reports.dueAt(no)
    const named = without.filter((one) => children.includes(one.place) && !fixed.has(one.place))
    await saveApproved(ctx.tx, {
      activation,
      place,
      no,
      figures,
      without: named,
      by: ctx.actor.person,
      now: ctx.now,
      late,
    })
    told(ctx, input)
    return { figures, late }
  },
})

const back = handler(giveBack, {
  load,
  // The node above decides; at the top the command itself.
  allow: {
    permission: 'emergency.approve',
    where: ({ reports }, { place }) => ({ place: reports.above(place) ?? place, subject: reports.a.id }),
  },
  async handle(ctx, input, { reports, report }) {
    if (report?.state !== 'approved') refuse('conflict', { state: report?.state ?? 'open' })
    await demandUnlocked(ctx, reports, input)
    await saveReturned(ctx.tx, input)
    told(ctx, input)
    return { state: 'returned' as const }
  },
})

export const reportHandlers = [say, fix, back]
