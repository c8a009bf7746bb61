import type { Tone } from '#ui/kit/badge.tsx'
import type { OrderState, Tally } from '../contract.ts'
import type { AnswerState } from '../contract-answers.ts'
import type { Warning } from '../contract-warnings.ts'
import { orderWords as t, warningWords as w } from './messages.ts'

/** Green is done, blue in work, amber wants somebody; red is left to what is late. */
export const TONE_OF_ANSWER = {
  received: 'work',
  understood: 'work',
  blocked: 'soon',
  impossible: 'void',
  already: 'done',
  done: 'done',
} satisfies Record<AnswerState, Tone>
export const TONE_OF_STATE = {
  draft: 'void',
  proposed: 'rights',
  issued: 'work',
  amended: 'work',
  closed: 'done',
  withdrawn: 'void',
  superseded: 'void',
  merged: 'void',
} satisfies Record<OrderState, Tone>

export const answerText = (state: AnswerState | null): string => (state === null ? t.silent() : t[state]())
export const isOver = (state: OrderState): boolean => !['draft', 'proposed', 'issued', 'amended'].includes(state)

/** In the order of a bar: what is settled first, what is open behind it; the empty end is silence. */
export const SPOKEN = ['done', 'already', 'understood', 'received', 'blocked', 'impossible'] as const
export const settledOf = ({ done, already }: Tally): number => done + already

export const warningTitle = ({ hazard, grade }: Pick<Warning, 'hazard' | 'grade'>): string =>
  w.titled({ hazard: w[hazard](), grade: w[`short_${grade}`]() })

/** It was sent to those whom it addresses. */
export const isLeft = (state: OrderState): boolean => !['draft', 'proposed', 'merged'].includes(state)
