import { App } from 'antd'
import { useState } from 'react'
import { instant, millis, systemClock } from '#kernel/clock.ts'
import { CallError, newId } from '#ui/call.ts'
import { useAskAgain, useCall } from '#ui/query.tsx'
import {
  evacuationProgress,
  type EvacueeView,
  listEvacuees,
  listShelters,
  noteEvacuee,
} from '../contract-evacuation.ts'
import { showWord } from '../parts/after-word.ts'
import { reliefTexts as t } from './messages.ts'

export type Sayable = EvacueeView['can'][number]
/** What is counted, without anybody's name in it. */
export const COUNTS = [evacuationProgress, listShelters]
/** Whatever puts somebody on the list or lets him go home changes all of it. */
export const CHANGED = [listEvacuees, ...COUNTS]

/** Says the same of several people, one after the other; stops at the first that is refused. */
export function useSaying() {
  const send = useCall(noteEvacuee)
  const again = useAskAgain(COUNTS)
  const { message } = App.useApp()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<CallError>()
  const say = async (people: readonly EvacueeView[], state: Sayable): Promise<void> => {
    setBusy(true)
    setError(undefined)
    const at = instant(systemClock.now())
    try {
      for (const { id } of people) {
        const said = await send.mutateAsync({ id: newId() as never, evacuee: id, state, at })
        showWord(id, { state: said.state, note: '', at: millis(at) })
      }
      void message.success(t.saidOf({ count: people.length }))
    } catch (problem) {
      if (!(problem instanceof CallError)) throw problem
      setError(problem)
    } finally {
      setBusy(false)
      void again()
    }
  }
  return { say, busy, error }
}
