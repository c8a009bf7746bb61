import { millis } from '#kernel/clock.ts'
import type { PassView } from '../contract-passes.ts'

/** ABCD EFGH: as it is read out. */
export const codeText = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`

export const TONE_OF_PASS = { live: 'done', ahead: 'soon', expired: 'void', ended: 'late' } as const
export type PassState = keyof typeof TONE_OF_PASS

export function passState(
  { from, until, endedAt }: Pick<PassView, 'from' | 'until' | 'endedAt'>,
  now: number,
): PassState {
  if (endedAt) return 'ended'
  if (millis(until) <= now) return 'expired'
  return millis(from) > now ? 'ahead' : 'live'
}
