import type { Command } from '#kernel/contract.ts'
import {
  acceptCase,
  answerCase,
  assignCase,
  climbCase,
  commentCase,
  declineCase,
  extendCase,
  handDownCase,
  handleCase,
  pauseCase,
  resumeCase,
  reworkCase,
  sendBackCase,
  skipCase,
  verifyCase,
} from '../contract-acts.ts'
import type { Action } from '../lifecycle.ts'

/** What an action asks for, in the order of the form. A question with `?` may stay open. */
export type Question =
  | 'how'
  | 'note'
  | 'note?'
  | 'answer'
  | 'photos'
  | 'reason'
  | 'returnReason'
  | 'pauseReason'
  | 'declineReason'
  | 'until'
  | 'level'
  | 'target'
  | 'down'
export type Form = { command: Command; asks: readonly Question[] }

/** Merging needs two cases side by side and stays at the desk. */
export const FORMS: Partial<Record<Action, Form>> = {
  accept: { command: acceptCase, asks: ['note?'] },
  handle: { command: handleCase, asks: ['photos', 'how', 'answer'] },
  verify: { command: verifyCase, asks: ['note?'] },
  rework: { command: reworkCase, asks: ['note'] },
  resume: { command: resumeCase, asks: ['note?'] },
  assign: { command: assignCase, asks: ['target', 'note?'] },
  climb: { command: climbCase, asks: ['reason'] },
  skip: { command: skipCase, asks: ['level', 'reason'] },
  handDown: { command: handDownCase, asks: ['down', 'reason'] },
  sendBack: { command: sendBackCase, asks: ['returnReason', 'note'] },
  pause: { command: pauseCase, asks: ['pauseReason', 'until', 'note'] },
  extend: { command: extendCase, asks: ['until', 'reason'] },
  answer: { command: answerCase, asks: ['answer'] },
  comment: { command: commentCase, asks: ['note', 'photos'] },
  decline: { command: declineCase, asks: ['declineReason', 'answer'] },
}

export type Values = {
  note: string
  answer: string
  reason: string
  until: string
  level: string
  target: string
  down: string
  files: readonly string[]
}
export const EMPTY: Values = { note: '', answer: '', reason: '', until: '', level: '', target: '', down: '', files: [] }

/** The value that a question fills. */
export const FILLS: Record<Question, keyof Values> = {
  how: 'note',
  note: 'note',
  'note?': 'note',
  answer: 'answer',
  photos: 'files',
  reason: 'reason',
  returnReason: 'reason',
  pauseReason: 'reason',
  declineReason: 'reason',
  until: 'until',
  level: 'level',
  target: 'target',
  down: 'down',
}

const FEWEST_LETTERS = 2
const CHOSEN: readonly Question[] = ['returnReason', 'pauseReason', 'declineReason', 'until', 'level', 'target', 'down']

/** Which questions still want an answer before this can be sent. */
export const missing = (asks: readonly Question[], values: Values): Question[] =>
  asks.filter((ask) => {
    if (ask === 'note?' || ask === 'photos') return false
    const said = String(values[FILLS[ask]]).trim()
    return CHOSEN.includes(ask) ? said === '' : said.length < FEWEST_LETTERS
  })

/** The command's input: what was asked, under the names that the contract gives it. */
export function inputOf(id: string, asks: readonly Question[], values: Values): Record<string, unknown> {
  const input: Record<string, unknown> = { id }
  for (const ask of asks) {
    if (ask === 'target') Object.assign(input, targetOf(values.target))
    else if (ask === 'down') input['to'] = values.down
    else if (ask === 'photos') input['files'] = values.files
    else input[FILLS[ask]] = String(values[FILLS[ask]]).trim()
  }
  return input
}

/** 'post:<id>' or 'organ:<id>' */
const targetOf = (target: string): Record<string, string> => {
  const [kind = 'post', id = ''] = target.split(':')
  return { [kind]: id }
}
