import { DAY_MS, dayOf, HOUR_MS, secondOfDay, startOfDay } from '#kernel/clock.ts'
import type { QuietHours } from './levers.ts'
import type { NoticeKind } from './messages.ts'

export type Recipient = { person?: string; post?: string; phone?: string }

/** To somebody with an account these wait in the app; the rest is worth a text message. */
const APP_ONLY: readonly NoticeKind[] = [
  'case_accepted',
  'parcel_stranded',
  'parcels_left',
  'parcel_carried',
  'parcel_dropped',
]

/** A step of the chase: to whom the app has not been enough. */
const TEXTED: readonly NoticeKind[] = ['order_text']

/**
 * In-app first. A text message goes to staff only when it is urgent, to a reporter when he has to know or do something, and
 * to somebody without an account always, since nothing else reaches him.
 */
export function wantsSms(to: Recipient, kind: NoticeKind, urgent: boolean): boolean {
  if (to.phone || TEXTED.includes(kind)) return true
  return to.person ? urgent || !APP_ONLY.includes(kind) : urgent
}

/** The first instant from `at` on at which a text message may go out; `at` itself outside the quiet hours. */
export function afterQuiet({ from, to }: QuietHours, at: number): number {
  const hour = secondOfDay(at) / 3600
  const quiet = from < to ? hour >= from && hour < to : from > to && (hour >= from || hour < to)
  if (!quiet) return at
  const morning = startOfDay(dayOf(at)) + to * HOUR_MS
  return morning > at ? morning : morning + DAY_MS
}
