import { addWorkSeconds, statutoryCalendar, workSecondsBetween } from '#kernel/calendar.ts'
import { instant, millis } from '#kernel/clock.ts'
import { WARN_SHARE } from '#kernel/clocks.ts'
import { ancestorAt } from '#modules/places/contract.ts'
import type { OrganIndex } from '#modules/people/api.ts'
import type { Names } from '#kernel/contract.ts'
import type { z } from 'zod'
import type { ContestState } from './contract-contests.ts'

/** When the limit is over: working hours of the statutory calendar. */
export const dueAfter = (now: number, hours: number): { dueAt: string; calendar: string } => ({
  dueAt: instant(addWorkSeconds(statutoryCalendar, now, Math.round(hours * 3600))),
  calendar: statutoryCalendar.version,
})

type Clocked = { state: ContestState; at: string; dueAt: string; late: boolean }
export function lampOf({ state, at, dueAt, late }: Clocked, now: number): 'still' | 'green' | 'amber' | 'red' {
  if (state !== 'open') return late ? 'red' : 'still'
  if (late || now >= millis(dueAt)) return 'red'
  const used = workSecondsBetween(statutoryCalendar, millis(at), now)
  const all = workSecondsBetween(statutoryCalendar, millis(at), millis(dueAt))
  return used >= all * WARN_SHARE ? 'amber' : 'green'
}

/**
 * Whose word is the truth decides: the organ of the field's line in that county; where the truth is what a person says or a
 * worker sees, the office of the township, which neither said nor saw it. Null is that office.
 */
export function decidingOrgan(organs: OrganIndex, source: string, place: string): string | null {
  if (source === 'self' || source === 'field') return null
  return organs.byLine(ancestorAt(place, 'county'), source)?.id ?? null
}

type Name = z.infer<typeof Names>
export function officeName(organs: OrganIndex, organ: string | null, place: string): Name | null {
  if (organ) return organs.get(organ)?.name ?? null
  return organs.at(ancestorAt(place, 'township')).find(({ kind }) => kind === 'command_room')?.name ?? null
}

type Judged = { enteredBy: string | null; contester: string }
/** Nobody judges his own entry, and nobody his own contest. */
export const mayJudge = (person: string | null, { enteredBy, contester }: Judged): boolean =>
  person !== null && person !== enteredBy && person !== contester
