import type { FirmProblemView, FirmState } from '../contract-firms.ts'

export type Standing = 'waiting' | 'unsolved' | 'solved'
export const standingOf = ({ answer, solved }: Pick<FirmProblemView, 'answer' | 'solved'>): Standing =>
  solved ? 'solved' : answer === null ? 'waiting' : 'unsolved'

export const TONE_OF_PROBLEM = { waiting: 'soon', unsolved: 'work', solved: 'done' } as const
export const TONE_OF_FIRM = {
  stopped: 'late',
  preparing: 'soon',
  partly: 'work',
  working: 'done',
} as const satisfies Record<FirmState, string>
