import { DAY_MS, type Day, dayNumber, dayOf, millis, startOfDay } from '#kernel/clock.ts'
import type { ShiftView } from '../../contract-shifts.ts'

export const DAYS = 7
const FIRST_WEEKDAY = 4

/** Seven days from one on. */
export const weekOf = (from: Day): Day[] =>
  Array.from({ length: DAYS }, (_, no) => dayOf(startOfDay(from) + no * DAY_MS))
export const shifted = (from: Day, days: number): Day => dayOf(startOfDay(from) + days * DAY_MS)
/** 0 is Sunday; 1970-01-01 was a Thursday. */
export const weekdayOf = (day: Day): number => (dayNumber(startOfDay(day)) + FIRST_WEEKDAY) % DAYS

export type Spot = { key: string; place: string; placeName: string; spot: string; byDay: Map<Day, ShiftView[]> }
/** A line for each checkpoint or shelter of a place, a shift on the day on which it begins. */
export function spotsOf(rows: readonly ShiftView[], week: readonly Day[]): Spot[] {
  const inside = rows.filter(({ starts }) => week.includes(dayOf(millis(starts))))
  return [...Map.groupBy(inside, ({ place, spot }) => `${place} ${spot}`)]
    .flatMap(([key, shifts]) => {
      const [first] = shifts
      const byDay = Map.groupBy(shifts, ({ starts }) => dayOf(millis(starts)))
      return first ? [{ key, place: first.place, placeName: first.placeName, spot: first.spot, byDay }] : []
    })
    .toSorted((a, b) => a.key.localeCompare(b.key, 'zh'))
}

/** Minutes of `20:00` on a day; an end that is not after the beginning is on the next one. */
export function timesOf(day: Day, from: string, to: string): { starts: number; ends: number } {
  const at = (text: string): number => {
    const [hours = 0, minutes = 0] = text.split(':').map(Number)
    return startOfDay(day) + (hours * 60 + minutes) * 60_000
  }
  const [starts, ends] = [at(from), at(to)]
  return { starts, ends: ends > starts ? ends : ends + DAY_MS }
}
