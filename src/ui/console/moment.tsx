import { CircleAlert, Clock3, Diamond, Pause } from 'lucide-react'
import { useNow } from '#ui/now.ts'
import { ago, deadline } from '#ui/time.ts'
import { consoleTexts as t } from './messages.ts'
import { exactTime } from './when.ts'

/** A moment in words, exact on hovering. */
export function When({ at }: { at: string }) {
  const now = useNow()
  return (
    <time dateTime={at} title={exactTime(at)}>
      {ago(at, now)}
    </time>
  )
}

export type Lamp = 'still' | 'green' | 'amber' | 'red'
const SIGN = { still: Pause, green: Clock3, amber: Diamond, red: CircleAlert } as const

/** How a limit stands: sign, words, colour; never colour alone. */
export function Due({ dueAt, lamp }: { dueAt: string | null; lamp: Lamp }) {
  const now = useNow()
  const Sign = SIGN[lamp]
  return (
    <span className="due" data-lamp={lamp} title={dueAt ? exactTime(dueAt) : undefined}>
      <Sign size={14} aria-hidden />
      {dueAt ? deadline(dueAt, now).text : t.noLimit()}
    </span>
  )
}
