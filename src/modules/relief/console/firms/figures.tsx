import type { OutputOf } from '#kernel/contract.ts'
import { counted } from '#ui/console/figures.ts'
import { FIRM_STATES, type FirmState, type firmProgress } from '../../contract-firms.ts'
import { firmWords } from '../../parts/firm-messages.ts'
import { FigureStrip, StateBar } from '../figure-strip.tsx'
import { firmTexts as t } from './messages.ts'

/** In the order of a bar: who works again stands first. */
const DRAWN = ['working', 'partly', 'preparing', 'stopped'] as const

export function FirmFigures({ progress, waiting }: { progress: OutputOf<typeof firmProgress>; waiting: number }) {
  const counts = Object.fromEntries(
    FIRM_STATES.map((state) => [state, progress.rows.reduce((sum, row) => sum + row.states[state], 0)]),
  ) as Record<FirmState, number>
  const all = FIRM_STATES.reduce((sum, state) => sum + counts[state], 0)
  const unit = t.firmsUnit()
  return (
    <FigureStrip
      label={t.figures()}
      lead={{
        name: t.working(),
        value: counts.working,
        of: t.ofAll({ count: counted(all) }),
        bar: <StateBar counts={counts} drawn={DRAWN} all={all} thick />,
      }}
      figures={[
        { name: firmWords.partly(), value: counts.partly, unit },
        { name: firmWords.preparing(), value: counts.preparing, unit },
        { name: firmWords.stopped(), value: counts.stopped, unit, tone: 'late' },
        { name: t.problemsWaiting(), value: waiting, unit: t.pieces(), tone: 'soon' },
      ]}
    />
  )
}
