import { millis } from '#kernel/clock.ts'
import { type Problem, refuse } from '#kernel/errors.ts'
import type { EVIDENCE } from './contract.ts'
import type { AnswerState, NEEDS } from './contract-answers.ts'

type Needed = (typeof EVIDENCE)[number]
export type Said = {
  state: AnswerState
  note: string
  need?: (typeof NEEDS)[number] | undefined
  number?: number | undefined
  case?: string | undefined
  by?: string | undefined
  photos?: readonly string[] | undefined
}

/** Nothing more is asked of who said this. */
export const SETTLED: readonly AnswerState[] = ['impossible', 'already', 'done']
export const settles = (state: AnswerState | null): boolean => state !== null && SETTLED.includes(state)

/** What an answer has to bring: blocked says what is needed, impossible why, already by what, done its evidence. */
export function demandProof(said: Said, evidence: Needed): void {
  const missing = (path: string): Problem[] => [{ path, problem: 'missing' }]
  const problems: Problem[] = {
    received: [],
    understood: [],
    blocked: [...(said.need ? [] : missing('need')), ...(said.note ? [] : missing('note'))],
    impossible: said.note ? [] : missing('note'),
    already: said.case || said.by ? [] : missing('case'),
    done: lacking(said, evidence) ? missing(PATHS[evidence]) : [],
  }[said.state]
  if (problems.length > 0) refuse('evidence_missing', { problems })
}

/** Where the form says that evidence is missing. */
const PATHS = { none: '', text: 'note', number: 'number', case: 'case', photo: 'photos' } as const satisfies Record<
  Needed,
  string
>

const lacking = (said: Said, evidence: Needed): boolean =>
  evidence !== 'none' &&
  !{
    text: said.note,
    number: said.number !== undefined,
    case: said.case,
    photo: (said.photos ?? []).length > 0,
  }[evidence]

/** What a phone claims about when it was said decides the order of answers, but it is never later than now. */
export const saidAt = (claimed: string | undefined, now: number): number =>
  claimed === undefined ? now : Math.min(millis(claimed), now)

/** The latest said word counts, whatever order they arrive in; an answer to what the office has asked anew since is history. */
export const counts = (said: { at: number; base: number }, held: { saidAt: string | null; asked: number }): boolean =>
  said.base >= held.asked && (held.saidAt === null || said.at >= millis(held.saidAt))
