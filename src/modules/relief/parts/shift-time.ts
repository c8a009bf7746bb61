import { dayNumber, millis } from '#kernel/clock.ts'
import type { CallError } from '#ui/call.ts'
import { clockTime, moment } from '#ui/time.ts'
import type { ShiftView } from '../contract-shifts.ts'
import { shiftWords as t } from './shift-messages.ts'

type Timed = Pick<ShiftView, 'starts' | 'ends'>

/** 今天 20:00 到 明天 08:00; of one day the end is a time only. */
export function spanText({ starts, ends }: Timed, now: number): string {
  const [from, to] = [millis(starts), millis(ends)]
  return t.until({
    from: moment(starts, now),
    to: dayNumber(from) === dayNumber(to) ? clockTime(to) : moment(ends, now),
  })
}

export const gapOf = ({ seats, taken }: Pick<ShiftView, 'seats' | 'taken'>): number => Math.max(0, seats - taken)

const SOON_MS = 24 * 3_600_000
/** Red: a seat is empty, and it begins within a day. */
export const toneOf = (shift: ShiftView, now: number): 'done' | 'soon' | 'late' =>
  gapOf(shift) === 0 ? 'done' : millis(shift.starts) - now < SOON_MS ? 'late' : 'soon'

/** What a refusal means for a seat. */
export function whyNoSeat({ code }: CallError): string | undefined {
  if (code === 'gone') return t.gone()
  if (code === 'conflict') return t.clash()
  if (code === 'quota_full') return t.taken()
  return code === 'already' ? t.twice() : undefined
}
