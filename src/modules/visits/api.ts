import { millis } from '#kernel/clock.ts'
import type { Tx } from '#kernel/tx.ts'
import { hashOf } from './commands-record.ts'
import type { PromiseState } from './lifecycle.ts'
import { nextReminder, visitNumber } from './rules.ts'
import { insertFieldDay, type NewFieldDay } from './store-days.ts'
import { insertRequest, type NewRequest } from './store-doors.ts'
import { insertMandate, type NewMandate } from './store-mandates.ts'
import { type NewOuting, type NewProblem, insertProblem, moveProblem, putOuting } from './store-outings.ts'
import { answer, insertPromises, settle } from './store-promises.ts'
import { insertNotes, insertVisit, nextNumber } from './store-visits.ts'

/** What a demo is loaded with; everything else goes down the road. */
export type PromiseSeed = { id: string; text: string; due: string; state: PromiseState; reason: string | null }
export type VisitSeed = {
  id: string
  household: string
  place: string
  address: string
  post: string
  person: string
  at: string
  outcome: 'talked' | 'absent' | 'declined'
  again: string | null
  members: readonly string[]
  notes: readonly { id: string; text: string }[]
  promises: readonly PromiseSeed[]
}
export type ProblemSeed = NewProblem & { answer: string | null; solved: boolean }
export type VisitsSeed = {
  fieldDays: readonly NewFieldDay[]
  visits: readonly VisitSeed[]
  requests: readonly NewRequest[]
  outings: readonly NewOuting[]
  problems: readonly ProblemSeed[]
  mandates: readonly NewMandate[]
}

export async function seedVisits(tx: Tx, seed: VisitsSeed, now: number): Promise<void> {
  for (const day of seed.fieldDays) await insertFieldDay(tx, day)
  for (const visit of seed.visits) await seedVisit(tx, visit, now)
  for (const wish of seed.requests) await insertRequest(tx, wish)
  for (const outing of seed.outings) await putOuting(tx, outing)
  for (const problem of seed.problems) await seedProblem(tx, problem)
  for (const mandate of seed.mandates) await insertMandate(tx, mandate)
}

async function seedVisit(tx: Tx, v: VisitSeed, now: number): Promise<void> {
  const number = visitNumber(Number(v.at.slice(0, 4)), await nextNumber(tx))
  const made = millis(v.at)
  await insertVisit(tx, { ...v, number, now: made, reasons: [], entry: null, token: hashOf(`seed ${v.id}`) })
  insertNotes(tx, v.id, v.notes)
  const { id: visit, place, household, post } = v
  const promises = v.promises.map((one) => ({
    ...one,
    nextAt: one.state === 'open' ? nextReminder(one.due, now) : null,
  }))
  insertPromises(tx, {
    visit,
    place,
    household,
    post,
    now: made,
    promises: promises.map(({ id, text, due, nextAt }) => ({ id, text, due, nextAt })),
  })
  for (const { id, state, reason } of v.promises) {
    const to = { id, reason, now: made + 86_400_000, nextAt: null }
    if (state !== 'open') await settle(tx, { ...to, state: state === 'broken' ? 'broken' : 'kept' })
    if (state === 'confirmed') await answer(tx, 'own', { ...to, state: 'confirmed' })
  }
}

async function seedProblem(tx: Tx, { answer: said, solved, ...problem }: ProblemSeed): Promise<void> {
  await insertProblem(tx, problem)
  if (!said) return
  const answered = { id: problem.id, reason: null, now: problem.now + 86_400_000 }
  await moveProblem(tx, { ...answered, state: 'answered', answer: said })
  if (solved) await moveProblem(tx, { ...answered, state: 'accepted', answer: null })
}

/** Recordings of what came from a phone and waits for a decision. */
export { voicesWait } from './store-voices.ts'
