import { statutoryCalendar } from '#kernel/calendar.ts'
import { addWorkSeconds } from '#kernel/calendar.ts'
import { reachesAt } from '#kernel/clocks.ts'
import { DAY_MS, dayOf, HOUR_MS } from '#kernel/clock.ts'
import type { Duty } from '#modules/duties/contract.ts'
import { advance, begin, type Course, dueOf, runningIn, type Step } from '#modules/cases/course.ts'
import type { Action, State } from '#modules/cases/lifecycle.ts'
import { type City, type Desk, routeAt, routeNew } from '#modules/cases/routing.ts'
import { caseNumber, levelAbove, returnLevel } from '#modules/cases/rules.ts'
import { ancestorAt } from '#modules/places/contract.ts'
import type { PastCase } from '#modules/cases/store-seed.ts'
import type { Random } from './random.ts'
import type { Stories } from './stories.ts'

/** The words of one case, drawn together. */
type Story = {
  title: string
  description: string
  address: string
  note: string
  answer: string
  climb: string
  sendBack: string
  reopen: string
  pause: string
}

/**
 * Past cases, simulated: the same routing, life cycle and clocks as live ones, so that what the demo shows (late, bounced,
 * reopened, silent) came about by the rules. Delays are drawn as shares of each limit; one seed gives one past.
 */
export type Past = {
  city: City
  grids: readonly { code: string; lon: number; lat: number }[]
  reporters: readonly { id: string; home: string }[]
  stories: Stories
  draw: Random
  random: () => number
  now: number
  days: number
  count: number
  id: (at: number) => string
  token: (id: string) => string
}

export function* pastCases(p: Past): Generator<PastCase> {
  const duties = p.city.duties.on(dayOf(p.now)).filter((duty) => !duty.restricted)
  const weights = duties.map((duty) =>
    duty.class === '04' || duty.class === '05'
      ? 5
      : duty.class === '13' || duty.class === '14'
        ? 0.5
        : duty.class === '06' || duty.class === '02'
          ? 3
          : 1.5,
  )
  const times = Array.from({ length: p.count }, () => received(p)).sort((a, b) => a - b)
  for (const [i, at] of times.entries()) {
    const duty = pick(p.random, duties, weights)
    if (duty) yield lived(p, duty, at, i + 1)
  }
}

/** By day: weekends are quieter; by hour: mornings and afternoons. The last ten days are a little busier. */
function received(p: Past): number {
  for (;;) {
    const at = p.now - Math.floor(p.random() ** 1.08 * p.days * DAY_MS)
    const hour = Math.floor(((at + 8 * HOUR_MS) % DAY_MS) / HOUR_MS)
    const busy =
      hour < 6 ? 0.04 : hour < 8 ? 0.3 : hour < 12 ? 1 : hour < 14 ? 0.5 : hour < 18 ? 0.9 : hour < 22 ? 0.4 : 0.1
    const weekend = [0, 6].includes(new Date(`${dayOf(at)}T00:00:00Z`).getUTCDay()) ? 0.6 : 1
    if (p.random() < busy * weekend) return at
  }
}

export function pick<T>(random: () => number, list: readonly T[], weights?: readonly number[]): T | undefined {
  if (!weights) return list[Math.floor(random() * list.length)]
  let at = random() * weights.reduce((sum, w) => sum + w, 0)
  for (const [i, w] of weights.entries()) if ((at -= w) < 0) return list[i]
  return list.at(-1)
}

const CHANNELS = ['town', 'field', 'phone', 'patrol', 'hotline', 'tuesday', 'paper'] as const
const CHANNEL_WEIGHTS = [34, 26, 16, 12, 7, 3, 2]

class Life {
  readonly steps: Step[]
  readonly states: State[]
  course: Course
  private readonly past: Past
  constructor(past: Past, first: Step) {
    this.past = past
    this.steps = [first]
    this.course = begin(first)
    this.states = [this.course.state]
  }
  /** Takes a step at an instant, after whatever fell due before it; false when that lies in the future or cannot be. */
  take(at: number, action: Action, more: Partial<Step> = {}): boolean {
    this.tickUntil(Math.min(at, this.past.now))
    if (at > this.past.now) return false
    return this.add(at, action, more)
  }
  tickUntil(at: number): void {
    for (let i = 0; i < 8; i++) {
      const due = dueOf(this.course, statutoryCalendar)
      if (!due || due.at > at) return
      this.add(due.at, due.action, {
        reason: due.clock,
        facts: { due: due.at },
        byPost: null,
        byPerson: null,
        byOrgan: null,
      })
    }
  }
  private add(at: number, action: Action, more: Partial<Step>): boolean {
    const { level, desk, organ, assignee } = this.course
    const step: Step = {
      level,
      desk,
      organ,
      assignee,
      byPost: null,
      byPerson: null,
      byOrgan: null,
      reason: null,
      note: null,
      answer: null,
      facts: {},
      ...more,
      no: this.steps.length + 1,
      at: Math.max(at, this.course.changedAt),
      action,
    }
    const moved = advance(this.course, step, statutoryCalendar)
    if (!moved) return false
    this.steps.push(step)
    this.states.push(moved.state)
    this.course = moved
    return true
  }
}

function lived(p: Past, duty: Duty, at: number, n: number): PastCase {
  const grid = pick(p.random, p.grids) ?? { code: '', lon: 0, lat: 0 }
  const channel = pick(p.random, CHANNELS, CHANNEL_WEIGHTS) ?? 'field'
  const story = wordsOf(p, duty, grid.code)
  const id = p.id(at)
  const confirmable = channel !== 'field' && channel !== 'patrol'
  const reporter = confirmable && p.random() < 0.55 ? (pick(p.random, p.reporters)?.id ?? null) : null
  const desk = routeNew(p.city, duty, grid.code)
  const life = new Life(p, {
    no: 1,
    at,
    action: 'report',
    level: desk.level,
    desk: desk.desk,
    organ: null,
    assignee: null,
    byPost: null,
    byPerson: reporter,
    byOrgan: null,
    reason: null,
    note: null,
    answer: null,
    facts: {
      limits: {
        unit: duty.urgent ? 'natural' : 'work',
        accept: duty.acceptHours,
        handle: duty.handleHours,
        verify: duty.verifyHours,
        calendar: statutoryCalendar.version,
      },
    },
  })
  if (desk.assignee || desk.organ) life.take(at, 'assign', desk)
  run(p, life, duty, grid.code, story, confirmable)
  life.tickUntil(p.now)
  const jitter = () => (p.random() - 0.5) * 0.006
  return {
    facts: {
      id,
      town: grid.code.slice(0, 9),
      number: caseNumber(Number(dayOf(at).slice(0, 4)), n),
      token: p.token(id),
      kind: duty.code,
      class: duty.class,
      dutyVersion: duty.version,
      title: story.title,
      description: story.description,
      address: story.address,
      channel,
      confirmable,
      urgent: duty.urgent,
      restricted: duty.restricted,
      reporter,
      reporterName: null,
      place: grid.code,
      insideGrid: true,
      lon: grid.lon + jitter(),
      lat: grid.lat + jitter(),
      accuracyM: Math.round(5 + p.random() * 60),
      crs: 'wgs84',
    },
    steps: life.steps,
    states: life.states,
    course: life.course,
  }
}

function wordsOf(p: Past, duty: Duty, grid: string): Story {
  const village = p.city.tree.get(grid.slice(0, 12))
  const { title, text, address } = p.stories.tell(p.draw, duty.code, {
    village: village?.name ?? '',
    kind: village?.kind ?? 'village',
  })
  const say = (sort: Parameters<Stories['say']>[1]): string => {
    const keys = p.stories.keysOf(sort)
    return p.stories.say(p.draw, sort, keys.includes(duty.class) ? duty.class : keys.includes('any') ? 'any' : keys[0])
  }
  return {
    title,
    description: text,
    address,
    note: say('note'),
    answer: say('answer'),
    climb: say('climb'),
    sendBack: p.stories.say(p.draw, 'sendBack', 'not_ours'),
    reopen: say('reopen'),
    pause: p.stories.say(p.draw, 'pause', 'waiting_for_materials'),
  }
}

/** One life from the first desk to the reporter's answer; stops where the present begins. */
function run(p: Past, life: Life, duty: Duty, place: string, story: Story, confirmable: boolean): void {
  if (!settleDesk(p, life, place)) return
  if (p.random() < 0.045 && !bounce(p, life, place, story)) return
  if (!accept(p, life)) return
  for (const chance of [0.16, 0.22, 0.12]) {
    const above = levelAbove(life.course.level)
    if (!above || p.random() > chance || above === duty.stopLevel) break
    if (!climb(p, life, duty, place, story)) return
  }
  if (p.random() < 0.02 && !pause(p, life, story)) return
  solve(p, life, story, confirmable, 0)
}

const inClock = (p: Past, life: Life, share: number): number => {
  const name = runningIn(life.course)[0] ?? 'handle'
  const at = reachesAt(life.course.clocks[name], share, statutoryCalendar)
  return Math.max(life.course.changedAt + Math.floor(p.random() * 240_000) + 30_000, at ?? 0)
}
/** Most are quick, a few take longer than the limit allows. */
const share = (p: Past): number => (p.random() < 0.965 ? 0.04 + 0.85 * p.random() ** 1.9 : 1 + p.random() * 1.4)

const author = (p: Past, life: Life) => {
  const { assignee, organ, desk } = life.course
  const holder =
    (assignee ? p.city.roster.get(assignee) : undefined) ??
    (organ ? p.city.roster.ofOrgan(organ)[0] : p.city.roster.at(desk)[0])
  return { byPost: holder?.post ?? null, byPerson: holder?.person ?? null, byOrgan: holder?.organ ?? null }
}

/** A case that waits at an office is assigned by it to one of its people. */
function settleDesk(p: Past, life: Life, place: string): boolean {
  if (life.course.state !== 'received') return true
  const people = life.course.organ ? p.city.roster.ofOrgan(life.course.organ) : p.city.roster.at(life.course.desk)
  const holder = pick(p.random, people) ?? p.city.roster.at(place.slice(0, 9))[0]
  if (!holder) return false
  return life.take(inClock(p, life, share(p) * 0.4), 'assign', {
    ...author(p, life),
    level: life.course.level,
    desk: life.course.desk,
    organ: life.course.organ,
    assignee: holder.post,
  })
}

const accept = (p: Past, life: Life): boolean => {
  const by = author(p, life)
  return life.take(inClock(p, life, share(p)), 'accept', { ...by, assignee: by.byPost ?? life.course.assignee })
}

function bounce(p: Past, life: Life, place: string, story: Story): boolean {
  const level = returnLevel(life.course.level)
  const back = life.take(inClock(p, life, share(p)), 'sendBack', {
    ...author(p, life),
    level,
    desk: ancestorAt(place, level),
    organ: null,
    assignee: null,
    reason: 'not_ours',
    note: story.sendBack,
  })
  return back && settleDesk(p, life, place)
}

function climb(p: Past, life: Life, duty: Duty, place: string, story: Story): boolean {
  const level = levelAbove(life.course.level)
  if (!level) return true
  const desk: Desk = routeAt(p.city, duty, place, level)
  const at = inClock(p, life, 0.1 + 0.3 * p.random())
  if (
    !life.take(at, 'climb', {
      ...author(p, life),
      level,
      desk: desk.desk,
      organ: null,
      assignee: null,
      reason: story.climb,
    })
  )
    return false
  if (desk.assignee || desk.organ) life.take(at, 'assign', desk)
  return settleDesk(p, life, place) && accept(p, life)
}

function pause(p: Past, life: Life, story: Story): boolean {
  const at = inClock(p, life, 0.3)
  const until = addWorkSeconds(statutoryCalendar, at, (1 + Math.floor(p.random() * 5)) * 8 * 3600)
  return (
    life.take(at, 'pause', {
      ...author(p, life),
      reason: 'waiting_for_materials',
      note: story.pause,
      facts: { until },
    }) && life.take(until, 'resume', author(p, life))
  )
}

function solve(p: Past, life: Life, story: Story, confirmable: boolean, round: number): void {
  if (p.random() < 0.12) life.take(inClock(p, life, 0.2), 'comment', { ...author(p, life), note: story.note })
  if (!life.take(inClock(p, life, share(p)), 'handle', { ...author(p, life), note: story.note, answer: story.answer }))
    return
  const room = pick(p.random, p.city.roster.at(life.course.desk.slice(0, 9), 'township_room'))
  const second = { byPost: room?.post ?? null, byPerson: room?.person ?? null, byOrgan: room?.organ ?? null }
  if (p.random() < 0.03) {
    if (!life.take(inClock(p, life, share(p)), 'rework', { ...second, note: story.reopen })) return
    if (!life.take(inClock(p, life, 0.8), 'handle', { ...author(p, life), note: story.note, answer: story.answer }))
      return
  }
  if (
    !life.take(inClock(p, life, share(p)), confirmable ? 'verify' : 'settle', {
      ...second,
      facts: confirmable ? { windowHours: 168 } : {},
    })
  )
    return
  if (!confirmable) return
  const answerAt = life.course.changedAt + Math.floor((0.5 + p.random() * 60) * HOUR_MS)
  const says = p.random()
  if (says < 0.62) life.take(answerAt, 'confirm')
  else if (says < 0.68 && round === 0 && life.take(answerAt, 'reopen', { note: story.reopen }))
    solve(p, life, story, confirmable, 1)
}
