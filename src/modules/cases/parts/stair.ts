import { LEVELS } from '#modules/places/contract.ts'
import type { Level } from '#modules/places/contract.ts'
import type { Tone } from '#ui/kit/badge.tsx'
import type { Action } from '../lifecycle.ts'

/** Grid to city, as a stair. */
export const STAIR = LEVELS.filter((level) => level !== 'microgrid').toReversed()

export type Tread = { key: Level; state: 'passed' | 'here' | 'ahead' }

/** The level that has it, and those it has been at; a step always names its level. */
export function stairOf(steps: readonly { level: Level }[]): Tread[] {
  const been = new Set(steps.map(({ level }) => level))
  const here = steps.at(-1)?.level ?? 'grid'
  return STAIR.map((key) => ({ key, state: key === here ? 'here' : been.has(key) ? 'passed' : 'ahead' }))
}

const TONES: Partial<Record<Action | 'report', Tone>> = {
  accept: 'work',
  handle: 'done',
  verify: 'rights',
  settle: 'done',
  confirm: 'done',
  reopen: 'rights',
  rework: 'soon',
  sendBack: 'soon',
  climb: 'work',
  skip: 'work',
  pause: 'void',
  withdraw: 'void',
  decline: 'void',
  merge: 'void',
  overdue: 'late',
  warn: 'soon',
}

export const toneOfStep = (action: Action | 'report'): Tone => TONES[action] ?? 'work'
