import { instant, millis, systemClock } from '#kernel/clock.ts'
import { newId } from '#ui/call.ts'
import type { Outcome } from '#ui/outbox.ts'
import { type EvacueeView, noteEvacuee } from '../contract-evacuation.ts'
import { showClosed, showWord } from '../parts/after-word.ts'
import { sayText } from '../parts/states.ts'
import { bringTexts as t } from './messages.ts'
import { sayThrough, told } from './sending.ts'

export type Sayable = EvacueeView['can'][number]

async function sendWord({ id, person, place }: EvacueeView, state: Sayable, note: string): Promise<Outcome> {
  const input = { id: newId(), evacuee: id, state, note, at: instant(systemClock.now()) }
  const about = { title: `${sayText(state)} · ${person.name}`, thing: id }
  const { outcome, answer } = await sayThrough(noteEvacuee, input, about)
  if (outcome.state === 'refused') {
    if (outcome.error.code === 'not_open') showClosed(place)
    return outcome
  }
  showWord(id, { state: answer.state ?? state, note, at: millis(input.at) })
  return outcome
}

/** One tap for everybody of a door. */
export async function sayOf(people: readonly EvacueeView[], state: Sayable, note = ''): Promise<boolean> {
  const outcomes: Outcome[] = []
  for (const one of people) outcomes.push(await sendWord(one, state, note))
  return told(outcomes, t.nowClosed())
}
