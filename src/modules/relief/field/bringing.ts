import { instant, systemClock } from '#kernel/clock.ts'
import { newId } from '#ui/call.ts'
import { sentenceFor } from '#ui/kit/answer.tsx'
import { toast } from '#ui/kit/toast.tsx'
import { type Outcome, post } from '#ui/outbox.ts'
import { queries } from '#ui/query.tsx'
import { type EvacueeView, listEvacuees, noteEvacuee } from '../contract-evacuation.ts'
import { sayText } from '../parts/states.ts'
import { bringTexts as t } from './messages.ts'

export type Sayable = EvacueeView['can'][number]

/** What was said without a network, shown as said until the server has heard it. */
const unheard = new Map<string, Sayable>()
export const unheardOf = (evacuee: string): Sayable | undefined => unheard.get(evacuee)

/** Goes through the outbox: it counts as said now, whenever it arrives. Words about one person follow each other. */
async function sendWord({ id, person }: EvacueeView, state: Sayable, note: string): Promise<Outcome> {
  const input = { id: newId(), evacuee: id, state, note, at: instant(systemClock.now()) }
  const outcome = await post(noteEvacuee, input, {
    title: `${sayText(state)} · ${person.name}`,
    photos: {},
    thing: id,
  })
  if (outcome.state === 'waiting') unheard.set(id, state)
  else unheard.delete(id)
  return outcome
}

/** One tap for everybody of a door. */
export async function sayOf(people: readonly EvacueeView[], state: Sayable, note = ''): Promise<boolean> {
  const outcomes: Outcome[] = []
  for (const one of people) outcomes.push(await sendWord(one, state, note))
  const refused = outcomes.find((one) => one.state === 'refused')
  if (refused) toast(sentenceFor(refused.error), 'late')
  else toast(outcomes.some((one) => one.state === 'waiting') ? t.kept() : t.sent())
  await queries.invalidateQueries({ queryKey: [listEvacuees.name] })
  return !refused
}
