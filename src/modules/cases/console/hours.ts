import { millis, secondOfDay } from '#kernel/clock.ts'

type Hour = { hour: number; received: number; closed: number }

/** Every hour of the day up to the present one, those without anything included. */
export function hoursUntil(hours: readonly Hour[], asOf: string): Hour[] {
  const last = Math.floor(secondOfDay(millis(asOf)) / 3600)
  return Array.from(
    { length: last + 1 },
    (_, hour) => hours.find((each) => each.hour === hour) ?? { hour, received: 0, closed: 0 },
  )
}
