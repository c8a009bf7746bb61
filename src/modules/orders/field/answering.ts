import { useSyncExternalStore } from 'react'
import type { OutputOf } from '#kernel/contract.ts'
import { instant, systemClock } from '#kernel/clock.ts'
import { newId } from '#ui/call.ts'
import type { Photo } from '#ui/kit/photos.tsx'
import { listParcels, type Outcome, post, watchParcels } from '#ui/outbox.ts'
import { queries } from '#ui/query.tsx'
import { answerOrder, type AnswerState, type myOrder, myOrder as oneOrder, myOrders } from '../contract-answers.ts'
import { orderWords } from '../parts/messages.ts'
import { myTexts as t } from './messages.ts'

export type Mine = Pick<OutputOf<typeof myOrder>, 'id' | 'title' | 'version' | 'who' | 'forName' | 'evidence'>
export type Said = {
  state: AnswerState
  note?: string
  need?: string | undefined
  number?: number | undefined
  case?: string | undefined
  by?: string | undefined
  photos?: readonly Photo[]
}

/** Whether something was answered here that the server has not heard. */
export const useUnheard = (order: string): boolean =>
  useSyncExternalStore(watchParcels, listParcels).some(
    ({ command, thing }) => command === answerOrder.name && thing === order,
  )

/** Goes through the outbox: said where there is no network, it counts as said then. Answers to one order follow each other. */
export async function sendAnswer(order: Mine, said: Said): Promise<Outcome> {
  const { note = '', photos = [], ...rest } = said
  const input = {
    id: newId(),
    order: order.id,
    ...(order.forName === null ? {} : { for: order.who }),
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
    note,
    photos: photos.map(({ id }) => id),
    base: order.version,
    saidAt: instant(systemClock.now()),
  }
  const outcome = await post(answerOrder, input, {
    title: `${orderWords[said.state]()} · ${order.title}`,
    photos: Object.fromEntries(photos.flatMap(({ id, data }) => (data ? [[id, data]] : []))),
    thing: order.id,
  })
  await Promise.all([myOrders, oneOrder].map(({ name }) => queries.invalidateQueries({ queryKey: [name] })))
  return outcome
}

export function outcomeText(outcome: Outcome, order: Pick<Mine, 'version'>): string {
  if (outcome.state !== 'sent') return t.kept()
  const { version } = (outcome.output ?? {}) as Partial<OutputOf<typeof answerOrder>>
  return version !== undefined && version > order.version ? t.newer() : t.said()
}
