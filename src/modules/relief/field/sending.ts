import { useSyncExternalStore } from 'react'
import type { Command, OutputOf } from '#kernel/contract.ts'
import { sentenceFor } from '#ui/kit/answer.tsx'
import { toast } from '#ui/kit/toast.tsx'
import { listParcels, type Outcome, post, watchParcels } from '#ui/outbox.ts'
import { sendingTexts as t } from './sending-messages.ts'

/** Of what something was said that the server has not heard. */
export function useUnheard(): ReadonlySet<string> {
  const parcels = useSyncExternalStore(watchParcels, listParcels)
  return new Set(parcels.map(({ thing }) => thing))
}

type About = { title: string; thing: string }

/** Through the outbox: it counts as said now, whenever it arrives. Words about one thing follow each other. */
export async function sayThrough<C extends Command>(
  command: C,
  input: Record<string, unknown>,
  { title, thing }: About,
): Promise<{ outcome: Outcome; answer: Partial<OutputOf<C>> }> {
  const outcome = await post(command, input, { title, photos: {}, thing })
  return { outcome, answer: (outcome.state === 'sent' ? outcome.output : {}) as Partial<OutputOf<C>> }
}

/** Says what became of one word, or of several; true unless one was refused. */
export function told(outcomes: readonly Outcome[], closed: string): boolean {
  const refused = outcomes.find((one) => one.state === 'refused')
  if (refused?.error.code === 'not_open' || refused?.error.code === 'gone') toast(closed)
  else if (refused) toast(sentenceFor(refused.error), 'late')
  else toast(outcomes.some((one) => one.state === 'waiting') ? t.kept() : t.sent())
  return !refused
}
