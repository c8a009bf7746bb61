import { useSyncExternalStore } from 'react'
import { instant, systemClock } from '#kernel/clock.ts'
import { newId } from '#ui/call.ts'
import { sentenceFor } from '#ui/kit/answer.tsx'
import { toast } from '#ui/kit/toast.tsx'
import { listParcels, type Outcome, post, watchParcels } from '#ui/outbox.ts'
import { askNeed, bringNeed, type StayView } from '../../contract-stays.ts'
import { helpWords } from '../../parts/help-messages.ts'
import type { NeedView } from '../../parts/stays.ts'
import { helpingTexts as t } from './messages.ts'

type Unsent = { id: string; stay: string; kind: NeedView['kind']; text: string }

/** What was said here and the server has not heard: of which needs that they were brought, and what else was asked for. */
export function useUnsent(): { brought: ReadonlySet<string>; asked: readonly Unsent[] } {
  const parcels = useSyncExternalStore(watchParcels, listParcels)
  const of = (command: string) => parcels.filter((one) => one.command === command)
  return {
    brought: new Set(of(bringNeed.name).map(({ thing }) => thing)),
    asked: of(askNeed.name).map(({ input }) => input as Unsent),
  }
}

function told(outcome: Outcome): boolean {
  if (outcome.state !== 'refused') toast(outcome.state === 'sent' ? t.sent() : t.kept())
  else toast(outcome.error.code === 'not_open' ? t.nowClosed() : sentenceFor(outcome.error), 'late')
  return outcome.state !== 'refused'
}

/** Through the outbox: it counts as brought now, whenever it arrives. */
export async function sayBrought({ id, text }: NeedView, note: string): Promise<boolean> {
  const input = { id, note, at: instant(systemClock.now()) }
  return told(await post(bringNeed, input, { title: t.bringOf({ text }), photos: {}, thing: id }))
}

export async function sayNeeded(
  { id: stay, person }: StayView,
  need: { kind: NeedView['kind']; text: string },
): Promise<boolean> {
  const input = { id: newId(), stay, ...need, at: instant(systemClock.now()) }
  const title = `${person.name} · ${helpWords[need.kind]()} · ${need.text}`
  return told(await post(askNeed, input, { title, photos: {}, thing: input.id }))
}
