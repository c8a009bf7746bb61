import type { Actor } from '#kernel/authorise.ts'
import { actionsIn } from '#kernel/machine.ts'
import { ancestorAt, LEVELS, type Level, levelOf } from '#modules/places/contract.ts'
import type { Course } from './course.ts'
import { type Action, machine, type State, STATES } from './lifecycle.ts'

/** 小事不出格、大事不出村: one level at a time, and never above the city or the stop level of the duty. */
export const levelAbove = (level: Level): Level | undefined => LEVELS[LEVELS.indexOf(level) - 1]
export const isAbove = (a: Level, b: Level): boolean => LEVELS.indexOf(a) < LEVELS.indexOf(b)
/** Levels that have a command office; cases do not wait at micro-grids. */
export const levelsBetween = (from: Level, to: Level): Level[] =>
  LEVELS.slice(LEVELS.indexOf(to) + 1, LEVELS.indexOf(from))

export const deskAt = (place: string, level: Level): string => ancestorAt(place, level)
/** Sent back from a grid or village it is the township room that assigns anew; elsewhere the office of the same level. */
export const returnLevel = (level: Level): Level => (isAbove('township', level) ? 'township' : level)
export const isOnPath = (place: string, desk: string): boolean => place.startsWith(desk)

/** 26-0001234-5: year, running number, check digit (Luhn); short enough to say on the phone. */
export function caseNumber(year: number, n: number): string {
  const body = `${String(year % 100).padStart(2, '0')}${String(n % 10_000_000).padStart(7, '0')}`
  return body + luhn(body)
}

function luhn(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const doubled = Number(digit) * (i % 2 === 0 ? 2 : 1)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return String((10 - (sum % 10)) % 10)
}

/** Spaces and dashes are how people write numbers down. */
export const numberFrom = (typed: string): string => typed.replace(/[\s-]/g, '')
export const isNumber = (typed: string): boolean => {
  const digits = numberFrom(typed)
  return /^\d{10}$/.test(digits) && luhn(digits.slice(0, 9)) === digits.slice(9)
}

export type Held = Pick<Course, 'state' | 'level' | 'desk' | 'organ' | 'assignee' | 'handler'> & { place: string }

/** The desk that has a case: the person it is assigned to, else everybody of the organ or office that has it. */
export function isAtDesk(actor: Actor, c: Held): boolean {
  if (c.assignee && c.assignee === actor.post) return true
  return c.organ ? c.organ === actor.organ : actor.organ === null ? actor.place === c.desk : isRoomOf(actor, c.desk)
}

/** Members of a command room hold their posts at the room, which is an organ of the place. */
const COMMAND_ROLES = ['township_room', 'county_command', 'city_command', 'village_cadre']
const isRoomOf = (actor: Actor, desk: string): boolean => actor.place === desk && COMMAND_ROLES.includes(actor.role)
/** A higher office on the path may take charge of what lies below it. */
export const isSuperior = (actor: Actor, c: Held): boolean =>
  actor.place !== null &&
  COMMAND_ROLES.includes(actor.role) &&
  actor.place.length < c.desk.length &&
  c.desk.startsWith(actor.place)

const DESK: readonly Action[] = ['accept', 'sendBack', 'pause', 'resume', 'extend', 'handle', 'climb', 'skip', 'answer']
const CHARGE: readonly Action[] = ['assign', 'handDown', 'decline', 'merge']
const SECOND: readonly Action[] = ['verify', 'rework']

/** Who may do what where the case is now: the part of the decision that the grants table cannot say. */
export function standsRight(actor: Actor, c: Held, action: Action): boolean {
  if (DESK.includes(action)) return isAtDesk(actor, c)
  if (CHARGE.includes(action)) return (isAtDesk(actor, c) && isCommand(actor)) || isSuperior(actor, c)
  if (SECOND.includes(action))
    return (
      (isSuperior(actor, c) || (isAtDesk(actor, c) && isCommand(actor)) || isCommandOver(actor, c)) &&
      actor.person !== c.handler
    )
  return true
}
const isCommand = (actor: Actor): boolean => COMMAND_ROLES.includes(actor.role)
const isCommandOver = (actor: Actor, c: Held): boolean =>
  isCommand(actor) && actor.place !== null && c.place.startsWith(actor.place)

/** Actions a person is offered; bookkeeping of the system is not among them. */
const OFFERED: readonly Action[] = [
  'accept',
  'assign',
  'handle',
  'verify',
  'rework',
  'climb',
  'skip',
  'handDown',
  'sendBack',
  'pause',
  'resume',
  'extend',
  'decline',
  'merge',
  'answer',
  'comment',
]

const BY_STATE = new Map<State, Action[]>(
  STATES.map((state) => [state, OFFERED.filter((action) => actionsIn(machine, state).includes(action))]),
)
export const offered = (state: State): Action[] => BY_STATE.get(state) ?? []

export const startOf = (place: string, start: Level): { level: Level; desk: string } => {
  const level = isAbove(levelOf(place), start) ? levelOf(place) : start
  return { level, desk: deskAt(place, level) }
}
