import { dayOf, instant, systemClock } from '#kernel/clock.ts'
import type { Value } from '#modules/fields/contract.ts'
import { newId } from '#ui/call.ts'
import type { z } from 'zod'
import type { OUTCOMES, recordVisit, REASONS } from '../contract.ts'

/** What is being written at the door; it stays on the phone until it is sent. */
export type DraftNote = {
  id: string
  text: string
  voice: { id: string; seconds: number; data: string } | null
  as: 'note' | 'case' | 'suggestion'
  behalf: string
}
export type DraftAnswer = {
  kind: string
  subject: string
  field: string
  base: string | null
  value?: Value
  unchanged: boolean
}
export type DraftPromise = { id: string; text: string; due: string }
export type Draft = {
  id: string
  secret: string
  outcome: (typeof OUTCOMES)[number]
  notes: DraftNote[]
  answers: Record<string, DraftAnswer>
  promises: DraftPromise[]
  again: string
}

export const newNote = (): DraftNote => ({ id: newId(), text: '', voice: null, as: 'note', behalf: '' })
export const newPromise = (): DraftPromise => ({
  id: newId(),
  text: '',
  due: dayOf(systemClock.now() + 7 * 86_400_000),
})
export const newDraft = (): Draft => ({
  id: newId(),
  secret: newId().replaceAll('-', ''),
  outcome: 'talked',
  notes: [newNote()],
  answers: {},
  promises: [],
  again: '',
})

const isSaid = ({ text, voice }: DraftNote): boolean => text.trim() !== '' || voice !== null
export const saidOf = (draft: Draft): DraftNote[] => draft.notes.filter(isSaid)
export const raisedOf = (draft: Draft): DraftNote[] =>
  saidOf(draft).filter(({ as, text }) => as !== 'note' && text.trim().length >= 4)
export const promisedOf = (draft: Draft): DraftPromise[] => draft.promises.filter(({ text }) => text.trim().length > 1)

/** Ideas for the village. */
const SUGGESTION = '09-01'
type Input = z.input<typeof recordVisit.input>
type Known = { household: string; reasons: readonly (typeof REASONS)[number][]; request: string | null }

export function inputOf(draft: Draft, { household, reasons, request }: Known): Input {
  const talked = draft.outcome === 'talked'
  return {
    id: draft.id as never,
    secret: draft.secret,
    household,
    at: instant(systemClock.now()),
    outcome: draft.outcome,
    reasons: [...reasons],
    notes: saidOf(draft).map(({ id, text, voice }) => ({
      id: id as never,
      text: text.trim() || null,
      voice: voice && { id: voice.id as never, seconds: voice.seconds },
    })),
    answers: talked
      ? Object.values(draft.answers).map(({ kind, value, unchanged, ...rest }) => ({
          ...rest,
          subjectKind: kind as never,
          unchanged,
          ...(unchanged ? {} : { value }),
        }))
      : [],
    cases: raisedOf(draft).map(({ id, text, as, behalf }) => ({
      id: newId() as never,
      secret: newId().replaceAll('-', ''),
      note: id as never,
      kind: as === 'suggestion' ? (SUGGESTION as never) : null,
      description: text.trim(),
      onBehalfOf: behalf || null,
    })),
    promises: promisedOf(draft).map(({ id, text, due }) => ({ id: id as never, text: text.trim(), due })),
    request: request as never,
    again: draft.again && draft.again > dayOf(systemClock.now()) ? draft.again : null,
  }
}

/** Recordings travel with the visit, as photos do. */
export const voicesOf = (draft: Draft): Record<string, string> =>
  Object.fromEntries(draft.notes.flatMap(({ voice }) => (voice ? [[voice.id, voice.data]] : [])))
