import { answer, type AskContext } from '#kernel/ask.ts'
import { covers } from '#kernel/authorise.ts'
import { instant } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { contactOf, maskName, maskPhone } from '#modules/people/api.ts'
import { withFormer } from '#modules/posts/api.ts'
import { type CaseView, getCase, getContact, type StepView } from './contract.ts'
import { clockViews, rowOf } from './present.ts'
import { cityOf, type City, deskName } from './routing.ts'
import { deskAt, isAbove, levelAbove } from './rules.ts'
import { type Case, findCase } from './store.ts'
import { type StoredFile, type StoredStep } from './store-parts.ts'
import { findWhole, type WholeCase } from './store-whole.ts'
import { viewerOf } from './queries-list.ts'
import { LEVELS } from '#modules/places/contract.ts'

const BY_SYSTEM = { name: null, title: null, organ: null }

/** One step for a reader; the public sees no internal notes and offices instead of persons. */
export function stepView(city: City, s: StoredStep, shown: 'staff' | 'public'): StepView {
  const holder = s.byPost ? city.roster.get(s.byPost) : undefined
  const organ =
    (s.byOrgan ? city.organs.get(s.byOrgan)?.name.zh : undefined) ?? (holder ? city.tree.nameOf(holder.place) : null)
  const to = s.assignee ? city.roster.get(s.assignee) : undefined
  const target = to
    ? shown === 'staff'
      ? `${to.name} · ${to.title}`
      : `${city.tree.nameOf(to.place)} · ${to.title}`
    : deskName(city, s)
  const author = s.byPost
    ? { name: shown === 'staff' ? (holder?.name ?? null) : null, title: holder?.title ?? null, organ }
    : s.byPerson || s.action === 'report'
      ? BY_SYSTEM
      : null
  return {
    no: s.no,
    at: instant(s.at),
    action: s.action,
    state: s.state,
    level: s.level,
    by: author,
    to: target,
    reason: s.reason,
    note: shown === 'staff' ? s.note : s.byPerson && !s.byPost ? s.note : null,
    answer: s.answer,
    files: s.facts.files ?? [],
    cc: (s.facts.cc ?? []).map((code) => city.tree.nameOf(code)),
  }
}

/** The city with those who took the steps then, also when they hold those posts no more. */
export const thenOf = async (ctx: AskContext, city: City, steps: readonly StoredStep[]): Promise<City> => ({
  ...city,
  roster: await withFormer(
    ctx.tx,
    city.roster,
    steps.flatMap((s) => [s.byPost, s.assignee]),
  ),
})

export const fileView = (f: StoredFile) => ({
  id: f.id as never,
  url: `/api/files/${f.id}`,
  thumb: `/api/files/${f.id}/thumb`,
  width: f.width,
  height: f.height,
  step: f.step,
  public: f.public,
})

const at = (ms: number | null): string | null => (ms === null ? null : instant(ms))

/** The rule that row-level security repeats; the reporter counts where the glass was broken for him. */
const inReach = (ctx: AskContext, c: Case | undefined): Case | undefined =>
  c && covers(ctx.scope, { place: c.place, organ: c.course.organ, person: ctx.glass ? c.reporter : null })
    ? c
    : undefined

export const get = answer(getCase, {
  permission: 'cases.read',
  purpose: 'case_handling',
  async run(ctx, input) {
    const [city, whole] = await Promise.all([cityOf(ctx.platform), findWhole(ctx.tx, input.id)])
    const { steps, files, absorbed, contact: known } = whole ?? refuse('not_found')
    const c = inReach(ctx, whole?.found) ?? refuse('not_found')
    const into = c.course.mergedInto ? await findCase(ctx.tx, c.course.mergedInto) : undefined
    const then = await thenOf(ctx, city, steps)
    ctx.saw([c.reporter], { subject: c.id, place: c.place, fields: 'report' })
    return {
      ...rowOf(city, viewerOf(ctx), c),
      ...bodyOf(city, c),
      reporter: reporterOf(c, known),
      mergedInto: into && inReach(ctx, into) ? { id: into.id as never, number: into.number } : null,
      absorbed: absorbed.map(({ id, number }) => ({ id: id as never, number })),
      clocks: clockViews(c, ctx.now),
      steps: steps.map((s) => stepView(then, s, 'staff')),
      files: files.map(fileView),
      targets: targetsOf(city, c),
    }
  },
})

/** Masked in the ordinary view; `cases.contact` shows them in full for a stated reason. */
function reporterOf(c: Case, known: WholeCase['contact']): CaseView['reporter'] {
  const name = known?.name ?? c.reporterName
  if (!known && !name) return c.confirmable ? { name: null, phone: null, account: false } : null
  return {
    name: name ? maskName(name) : null,
    phone: known?.phone ? maskPhone(known.phone) : null,
    account: c.reporter !== null,
  }
}

function bodyOf(city: City, c: Case) {
  const duty = city.duties.get(c.kind)
  const line = duty?.line ?? ''
  return {
    description: c.description,
    address: c.address,
    path: city.tree.path(c.place),
    accuracyM: c.accuracyM,
    insideGrid: c.insideGrid,
    lead: { level: duty?.leadLevel ?? 'grid', line, lineName: duty?.lineName ?? { zh: line } },
    stopLevel: duty?.stopLevel ?? 'city',
    evidence: duty?.evidence ?? 'text',
    promisedAt: at(c.course.promisedAt),
    pausedUntil: at(c.course.pausedUntil),
    publicAnswer: c.course.publicAnswer,
    calendar: c.course.calendar,
    windowEndsAt: at(c.course.windowEndsAt),
  } satisfies Partial<CaseView>
}

function targetsOf(city: City, c: Case): CaseView['targets'] {
  const { desk, level } = c.course
  const stop = city.duties.get(c.kind)?.stopLevel ?? 'city'
  const higher = LEVELS.filter((one) => isAbove(one, level) && !isAbove(one, stop)).map((one) => ({
    level: one,
    name: city.tree.nameOf(deskAt(c.place, one)),
  }))
  const climb = higher.find((one) => one.level === levelAbove(level)) ?? null
  const below = city.tree.path(c.place).filter(({ code }) => code.length > desk.length)
  const holders = [
    ...city.roster.at(desk),
    ...below.flatMap(({ code }) => city.roster.at(code)),
    ...(c.course.organ ? city.roster.ofOrgan(c.course.organ) : []),
  ]
  const posts = [...new Map(holders.map((h) => [h.post, h])).values()]
    .filter((h) => ASSIGNABLE.includes(h.role))
    .slice(0, 60)
  return {
    posts: posts.map((h) => ({
      id: h.post as never,
      name: h.name,
      title: `${city.tree.nameOf(h.place)} · ${h.title}`,
    })),
    organs: city.organs.at(desk).map((o) => ({ id: o.id, name: o.name.zh, line: o.line })),
    climb,
    skip: higher.filter((one) => one.level !== climb?.level),
    down: below.map(({ code, name }) => ({ code, name })),
  }
}
const ASSIGNABLE = [
  'grid_worker',
  'village_cadre',
  'township_room',
  'department_officer',
  'county_command',
  'city_command',
]

export const contact = answer(getContact, {
  permission: 'cases.contact',
  purpose: 'case_contact',
  async run(ctx, input) {
    const c = inReach(ctx, await findCase(ctx.tx, input.id)) ?? refuse('not_found')
    const known = c.reporter ? await contactOf(ctx.tx, c.reporter) : undefined
    ctx.saw([c.reporter], { subject: c.id, place: c.place, fields: 'name, phone', reason: input.reason })
    return { name: known?.name ?? c.reporterName, phone: known?.phone ?? null }
  },
})
