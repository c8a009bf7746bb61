import type { Grants } from '#kernel/authorise.ts'

/** Everybody reads what was sent to himself or to the post he acts in, and nothing else. */
export const grants = {
  'notices.mine': { resident: 'self', staff: 'self' },
  'notices.read': { resident: 'self', staff: 'self' },
  // Sent by the house itself.
  'notices.text': {},
  'notices.forget': {},
} satisfies Grants
