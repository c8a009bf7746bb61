import { systemClock } from '#kernel/clock.ts'
import type { OutputOf } from '#kernel/contract.ts'
import type { CallError } from '#ui/call.ts'
import { sentenceFor } from '#ui/kit/answer.tsx'
import { moment } from '#ui/time.ts'
import type { crossPass } from '../../contract-passes.ts'
import { checkpointTexts as t } from './messages.ts'

type Pass = OutputOf<typeof crossPass>
/** What whoever stands there does now. `unknown`: it could not be asked, which says nothing of the pass. */
export type Verdict = { code: string; at: number } & (
  | { says: 'goes'; pass: Pass }
  | { says: 'stops' | 'unknown'; why: string }
)

export const goes = (code: string, pass: Pass): Verdict => ({ code, at: systemClock.now(), says: 'goes', pass })

export function refused(code: string, error: CallError): Verdict {
  const at = systemClock.now()
  const told = (key: string): string => moment(String(error.detail[key]), at)
  const stops = (why: string): Verdict => ({ code, at, says: 'stops', why })
  if (error.code === 'not_found') return stops(t.none())
  if (error.code === 'too_soon') return stops(t.ahead({ when: told('from') }))
  if (error.code === 'gone')
    return stops(error.detail['ended'] === true ? t.ended({ when: told('until') }) : t.expired({ when: told('until') }))
  const unknown = (why: string): Verdict => ({ code, at, says: 'unknown', why })
  if (error.code === 'not_open') return unknown(t.closed())
  return unknown(error.code === 'offline' || error.code === 'unavailable' ? t.offline() : sentenceFor(error))
}
