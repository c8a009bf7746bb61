import { useSyncExternalStore } from 'react'
import { instant, millis, systemClock } from '#kernel/clock.ts'
import { newId } from '#ui/call.ts'
import { sentenceFor } from '#ui/kit/answer.tsx'
import { toast } from '#ui/kit/toast.tsx'
import { listParcels, type Outcome, post, watchParcels } from '#ui/outbox.ts'
import type { OutputOf } from '#kernel/contract.ts'
import { type EvacueeView, noteEvacuee } from '../contract-evacuation.ts'
import { showClosed, showWord } from '../parts/after-word.ts'
import { sayText } from '../parts/states.ts'
import { bringTexts as t } from './messages.ts'

export type Sayable = EvacueeView['can'][number]

/** Of whom something was said that the server has not heard. */
export function useUnheard(): ReadonlySet<string> {
  const parcels = useSyncExternalStore(watchParcels, listParcels)
  return new Set(parcels.map(({ thing }) => thing))
}

/** Goes through the outbox: it counts as said now, whenever it arrives. Words about one person follow each other. */
async function sendWord({ id, person, place }: EvacueeView, state: Sayable, note: string): Promise<Outcome> {
  const input = { id: newId(), evacuee: id, state, note, at: instant(systemClock.now()) }
  const outcome = await post(noteEvacuee, input, {
    title: `${sayText(state)} · ${person.name}`,
    photos: {},
    thing: id,
  })
  if (outcome.state === 'refused') {
    if (outcome.error.code === 'not_open') showClosed(place)
    return outcome
  }
  const output = outcome.state === 'sent' ? outcome.output : undefined
  const { state: stands = state } = (output ?? {}) as Partial<OutputOf<typeof noteEvacuee>>
  showWord(id, { state: stands, note, at: millis(input.at) })
  return outcome
}

/** One tap for everybody of a door. */
export async function sayOf(people: readonly EvacueeView[], state: Sayable, note = ''): Promise<boolean> {
  const outcomes: Outcome[] = []
  for (const one of people) outcomes.push(await sendWord(one, state, note))
  const refused = outcomes.find((one) => one.state === 'refused')
  if (refused?.error.code === 'not_open') toast(t.nowClosed())
  else if (refused) toast(sentenceFor(refused.error), 'late')
  else toast(outcomes.some((one) => one.state === 'waiting') ? t.kept() : t.sent())
  return !refused
}
