import { millis, minuteOf } from '#kernel/clock.ts'

/** '09-08 09:00': the day and minute of a date that matters, the same for everybody who reads it. */
export const minuteText = (at: string): string => minuteOf(millis(at))
