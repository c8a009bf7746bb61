import { millis } from '#kernel/clock.ts'
import type { PassView } from '../contract-passes.ts'

/** ABCD EFGH: as it is read out. */
export const codeText = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`

const CODE = /^[2-9A-HJKMNP-Z]{8}$/
/** The code in what was typed; undefined when it cannot be one. The phones carry no schemas. */
export function codeIn(typed: string): string | undefined {
  const code = typed.replace(/[\s-]/g, '').toUpperCase()
  return CODE.test(code) ? code : undefined
}

export const TONE_OF_PASS = { live: 'done', ahead: 'soon', expired: 'void', ended: 'late' } as const
type PassState = keyof typeof TONE_OF_PASS

export function passState(
  { from, until, endedAt }: Pick<PassView, 'from' | 'until' | 'endedAt'>,
  now: number,
): PassState {
  if (endedAt) return 'ended'
  if (millis(until) <= now) return 'expired'
  return millis(from) > now ? 'ahead' : 'live'
}
