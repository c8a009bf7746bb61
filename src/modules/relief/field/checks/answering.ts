import { instant, millis, systemClock } from '#kernel/clock.ts'
import type { OutputOf } from '#kernel/contract.ts'
import { newId } from '#ui/call.ts'
import { answerLine, type checkLines, type FINDINGS } from '../../contract-checks.ts'
import { showLine, showLinesClosed } from '../../parts/after-line.ts'
import { lineText } from '../../parts/checks.ts'
import { sayThrough, told } from '../sending.ts'
import { lineTexts as t } from './messages.ts'

export type Line = OutputOf<typeof checkLines>['rows'][number]
export type Finding = (typeof FINDINGS)[number]

/** What was found of one person. */
export async function sayAnswer(line: Line, state: Finding, note = ''): Promise<boolean> {
  const input = { id: newId(), line: line.id, state, note, at: instant(systemClock.now()) }
  const about = { title: `${lineText(state)} · ${line.person.name}`, thing: line.id }
  const { outcome, answer } = await sayThrough(answerLine, input, about)
  if (outcome.state === 'refused') {
    if (outcome.error.code === 'not_open' || outcome.error.code === 'gone') showLinesClosed(line.place)
  } else showLine(line.id, { state: answer.state ?? state, note, at: millis(input.at) })
  return told([outcome], t.nowClosed())
}
