import { type Tone, State } from '#ui/kit/badge.tsx'
import { Card } from '#ui/kit/card.tsx'
import { clockTexts } from '#ui/messages.ts'
import { workSpan } from '#ui/time.ts'
import type { CaseView } from '../contract.ts'
import { caseTexts as t } from './messages.ts'

type Clock = CaseView['clocks'][number]
const TONES: Record<Clock['lamp'], Tone> = { still: 'calm', green: 'work', amber: 'soon', red: 'late' }

/** Each clock in words and as a line; what was spent never shrinks. */
export const Clocks = ({ clocks, urgent }: { clocks: readonly Clock[]; urgent: boolean }) => (
  <Card>
    {clocks
      .filter(({ starts, limit }) => starts > 0 && limit > 0)
      .map((clock) => (
        <div key={clock.name} className={`clock ${TONES[clock.lamp]}`}>
          <p className="clock-head">
            <strong>{clockTexts[clock.name]()}</strong>
            <State
              tone={TONES[clock.lamp]}
              text={clock.running ? t.spent({ spent: workSpan(clock.spent), limit: workSpan(clock.limit) }) : t.still()}
            />
          </p>
          <div className="clock-line" aria-hidden>
            <span style={{ width: `${Math.min(100, (clock.spent / clock.limit) * 100)}%` }} />
          </div>
          <p className="quiet">
            {!clock.running && t.spent({ spent: workSpan(clock.spent), limit: workSpan(clock.limit) })}
            {clock.starts > 1 && ` ${t.restarts({ count: clock.starts })}`}
          </p>
        </div>
      ))}
    <p className="quiet">{urgent ? t.roundClock() : t.workTime()}</p>
  </Card>
)
