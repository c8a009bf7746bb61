import type { Machine } from '#kernel/machine.ts'

/** 事件办理: the life of a case. Closed is never one word: confirmed by the resident, silent, or only claimed. */
export const STATES = [
  'received',
  'assigned',
  'handling',
  'paused',
  'verifying',
  'confirming',
  'confirmed',
  'silent',
  'claimed',
  'withdrawn',
  'declined',
  'merged',
] as const
export type State = (typeof STATES)[number]

/** What people do; `settle` is a verification where no resident can confirm (found on patrol); `warn` and `overdue` are noted by the system and move nothing, as does a comment. */
export const ACTIONS = [
  'assign',
  'accept',
  'sendBack',
  'climb',
  'skip',
  'handDown',
  'pause',
  'resume',
  'extend',
  'handle',
  'verify',
  'settle',
  'rework',
  'confirm',
  'reopen',
  'lapse',
  'withdraw',
  'decline',
  'merge',
  'absorb',
  'answer',
  'comment',
  'warn',
  'overdue',
] as const
export type Action = (typeof ACTIONS)[number]

const movable = {
  climb: 'received',
  skip: 'received',
  handDown: 'received',
  withdraw: 'withdrawn',
  merge: 'merged',
} as const
const noted = <S extends State>(state: S) => ({
  comment: state,
  answer: state,
  absorb: state,
  warn: state,
  overdue: state,
})

export const lifecycle = {
  received: { assign: 'assigned', decline: 'declined', ...movable, ...noted('received') },
  assigned: { accept: 'handling', assign: 'assigned', sendBack: 'received', ...movable, ...noted('assigned') },
  handling: {
    handle: 'verifying',
    assign: 'assigned',
    pause: 'paused',
    extend: 'handling',
    sendBack: 'received',
    ...movable,
    ...noted('handling'),
  },
  paused: { resume: 'handling', withdraw: 'withdrawn', merge: 'merged', ...noted('paused') },
  verifying: {
    verify: 'confirming',
    settle: 'claimed',
    rework: 'handling',
    withdraw: 'withdrawn',
    ...noted('verifying'),
  },
  confirming: { confirm: 'confirmed', reopen: 'handling', lapse: 'silent', ...noted('confirming') },
  confirmed: { comment: 'confirmed' },
  silent: { reopen: 'handling', comment: 'silent' },
  claimed: { reopen: 'handling', comment: 'claimed' },
  withdrawn: { comment: 'withdrawn' },
  declined: { comment: 'declined', reopen: 'received' },
  merged: { comment: 'merged' },
} satisfies Machine<State, Action>

export const machine: Machine<State, Action> = lifecycle

export const CLOSED: readonly State[] = ['confirmed', 'silent', 'claimed', 'withdrawn', 'declined', 'merged']
export const isClosed = (state: State): boolean => CLOSED.includes(state)

/** 退回原因 */
export const RETURN_REASONS = [
  'not_ours',
  'too_little_known',
  'duplicate',
  'in_work_already',
  'conditions_missing',
  'beyond_power',
  'to_court',
] as const
export const PAUSE_REASONS = [
  'waiting_for_weather',
  'waiting_for_court',
  'waiting_for_materials',
  'waiting_for_resident',
  'waiting_for_funds',
  'public_notice_running',
] as const
export const DECLINE_REASONS = [
  'no_such_matter',
  'courts_have_it',
  'petition_channel',
  'already_answered',
  'not_in_this_city',
] as const
/** Where a case can come from; every channel gets a number at once. */
export const CHANNELS = [
  'town',
  'field',
  'phone',
  'paper',
  'tuesday',
  'hotline',
  'firm',
  'sensor',
  'patrol',
  'media',
  'superior',
] as const
export const CLOCKS = ['accept', 'handle', 'verify', 'confirm'] as const
export type ClockName = (typeof CLOCKS)[number]
