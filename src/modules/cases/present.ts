import { type Actor, covers, type Scope } from '#kernel/authorise.ts'
import { type WorkCalendar, statutoryCalendar } from '#kernel/calendar.ts'
import { instant } from '#kernel/clock.ts'
import { spentAt, WARN_SHARE } from '#kernel/clocks.ts'
import type { CaseRow } from './contract.ts'
import { deadlineOf, leadingClock, runningIn } from './course.ts'
import { type Action, CLOCKS, type ClockName } from './lifecycle.ts'
import { deskName, type City } from './routing.ts'
import { offered, standsRight } from './rules.ts'
import type { Case } from './store.ts'

/** Who looks, when, and what the grants let him do: scopes by action, gathered once a request. */
export type Viewer = { actor: Actor; now: number; may: (action: Action) => Scope | undefined }

/** The scope of each action is found once, however many rows are shown. */
export function viewer(actor: Actor, now: number, reach: (permission: string) => Scope | undefined): Viewer {
  const scopes = new Map<Action, Scope | undefined>()
  return {
    actor,
    now,
    may(action) {
      if (!scopes.has(action)) scopes.set(action, reach(`cases.${action}`))
      return scopes.get(action)
    },
  }
}

export const calendarOf = (_version: string): WorkCalendar => statutoryCalendar

export function clockView(c: Case, name: ClockName, now: number): CaseRow['clock'] & object {
  const m = c.course.clocks[name]
  const calendar = calendarOf(c.course.calendar)
  const spent = spentAt(m, now, calendar)
  const running = runningIn(c.course).includes(name)
  const share = m.limit > 0 ? spent / m.limit : 0
  const dueAt = running ? deadlineOf({ ...c.course, clocks: { ...c.course.clocks } }, calendar) : null
  return {
    name,
    limit: m.limit,
    spent,
    running,
    dueAt: dueAt === null ? null : instant(dueAt),
    lamp:
      m.starts === 0
        ? 'still'
        : share >= 1 && name !== 'confirm'
          ? 'red'
          : !running
            ? 'still'
            : share >= WARN_SHARE
              ? 'amber'
              : 'green',
    starts: m.starts,
  }
}

export const clockViews = (c: Case, now: number) => CLOCKS.map((name) => clockView(c, name, now))

export function canOf(v: Viewer, c: Case): Action[] {
  const held = { ...c.course, place: c.place }
  const where = { place: c.place, organ: c.course.organ, post: c.course.assignee }
  return offered(c.course.state).filter((action) => {
    const scope = v.may(action)
    return (
      scope !== undefined && (covers(scope, where) || where.post === v.actor.post) && standsRight(v.actor, held, action)
    )
  })
}

export function rowOf(city: City, v: Viewer, c: Case): CaseRow {
  const leading = leadingClock(c.course)
  const clock = leading ? clockView(c, leading, v.now) : null
  const holder = c.course.assignee ? city.roster.get(c.course.assignee) : undefined
  return {
    id: c.id as CaseRow['id'],
    number: c.number,
    kind: c.kind,
    kindName: city.duties.get(c.kind)?.name ?? { zh: c.kind },
    title: c.title,
    state: c.course.state,
    level: c.course.level,
    place: c.place,
    placeName: city.tree.shortName(c.place),
    desk: deskName(city, c.course),
    assignee: holder?.name ?? null,
    urgent: c.urgent,
    late: c.course.late,
    reopened: c.course.reopened,
    bounced: c.course.bounced,
    channel: c.channel as CaseRow['channel'],
    receivedAt: instant(c.course.receivedAt),
    dueAt: clock?.dueAt ?? null,
    clock,
    lon: c.lon,
    lat: c.lat,
    can: canOf(v, c),
  }
}
