import { declineTexts, pauseTexts, returnTexts, ruleTexts } from '#ui/messages.ts'
import type { DECLINE_REASONS, PAUSE_REASONS, RETURN_REASONS } from '../lifecycle.ts'

const reasons = { ...ruleTexts, ...returnTexts, ...pauseTexts, ...declineTexts } satisfies Record<
  (typeof RETURN_REASONS | typeof PAUSE_REASONS | typeof DECLINE_REASONS)[number],
  () => string
>

/** Codes become words; what somebody wrote stays as it is. */
export const reasonText = (reason: string): string =>
  reason in reasons ? reasons[reason as keyof typeof reasons]() : reason
