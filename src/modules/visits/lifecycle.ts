import type { Machine } from '#kernel/machine.ts'

/** 承诺: open until its maker settles it; the household has the last word. `broken` says so with a reason. */
export const PROMISE_STATES = ['open', 'kept', 'broken', 'confirmed'] as const
export type PromiseState = (typeof PROMISE_STATES)[number]
export const PROMISE_ACTIONS = ['keep', 'break', 'confirm', 'dispute'] as const
export type PromiseAction = (typeof PROMISE_ACTIONS)[number]

export const promiseMachine: Machine<PromiseState, PromiseAction> = {
  open: { keep: 'kept', break: 'broken', confirm: 'confirmed' },
  kept: { confirm: 'confirmed', dispute: 'open' },
  broken: { keep: 'kept', confirm: 'confirmed' },
  confirmed: {},
}
