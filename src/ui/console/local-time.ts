import { dayOf, instant, millis, startOfDay } from '#kernel/clock.ts'
import { clockTime } from './when.ts'

/** A field of day and minute is filled in Shanghai, wherever the browser stands. */
export const localOf = (at: string): string => {
  const ms = millis(at)
  return `${dayOf(ms)}T${clockTime(ms)}`
}
export const instantOf = (local: string): string => {
  const [day = '', time = '00:00'] = local.split('T')
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return instant(startOfDay(day) + (hours * 60 + minutes) * 60_000)
}
