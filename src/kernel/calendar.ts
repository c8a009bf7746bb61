import chineseDays from 'chinese-days'
import { DAY_MS, dayNumber, dayOfNumber, secondOfDay } from './clock.ts'

/**
 * Working-time calendars: statutory holidays and make-up working days (调休) of the State Council's yearly notices, by way of
 * the chinese-days library. A calendar is a dated version; whatever was measured with it names that version.
 *
 * Algorithm: `open[d]` is the number of open seconds before day d, so elapsed working time is one subtraction and the
 * inverse is one binary search. Exact to the second.
 */
export type WorkCalendar = {
  version: string
  firstDay: number
  /** Open seconds before each day; one entry more than there are days. */
  open: Float64Array
  /** Open spans of a working day, seconds after midnight. */
  spans: readonly (readonly [from: number, to: number])[]
}

/** 8:30-12:00 and 13:30-18:00: eight hours, so that 40 work-hours are five working days. */
const OFFICE_SPANS = [
  [8.5 * 3600, 12 * 3600],
  [13.5 * 3600, 18 * 3600],
] as const

export function workCalendar(version: string, isOpen: (day: string) => boolean, spans = OFFICE_SPANS): WorkCalendar {
  const firstDay = dayNumber(Date.UTC(2018, 0, 1))
  const days = dayNumber(Date.UTC(2036, 0, 1)) - firstDay
  const daily = spans.reduce((sum, [from, to]) => sum + to - from, 0)
  const open = new Float64Array(days + 1)
  for (let d = 0; d < days; d++) open[d + 1] = (open[d] ?? 0) + (isOpen(dayOfNumber(firstDay + d)) ? daily : 0)
  return { version, firstDay, open, spans }
}

/** China's statutory calendar; years whose notice is not out yet count plain weekdays, hence the year in the version. */
export const statutoryCalendar: WorkCalendar = workCalendar('cn-statutory-2026', (day) => chineseDays.isWorkday(day))

/** Open seconds before an instant. */
function openBefore(calendar: WorkCalendar, at: number): number {
  const index = dayNumber(at) - calendar.firstDay
  const last = calendar.open.length - 2
  if (index < 0) return 0
  if (index > last) return calendar.open[last + 1] ?? 0
  const start = calendar.open[index] ?? 0
  if ((calendar.open[index + 1] ?? 0) === start) return start
  const second = secondOfDay(at)
  return calendar.spans.reduce((sum, [from, to]) => sum + Math.max(0, Math.min(second, to) - from), start)
}

/** Working seconds between two instants in ms; 0 when `to` is before `from`. */
export const workSecondsBetween = (calendar: WorkCalendar, from: number, to: number): number =>
  to <= from ? 0 : openBefore(calendar, to) - openBefore(calendar, from)

/** The first instant at which `seconds` working seconds have passed since `from`. */
export function addWorkSeconds(calendar: WorkCalendar, from: number, seconds: number): number {
  if (seconds <= 0) return from
  const target = openBefore(calendar, from) + seconds
  const index = dayReaching(calendar, target)
  let left = target - (calendar.open[index] ?? 0)
  const midnight = (calendar.firstDay + index) * DAY_MS - 8 * 3_600_000
  for (const [start, end] of calendar.spans) {
    if (left <= end - start) return midnight + (start + left) * 1000
    left -= end - start
  }
  return midnight + DAY_MS
}

/** The day on which the running sum first reaches `target`. */
function dayReaching(calendar: WorkCalendar, target: number): number {
  let low = 0
  let high = calendar.open.length - 2
  while (low < high) {
    const middle = (low + high) >> 1
    if ((calendar.open[middle + 1] ?? 0) >= target) high = middle
    else low = middle + 1
  }
  return low
}
