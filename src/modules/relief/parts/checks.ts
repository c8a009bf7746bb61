import { CHECK_REASONS, type LineState } from '../contract-checks.ts'
import { checkWords } from './check-messages.ts'

/** Amber is where somebody has to go still, red who will not or should not be on it. */
export const TONE_OF_LINE = {
  open: 'soon',
  nobody: 'soon',
  found: 'done',
  elsewhere: 'void',
  mistaken: 'rights',
  refused: 'late',
} as const satisfies Record<LineState, string>

export const lineText = (state: LineState): string => checkWords[state]()

type Reason = (typeof CHECK_REASONS)[keyof typeof CHECK_REASONS][number]
const REASONS: readonly string[] = Object.values(CHECK_REASONS).flat()
const isReason = (code: string): code is Reason => REASONS.includes(code)
/** In words; a code that this version does not know stays as it is. */
export const reasonText = (code: string): string => (isReason(code) ? checkWords[code]() : code)
