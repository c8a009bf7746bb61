import { addWorkSeconds, statutoryCalendar } from '#kernel/calendar.ts'
import { DAY_MS, dayOf, HOUR_MS } from '#kernel/clock.ts'
import type { Duty } from '#modules/duties/contract.ts'
import { type City, routeAt, routeNew } from '#modules/cases/routing.ts'
import { caseNumber, levelAbove, returnLevel } from '#modules/cases/rules.ts'
import { ancestorAt } from '#modules/places/contract.ts'
import type { Step } from '#modules/cases/course.ts'
import type { PastCase } from '#modules/cases/store-seed.ts'
import { type Life, startLife } from './life.ts'
import type { Random } from './random.ts'
import type { Sort, Stories } from './stories.ts'

/**
 * Past cases, simulated: the same routing, life cycle and clocks as live ones, so that what the demo shows (late, bounced,
 * reopened, silent) came about by the rules. Delays are drawn as shares of each limit; one seed gives one past.
 */
export type Past = {
  city: City
  grids: readonly { code: string; lon: number; lat: number }[]
  reporters: readonly string[]
  stories: Stories
  draw: Random
  now: number
  days: number
  count: number
  id: (at: number) => string
  token: (id: string) => string
}

/** Street matters are many, complaints about officials few. */
const CLASS_WEIGHTS: Record<string, number> = { '02': 3, '04': 5, '05': 5, '06': 3, '13': 0.5, '14': 0.5 }
const CHANNELS = [
  ['town', 34],
  ['field', 26],
  ['phone', 16],
  ['patrol', 12],
  ['hotline', 7],
  ['tuesday', 3],
  ['paper', 2],
] as const

export function* pastCases(p: Past): Generator<PastCase> {
  const duties = p.city.duties.on(dayOf(p.now)).filter((duty) => !duty.restricted)
  const weighted = duties.map((duty) => [duty, CLASS_WEIGHTS[duty.class] ?? 1.5] as const)
  const times = Array.from({ length: p.count }, () => receivedAt(p)).sort((a, b) => a - b)
  for (const [i, at] of times.entries()) yield lived(p, p.draw.weighted(weighted), at, i + 1)
}

const BUSY: readonly (readonly [untilHour: number, share: number])[] = [
  [6, 0.04],
  [8, 0.3],
  [12, 1],
  [14, 0.5],
  [18, 0.9],
  [22, 0.4],
  [24, 0.1],
]

/** Mornings and afternoons are busy, weekends quieter. */
function receivedAt(p: Past): number {
  for (;;) {
    const at = p.now - Math.floor(p.draw.next() ** 1.08 * p.days * DAY_MS)
    const hour = Math.floor(((at + 8 * HOUR_MS) % DAY_MS) / HOUR_MS)
    const busy = BUSY.find(([until]) => hour < until)?.[1] ?? 1
    const isWeekend = [3, 2].includes(Math.floor((at + 8 * HOUR_MS) / DAY_MS) % 7)
    if (p.draw.chance(busy * (isWeekend ? 0.6 : 1))) return at
  }
}

type Story = Record<
  'title' | 'description' | 'address' | 'note' | 'answer' | 'climb' | 'reopen' | 'comment' | 'sendBack' | 'pause',
  string
>

function storyOf(p: Past, duty: Duty, grid: string): Story {
  const village = p.city.tree.get(grid.slice(0, 12))
  const { title, text, address } = p.stories.tell(p.draw, duty.code, {
    village: village?.name ?? '',
    kind: village?.kind ?? 'village',
  })
  const say = (sort: Sort, key = 'any'): string => p.stories.say(p.draw, sort, key)
  return {
    title,
    description: text,
    address,
    note: say('note', duty.class),
    answer: say('answer', duty.class),
    climb: say('climb'),
    reopen: say('reopen'),
    comment: say('comment'),
    sendBack: say('sendBack', 'not_ours'),
    pause: say('pause', 'waiting_for_materials'),
  }
}

function lived(p: Past, duty: Duty, at: number, n: number): PastCase {
  const grid = p.draw.pick(p.grids)
  const channel = p.draw.weighted(CHANNELS)
  const { title, description, address, ...words } = storyOf(p, duty, grid.code)
  const confirmable = channel !== 'field' && channel !== 'patrol'
  const reporter = confirmable && p.draw.chance(0.55) ? p.draw.pick(p.reporters) : null
  const desk = routeNew(p.city, duty, grid.code)
  const life = startLife(reportOf(duty, at, { ...desk, byPerson: reporter }), p.now)
  if (desk.assignee || desk.organ) life.take(at, 'assign', desk)
  go({ p, life, duty, place: grid.code, words, confirmable })
  life.tickUntil(p.now)
  const facts = {
    title,
    description,
    address,
    channel,
    confirmable,
    reporter,
    ...spotOf(p, grid),
    ...namesOf(p, at, n),
    ...kindOf(duty),
  }
  return { facts, steps: life.steps, states: life.states, course: life.course }
}

function reportOf(duty: Duty, at: number, { level, desk, byPerson }: Pick<Step, 'level' | 'desk' | 'byPerson'>): Step {
  const unit = duty.urgent ? 'natural' : 'work'
  const limits = {
    unit,
    accept: duty.acceptHours,
    handle: duty.handleHours,
    verify: duty.verifyHours,
    calendar: statutoryCalendar.version,
  } as const
  const nobody = { organ: null, assignee: null, byPost: null, byOrgan: null, reason: null, note: null, answer: null }
  return { no: 1, at, action: 'report', level, desk, byPerson, ...nobody, facts: { limits } }
}

function namesOf(p: Past, at: number, n: number) {
  const id = p.id(at)
  return { id, number: caseNumber(Number(dayOf(at).slice(0, 4)), n), token: p.token(id), reporterName: null }
}

const kindOf = (duty: Duty) => ({
  kind: duty.code,
  class: duty.class,
  dutyVersion: duty.version,
  urgent: duty.urgent,
  restricted: duty.restricted,
})

/** Somewhere near the middle of the grid. */
function spotOf(p: Past, grid: Past['grids'][number]) {
  const near = (degrees: number) => degrees + (p.draw.next() - 0.5) * 0.006
  const where = { lon: near(grid.lon), lat: near(grid.lat), accuracyM: p.draw.int(5, 65), crs: 'wgs84' }
  return { town: grid.code.slice(0, 9), place: grid.code, insideGrid: true, ...where }
}

type Going = {
  p: Past
  life: Life
  duty: Duty
  place: string
  words: Omit<Story, 'title' | 'description' | 'address'>
  confirmable: boolean
}

/** One life from the first desk to the reporter's answer; stops where the present begins. */
function go(g: Going): void {
  const { p, life, duty } = g
  if (!settle(g)) return
  if (p.draw.chance(0.045) && !bounce(g)) return
  if (!accept(g)) return
  for (const chance of [0.16, 0.22, 0.12]) {
    const above = levelAbove(life.course.level)
    if (!above || !p.draw.chance(chance) || above === duty.stopLevel) break
    if (!climb(g)) return
  }
  if (p.draw.chance(0.02) && !pause(g)) return
  solve(g, 0)
}

/** Most are quick; a few take longer than the limit allows. */
const share = ({ p }: Going): number =>
  p.draw.chance(0.982) ? 0.04 + 0.85 * p.draw.next() ** 1.9 : 1 + p.draw.next() * 1.4
const when = (g: Going, part: number): number => g.life.when(part, g.p.draw.int(30_000, 270_000))

/** Whoever has the case at this moment. */
function holder({ p, life }: Going) {
  const { assignee, organ, desk } = life.course
  const found =
    (assignee ? p.city.roster.get(assignee) : undefined) ??
    (organ ? p.city.roster.ofOrgan(organ)[0] : p.city.roster.at(desk)[0])
  return { byPost: found?.post ?? null, byPerson: found?.person ?? null, byOrgan: found?.organ ?? null }
}

/** A case that waits at an office is assigned by it to one of its people. */
function settle(g: Going): boolean {
  const { p, life, place } = g
  const { state, level, desk, organ } = life.course
  if (state !== 'received') return true
  const people = organ ? p.city.roster.ofOrgan(organ) : p.city.roster.at(desk)
  const chosen = people.length > 0 ? p.draw.pick(people) : p.city.roster.at(place.slice(0, 9))[0]
  return (
    chosen !== undefined &&
    life.take(when(g, share(g) * 0.4), 'assign', { ...holder(g), level, desk, organ, assignee: chosen.post })
  )
}

function accept(g: Going): boolean {
  const by = holder(g)
  return g.life.take(when(g, share(g)), 'accept', { ...by, assignee: by.byPost ?? g.life.course.assignee })
}

function bounce(g: Going): boolean {
  const level = returnLevel(g.life.course.level)
  const back = {
    level,
    desk: ancestorAt(g.place, level),
    organ: null,
    assignee: null,
    reason: 'not_ours',
    note: g.words.sendBack,
  }
  return g.life.take(when(g, share(g)), 'sendBack', { ...holder(g), ...back }) && settle(g)
}

function climb(g: Going): boolean {
  const level = levelAbove(g.life.course.level)
  if (!level) return true
  const desk = routeAt(g.p.city, g.duty, g.place, level)
  const at = when(g, 0.1 + 0.3 * g.p.draw.next())
  if (
    !g.life.take(at, 'climb', {
      ...holder(g),
      level,
      desk: desk.desk,
      organ: null,
      assignee: null,
      reason: g.words.climb,
    })
  )
    return false
  if (desk.assignee || desk.organ) g.life.take(at, 'assign', desk)
  return settle(g) && accept(g)
}

function pause(g: Going): boolean {
  const at = when(g, 0.3)
  const until = addWorkSeconds(statutoryCalendar, at, g.p.draw.int(1, 6) * 8 * 3600)
  if (
    !g.life.take(at, 'pause', { ...holder(g), reason: 'waiting_for_materials', note: g.words.pause, facts: { until } })
  )
    return false
  // The sweep ends the pause by itself.
  g.life.tickUntil(Math.min(until, g.p.now))
  return until <= g.p.now
}

const handled = (g: Going, part: number): boolean =>
  g.life.take(when(g, part), 'handle', { ...holder(g), note: g.words.note, answer: g.words.answer })

function solve(g: Going, round: number): void {
  const { p, life, words, confirmable } = g
  if (p.draw.chance(0.12)) life.take(when(g, 0.2), 'comment', { ...holder(g), note: words.comment })
  if (!handled(g, share(g))) return
  const rooms = p.city.roster.at(life.course.desk.slice(0, 9), 'township_room')
  const room = rooms.length > 0 ? p.draw.pick(rooms) : undefined
  const second = { byPost: room?.post ?? null, byPerson: room?.person ?? null, byOrgan: room?.organ ?? null }
  if (
    p.draw.chance(0.03) &&
    !(life.take(when(g, share(g)), 'rework', { ...second, note: words.reopen }) && handled(g, 0.8))
  )
    return
  if (
    !life.take(when(g, share(g)), confirmable ? 'verify' : 'settle', {
      ...second,
      facts: confirmable ? { windowHours: 168 } : {},
    }) ||
    !confirmable
  )
    return
  const answerAt = life.course.changedAt + Math.floor((0.5 + p.draw.next() * 60) * HOUR_MS)
  const says = p.draw.next()
  if (says < 0.72) life.take(answerAt, 'confirm')
  else if (says < 0.77 && round === 0 && life.take(answerAt, 'reopen', { note: words.reopen })) solve(g, 1)
}
