import { instant, millis, systemClock } from '#kernel/clock.ts'
import { newId } from '#ui/call.ts'
import { answerHelp, type DoorView, knock, type KNOCKS } from '../../contract-sweeps.ts'
import { showDoorsClosed, showHelped, showKnock } from '../../parts/after-knock.ts'
import { doorWords } from '../../parts/door-messages.ts'
import { doorText } from '../../parts/doors.ts'
import { sayThrough, told } from '../sending.ts'
import { knockTexts as t } from './messages.ts'

type Found = { state: (typeof KNOCKS)[number]; help?: DoorView['help']; note?: string; next?: string | null }

/** What was found at a door. */
export async function sayFound(door: DoorView, { state, help = [], note = '', next = null }: Found): Promise<boolean> {
  const input = { id: newId(), door: door.id, state, help, note, next, at: instant(systemClock.now()) }
  const about = { title: `${doorText(state)} · ${door.address}`, thing: door.id }
  const { outcome, answer } = await sayThrough(knock, input, about)
  if (outcome.state === 'refused') {
    if (outcome.error.code === 'not_open' || outcome.error.code === 'gone') showDoorsClosed(door.place)
  } else showKnock(door.id, { state: answer.state ?? state, note, help, next, at: millis(input.at) })
  return told([outcome], t.nowClosed())
}

/** What was asked for is there. */
export async function sayHelped(door: DoorView, what: string): Promise<boolean> {
  const about = { title: `${doorWords.helpDone()} · ${door.address}`, thing: door.id }
  const { outcome } = await sayThrough(answerHelp, { door: door.id, what }, about)
  if (outcome.state !== 'refused') showHelped(door.id, what, systemClock.now())
  return told([outcome], t.nowClosed())
}
