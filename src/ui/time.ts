import { dayNumber, dayOf, millis, secondOfDay } from '#kernel/clock.ts'
import { timeTexts as t } from './messages.ts'

/** How urgent a limit reads: red once over, amber close to it, otherwise calm. */
export type Deadline = { text: string; tone: 'late' | 'soon' | 'calm' }

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** Below this what remains is counted down; above it a date says more. */
const COUNTED = 6 * HOUR

/** 还剩 1 小时 25 分 · 明天 10:00 前 · 超时 2 小时 10 分 */
export function deadline(dueAt: string, now: number): Deadline {
  const left = millis(dueAt) - now
  if (left <= 0) return { text: t.over({ span: span(-left) }), tone: 'late' }
  if (left < COUNTED) return { text: t.left({ span: span(left) }), tone: left < 2 * HOUR ? 'late' : 'soon' }
  return { text: t.by({ when: moment(dueAt, now) }), tone: left < DAY ? 'soon' : 'calm' }
}

/** A length of time with at most two units, rounded down, never under a minute. */
export function span(ms: number): string {
  const minutes = Math.max(1, Math.floor(ms / MINUTE))
  if (minutes < 60) return t.minutes({ m: minutes })
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return minutes % 60 ? t.hoursMinutes({ h: hours, m: minutes % 60 }) : t.hours({ h: hours })
  const days = Math.floor(hours / 24)
  return hours % 24 && days < 7 ? t.daysHours({ d: days, h: hours % 24 }) : t.days({ d: days })
}

/** Working time in hours and minutes: a day of work is not a day. */
export function workSpan(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  const h = Math.floor(minutes / 60)
  const m = minutes % 60
  if (h === 0) return t.minutes({ m })
  return m === 0 ? t.hours({ h }) : t.hoursMinutes({ h, m })
}

/** 今天 14:05, 明天 10:00, 11 月 20 日 15:30: a moment in Shanghai, as near as the reader needs it. */
export function moment(at: string, now: number): string {
  const ms = millis(at)
  const time = clockTime(ms)
  const away = dayNumber(ms) - dayNumber(now)
  if (away === 0) return t.todayAt({ time })
  if (away === 1) return t.tomorrowAt({ time })
  if (away === -1) return t.yesterdayAt({ time })
  return t.dayAt({ day: day(dayOf(ms), now), time })
}

/** 刚刚, 12 分钟前, then as `moment`. */
export function ago(at: string, now: number): string {
  const gone = now - millis(at)
  if (gone < MINUTE) return t.now()
  return gone < HOUR ? t.minutesAgo({ m: Math.floor(gone / MINUTE) }) : moment(at, now)
}

/** A calendar day; the year only when it is not this one. */
export function day(text: string, now: number): string {
  const [year = '', month = '', date = ''] = text.split('-')
  const parts = { year, month: Number(month), date: Number(date) }
  return dayOf(now).startsWith(year) ? t.day(parts) : t.dayOfYear(parts)
}

export function clockTime(ms: number): string {
  const minutes = Math.floor(secondOfDay(ms) / 60)
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
