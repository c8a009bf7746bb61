import type { Retention } from '#kernel/retention.ts'

/** A hold lasts thirty days at most. */
const WITH_THE_HOLD = {
  keep: '30 days',
  by: 'whoever opened the tool, when the holds have ended (kernel/destruction.ts): counted, hashed, destroyed',
} as const

export const retention = {
  'relief.shelter': { ...WITH_THE_HOLD, why: 'where people could go; opened for as long as something lasts' },
  'relief.walk_in': { ...WITH_THE_HOLD, why: 'who came to a shelter by himself, and where he went' },
  'relief.evacuee': { ...WITH_THE_HOLD, why: 'who had to be moved, and that everybody came home' },
  'relief.evacuee_word': { ...WITH_THE_HOLD, why: 'what was said of each of them, and when' },
  'relief.sweep': { ...WITH_THE_HOLD, why: 'which doors were called at, and what for' },
  'relief.door': { ...WITH_THE_HOLD, why: 'what was found at each, and who needs help' },
  'relief.knock': { ...WITH_THE_HOLD, why: 'each time somebody was there' },
  'relief.check': {
    ...WITH_THE_HOLD,
    why: 'whose list, what for, by which article; goes on its day (relief.endCheck)',
  },
  'relief.line': { ...WITH_THE_HOLD, why: 'who is on it and why; goes with its list' },
  'relief.line_word': { ...WITH_THE_HOLD, why: 'what was found; goes with its list' },
  'relief.ended_check': {
    keep: 'always',
    why: 'that a list was destroyed, how many rows, their hash; no personal data',
  },
  'relief.item': {
    keep: '10 years',
    why: 'what was taken from whom, given back, owed and paid (突发事件应对法 12, 76); outlasts the holds, counted from its last change',
    by: 'touched_at',
  },
  'relief.stay': { ...WITH_THE_HOLD, why: 'who stays at home until when, and who helps' },
  'relief.need': { ...WITH_THE_HOLD, why: 'what was asked for and brought' },
  'relief.pass': { ...WITH_THE_HOLD, why: 'who may pass, why, until when' },
  'relief.crossing': { ...WITH_THE_HOLD, why: 'each passing of a checkpoint' },
  'relief.call': { ...WITH_THE_HOLD, why: 'who called for help, and what became of it' },
  'relief.shift': { ...WITH_THE_HOLD, why: 'who was needed where, from when to when' },
  'relief.seat': { ...WITH_THE_HOLD, why: 'who stood there' },
  'relief.seek': { ...WITH_THE_HOLD, why: 'who was looked for and found' },
  'relief.firm_problem': { ...WITH_THE_HOLD, why: 'what firms needed, and what was answered' },
  'relief.firm': { ...WITH_THE_HOLD, why: 'how far each firm is' },
} satisfies Retention
