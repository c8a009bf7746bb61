import { App } from 'antd'
import { useState } from 'react'
import { instant, systemClock } from '#kernel/clock.ts'
import { CallError, newId } from '#ui/call.ts'
import { useCall } from '#ui/query.tsx'
import {
  evacuationProgress,
  type EvacueeView,
  listEvacuees,
  listShelters,
  noteEvacuee,
} from '../contract-evacuation.ts'
import { reliefTexts as t } from './messages.ts'

export type Sayable = EvacueeView['can'][number]
/** Whatever is said of somebody changes the list, the counts and the beds. */
export const CHANGED = [listEvacuees, evacuationProgress, listShelters]

/** Says the same of several people, one after the other; stops at the first that is refused. */
export function useSaying() {
  const send = useCall(noteEvacuee, CHANGED)
  const { message } = App.useApp()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<CallError>()
  const say = async (people: readonly EvacueeView[], state: Sayable): Promise<void> => {
    setBusy(true)
    setError(undefined)
    try {
      for (const { id } of people)
        await send.mutateAsync({ id: newId() as never, evacuee: id, state, at: instant(systemClock.now()) })
      void message.success(t.saidOf({ count: people.length }))
    } catch (problem) {
      if (!(problem instanceof CallError)) throw problem
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return { say, busy, error }
}
