import type { Tone } from '#ui/kit/badge.tsx'
import { stateTexts } from '#ui/messages.ts'
import type { State } from '../lifecycle.ts'

/** Colour and shape of a state; the word comes with it, from the reader's own catalogue. */
export const toneOf = {
  received: 'work',
  assigned: 'work',
  handling: 'work',
  paused: 'void',
  verifying: 'work',
  confirming: 'rights',
  confirmed: 'done',
  silent: 'calm',
  claimed: 'calm',
  withdrawn: 'void',
  declined: 'void',
  merged: 'void',
} satisfies Record<State, Tone>

export const stateText = (state: State): string => stateTexts[state]()
