/**
 * The only place that asks what time it is. Instants are milliseconds since 1970 inside, ISO text in UTC at the edges;
 * a calendar day is 'YYYY-MM-DD' in Asia/Shanghai, which has had no daylight saving since 1991, so +8 h is exact.
 */
export type Instant = string
export type Day = string

export type Clock = { now(): number }

export const systemClock: Clock = { now: () => Date.now() }

/** A clock that tests and drills move by hand. */
export function handClock(start: number): Clock & { advance(ms: number): void; set(ms: number): void } {
  let at = start
  return {
    now: () => at,
    advance: (ms) => void (at += ms),
    set: (ms) => void (at = ms),
  }
}

const EIGHT_HOURS = 8 * 3_600_000
export const DAY_MS = 86_400_000
export const HOUR_MS = 3_600_000

export const instant = (ms: number): Instant => new Date(ms).toISOString()
export const millis = (at: Instant): number => Date.parse(at)

/** Days since 1970-01-01 in Shanghai. */
export const dayNumber = (ms: number): number => Math.floor((ms + EIGHT_HOURS) / DAY_MS)
export const dayOf = (ms: number): Day => new Date(ms + EIGHT_HOURS).toISOString().slice(0, 10)
/** '09-01 12:00' in Shanghai, for a message. */
export const minuteOf = (ms: number): string => new Date(ms + EIGHT_HOURS).toISOString().slice(5, 16).replace('T', ' ')
export const startOfDay = (day: Day): number => Date.parse(`${day}T00:00:00.000+08:00`)
/** Whether a text of the right form is a day of the calendar; 30 February is none. */
export const isDay = (day: Day): boolean => !Number.isNaN(startOfDay(day)) && dayOf(startOfDay(day)) === day
export const dayOfNumber = (days: number): Day => new Date(days * DAY_MS).toISOString().slice(0, 10)
/** Seconds since midnight in Shanghai. */
export const secondOfDay = (ms: number): number => Math.floor(((ms + EIGHT_HOURS) % DAY_MS) / 1000)
